namespace CenterDirectory.Data.Values;

/// <summary>Kind of a contact.</summary>
public enum ContactKind
{
    /// <summary>Telephone.</summary>
    [Label("Телефон", "Telephone")]
    Phone,

    /// <summary>E-mail.</summary>
    [Label("Электронная почта", "E-mail")]
    Email,

    /// <summary>Messenger account.</summary>
    [Label("Мессенджер", "Messenger")]
    Messenger,

    /// <summary>Page in a social network.</summary>
    [Label("Социальная сеть", "Social network")]
    SocialNetwork,

    /// <summary>Fax.</summary>
    [Label("Факс", "Fax")]
    Fax,

    /// <summary>Another way.</summary>
    [Label("Другое", "Other")]
    Other,
}
