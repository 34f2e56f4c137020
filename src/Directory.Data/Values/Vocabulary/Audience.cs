namespace CenterDirectory.Data.Values;

/// <summary>For whom something is meant.</summary>
public enum Audience
{
    /// <summary>Any non-profit organization.</summary>
    [Label("Некоммерческие организации", "Non-profits", About = "Любая некоммерческая организация")]
    Nonprofits,

    /// <summary>Socially oriented non-profits (СО НКО).</summary>
    [Label("Социально ориентированные НКО", "Socially oriented non-profits", About = "НКО из перечня социально ориентированных (СО НКО)")]
    SociallyOrientedNonprofits,

    /// <summary>Groups that are not registered.</summary>
    [Label("Инициативные группы", "Initiative groups", About = "Группы без регистрации")]
    InitiativeGroups,

    /// <summary>Territorial public self-government (ТОС).</summary>
    [Label("ТОС", "Territorial self-government (TOS)", About = "Территориальное общественное самоуправление")]
    Tos,

    /// <summary>Social entrepreneurs.</summary>
    [Label("Социальные предприниматели", "Social entrepreneurs")]
    SocialEntrepreneurs,

    /// <summary>Volunteers.</summary>
    [Label("Волонтёры", "Volunteers")]
    Volunteers,

    /// <summary>State and municipal authorities.</summary>
    [Label("Органы власти", "Authorities", About = "Государственные и муниципальные органы")]
    Authorities,

    /// <summary>Local communities.</summary>
    [Label("Местные сообщества", "Local communities")]
    LocalCommunities,

    /// <summary>Older people.</summary>
    [Label("Старшее поколение", "Older people")]
    Seniors,

    /// <summary>Young people.</summary>
    [Label("Молодёжь", "Young people")]
    Youth,

    /// <summary>Children.</summary>
    [Label("Дети", "Children")]
    Children,

    /// <summary>Families.</summary>
    [Label("Семьи", "Families")]
    Families,

    /// <summary>People with disabilities.</summary>
    [Label("Люди с инвалидностью", "People with disabilities")]
    DisabledPeople,

    /// <summary>Veterans.</summary>
    [Label("Ветераны", "Veterans")]
    Veterans,

    /// <summary>Everybody.</summary>
    [Label("Все жители", "Everybody")]
    Citizens,
}
