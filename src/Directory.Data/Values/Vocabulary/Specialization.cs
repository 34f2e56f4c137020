namespace CenterDirectory.Data.Values;

/// <summary>What a center specializes in.</summary>
public enum Specialization
{
    /// <summary>Support of non-profits.</summary>
    NonprofitSupport,

    /// <summary>Support of social entrepreneurs.</summary>
    SocialEntrepreneurship,

    /// <summary>Volunteering.</summary>
    Volunteering,

    /// <summary>Territorial public self-government (ТОС).</summary>
    TerritorialSelfGovernment,

    /// <summary>Youth initiatives.</summary>
    Youth,

    /// <summary>Culture.</summary>
    Culture,

    /// <summary>Something else, said by the source.</summary>
    Other,
}
