namespace CenterDirectory.Data.Values;

/// <summary>Verdict of a coordinator on a declaration.</summary>
public enum StandardVerdict
{
    /// <summary>The service meets the standard.</summary>
    [Label("Подтверждает", "Confirms", About = "Услуга отвечает стандарту")]
    Confirm,

    /// <summary>It does not.</summary>
    [Label("Возражает", "Objects", About = "Услуга стандарту не отвечает")]
    Object,
}
