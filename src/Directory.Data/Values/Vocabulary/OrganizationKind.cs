namespace CenterDirectory.Data.Values;

/// <summary>What an organization is.</summary>
public enum OrganizationKind
{
    /// <summary>Registered non-profit organization.</summary>
    [Label("Некоммерческая организация", "Non-profit organization")]
    Nonprofit,

    /// <summary>Territorial public self-government.</summary>
    [Label("ТОС", "Territorial self-government (TOS)")]
    Tos,

    /// <summary>Group without registration.</summary>
    [Label("Инициативная группа", "Initiative group")]
    InitiativeGroup,

    /// <summary>Social enterprise.</summary>
    [Label("Социальное предприятие", "Social enterprise")]
    SocialEnterprise,

    /// <summary>State or municipal authority or a unit of it.</summary>
    [Label("Орган власти", "Authority")]
    Authority,

    /// <summary>Civic chamber (общественная палата).</summary>
    [Label("Общественная палата", "Civic chamber")]
    CivicChamber,

    /// <summary>Foundation or grant operator.</summary>
    [Label("Фонд", "Foundation")]
    Foundation,

    /// <summary>State or municipal institution.</summary>
    [Label("Государственное или муниципальное учреждение", "State or municipal institution")]
    Institution,

    /// <summary>Newspaper, site, broadcaster.</summary>
    [Label("Средство массовой информации", "Medium")]
    Media,

    /// <summary>Association or union of organizations.</summary>
    [Label("Ассоциация или союз", "Association or union")]
    Association,

    /// <summary>Something else, said by the source.</summary>
    [Label("Другое", "Other")]
    Other,

    /// <summary>No source says.</summary>
    [Label("Вид не указан", "Kind not stated")]
    Unknown,
}
