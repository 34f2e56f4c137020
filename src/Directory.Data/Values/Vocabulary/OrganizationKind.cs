namespace CenterDirectory.Data.Values;

/// <summary>What an organization is.</summary>
public enum OrganizationKind
{
    /// <summary>Registered non-profit organization.</summary>
    Nonprofit,

    /// <summary>Territorial public self-government.</summary>
    Tos,

    /// <summary>Group without registration.</summary>
    InitiativeGroup,

    /// <summary>Social enterprise.</summary>
    SocialEnterprise,

    /// <summary>State or municipal authority or a unit of it.</summary>
    Authority,

    /// <summary>Civic chamber (общественная палата).</summary>
    CivicChamber,

    /// <summary>Foundation or grant operator.</summary>
    Foundation,

    /// <summary>State or municipal institution.</summary>
    Institution,

    /// <summary>Newspaper, site, broadcaster.</summary>
    Media,

    /// <summary>Association or union of organizations.</summary>
    Association,

    /// <summary>Something else, said by the source.</summary>
    Other,

    /// <summary>No source says.</summary>
    Unknown,
}
