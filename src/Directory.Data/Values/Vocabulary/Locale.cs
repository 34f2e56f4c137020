namespace CenterDirectory.Data.Values;

/// <summary>Languages of the directory.</summary>
public enum Locale
{
    /// <summary>Russian, the fallback.</summary>
    [Label("Русский", "Russian")]
    Ru,

    /// <summary>English.</summary>
    [Label("Английский", "English")]
    En,
}
