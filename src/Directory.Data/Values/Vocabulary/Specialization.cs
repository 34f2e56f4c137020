namespace CenterDirectory.Data.Values;

/// <summary>What a center specializes in.</summary>
public enum Specialization
{
    /// <summary>Support of non-profits.</summary>
    [Label("Поддержка НКО", "Support of non-profits")]
    NonprofitSupport,

    /// <summary>Support of social entrepreneurs.</summary>
    [Label("Социальное предпринимательство", "Social entrepreneurship", About = "Поддержка социальных предпринимателей")]
    SocialEntrepreneurship,

    /// <summary>Volunteering.</summary>
    [Label("Добровольчество", "Volunteering")]
    Volunteering,

    /// <summary>Territorial public self-government (ТОС).</summary>
    [Label("Территориальное общественное самоуправление", "Territorial self-government", About = "Поддержка ТОС")]
    TerritorialSelfGovernment,

    /// <summary>Youth initiatives.</summary>
    [Label("Молодёжные инициативы", "Youth initiatives")]
    Youth,

    /// <summary>Culture.</summary>
    [Label("Культура", "Culture")]
    Culture,

    /// <summary>Something else, said by the source.</summary>
    [Label("Другое", "Other", About = "Другое, так сказал источник")]
    Other,
}
