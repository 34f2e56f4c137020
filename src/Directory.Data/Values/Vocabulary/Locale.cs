namespace CenterDirectory.Data.Values;

/// <summary>Languages of the directory.</summary>
public enum Locale
{
    /// <summary>Russian, the fallback.</summary>
    [Label("Русский", "Russian", About = "Русский; он же, если перевода нет")]
    Ru,

    /// <summary>English.</summary>
    [Label("Английский", "English")]
    En,
}
