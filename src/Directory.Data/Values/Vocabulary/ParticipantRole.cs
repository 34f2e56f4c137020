namespace CenterDirectory.Data.Values;

/// <summary>What a person, center or organization does in an event, network, project or organization.</summary>
public enum ParticipantRole
{
    /// <summary>Organizes.</summary>
    Organizer,

    /// <summary>Helps to organize.</summary>
    CoOrganizer,

    /// <summary>Gives the place.</summary>
    Host,

    /// <summary>Leads the discussion.</summary>
    Moderator,

    /// <summary>Speaks.</summary>
    Speaker,

    /// <summary>Gives a welcome address.</summary>
    Welcome,

    /// <summary>Supports.</summary>
    Supporter,

    /// <summary>Takes part.</summary>
    Participant,

    /// <summary>Pays.</summary>
    Funder,

    /// <summary>Runs a program or distributes a grant.</summary>
    Operator,

    /// <summary>Receives money or support.</summary>
    Recipient,

    /// <summary>Partner.</summary>
    Partner,

    /// <summary>Founded it.</summary>
    Founder,

    /// <summary>Heads it.</summary>
    Head,

    /// <summary>Coordinates it.</summary>
    Coordinator,

    /// <summary>Is a member of it.</summary>
    Member,
}
