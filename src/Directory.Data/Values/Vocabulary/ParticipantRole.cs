namespace CenterDirectory.Data.Values;

/// <summary>What a person, center or organization does in an event, network, project or organization.</summary>
public enum ParticipantRole
{
    /// <summary>Organizes.</summary>
    [Label("Организатор", "Organizer")]
    Organizer,

    /// <summary>Helps to organize.</summary>
    [Label("Соорганизатор", "Co-organizer")]
    CoOrganizer,

    /// <summary>Gives the place.</summary>
    [Label("Принимающая сторона", "Host")]
    Host,

    /// <summary>Leads the discussion.</summary>
    [Label("Модератор", "Moderator")]
    Moderator,

    /// <summary>Speaks.</summary>
    [Label("Спикер", "Speaker")]
    Speaker,

    /// <summary>Gives a welcome address.</summary>
    [Label("Приветствие", "Welcome address")]
    Welcome,

    /// <summary>Supports.</summary>
    [Label("Поддержка", "Supporter")]
    Supporter,

    /// <summary>Takes part.</summary>
    [Label("Участник", "Participant")]
    Participant,

    /// <summary>Pays.</summary>
    [Label("Финансирование", "Funder")]
    Funder,

    /// <summary>Runs a program or distributes a grant.</summary>
    [Label("Оператор", "Operator")]
    Operator,

    /// <summary>Receives money or support.</summary>
    [Label("Получатель", "Recipient")]
    Recipient,

    /// <summary>Partner.</summary>
    [Label("Партнёр", "Partner")]
    Partner,

    /// <summary>Founded it.</summary>
    [Label("Учредитель", "Founder")]
    Founder,

    /// <summary>Heads it.</summary>
    [Label("Руководитель", "Head")]
    Head,

    /// <summary>Coordinates it.</summary>
    [Label("Координатор", "Coordinator")]
    Coordinator,

    /// <summary>Is a member of it.</summary>
    [Label("Член", "Member")]
    Member,
}
