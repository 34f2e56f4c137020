namespace CenterDirectory.Data.Values;

/// <summary>Kind of a contact.</summary>
public enum ContactKind
{
    /// <summary>Telephone.</summary>
    Phone,

    /// <summary>E-mail.</summary>
    Email,

    /// <summary>Messenger account.</summary>
    Messenger,

    /// <summary>Page in a social network.</summary>
    SocialNetwork,

    /// <summary>Fax.</summary>
    Fax,

    /// <summary>Another way.</summary>
    Other,
}
