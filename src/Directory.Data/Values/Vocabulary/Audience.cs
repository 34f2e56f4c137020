namespace CenterDirectory.Data.Values;

/// <summary>For whom something is meant.</summary>
public enum Audience
{
    /// <summary>Any non-profit organization.</summary>
    Nonprofits,

    /// <summary>Socially oriented non-profits (СО НКО).</summary>
    SociallyOrientedNonprofits,

    /// <summary>Groups that are not registered.</summary>
    InitiativeGroups,

    /// <summary>Territorial public self-government (ТОС).</summary>
    Tos,

    /// <summary>Social entrepreneurs.</summary>
    SocialEntrepreneurs,

    /// <summary>Volunteers.</summary>
    Volunteers,

    /// <summary>State and municipal authorities.</summary>
    Authorities,

    /// <summary>Local communities.</summary>
    LocalCommunities,

    /// <summary>Older people.</summary>
    Seniors,

    /// <summary>Young people.</summary>
    Youth,

    /// <summary>Children.</summary>
    Children,

    /// <summary>Families.</summary>
    Families,

    /// <summary>People with disabilities.</summary>
    DisabledPeople,

    /// <summary>Veterans.</summary>
    Veterans,

    /// <summary>Everybody.</summary>
    Citizens,
}
