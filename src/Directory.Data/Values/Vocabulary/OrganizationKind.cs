namespace CenterDirectory.Data.Values;

/// <summary>What an organization is.</summary>
public enum OrganizationKind
{
    /// <summary>Registered non-profit organization.</summary>
    [Label("Некоммерческая организация", "Non-profit organization", About = "Зарегистрированная некоммерческая организация")]
    Nonprofit,

    /// <summary>Territorial public self-government.</summary>
    [Label("ТОС", "Territorial self-government (TOS)", About = "Территориальное общественное самоуправление")]
    Tos,

    /// <summary>Group without registration.</summary>
    [Label("Инициативная группа", "Initiative group", About = "Группа без регистрации")]
    InitiativeGroup,

    /// <summary>Social enterprise.</summary>
    [Label("Социальное предприятие", "Social enterprise")]
    SocialEnterprise,

    /// <summary>State or municipal authority or a unit of it.</summary>
    [Label("Орган власти", "Authority", About = "Государственный или муниципальный орган либо его подразделение")]
    Authority,

    /// <summary>Civic chamber (общественная палата).</summary>
    [Label("Общественная палата", "Civic chamber")]
    CivicChamber,

    /// <summary>Foundation or grant operator.</summary>
    [Label("Фонд", "Foundation", About = "Фонд или оператор грантов")]
    Foundation,

    /// <summary>State or municipal institution.</summary>
    [Label("Государственное или муниципальное учреждение", "State or municipal institution")]
    Institution,

    /// <summary>Newspaper, site, broadcaster.</summary>
    [Label("Средство массовой информации", "Medium", About = "Газета, сайт, телеканал или радио")]
    Media,

    /// <summary>Association or union of organizations.</summary>
    [Label("Ассоциация или союз", "Association or union", About = "Объединение организаций")]
    Association,

    /// <summary>Something else, said by the source.</summary>
    [Label("Другое", "Other", About = "Другое, так сказал источник")]
    Other,

    /// <summary>No source says.</summary>
    [Label("Вид не указан", "Kind not stated", About = "Ни один источник не говорит")]
    Unknown,
}
