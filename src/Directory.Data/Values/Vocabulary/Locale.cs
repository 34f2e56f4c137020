namespace CenterDirectory.Data.Values;

/// <summary>Languages of the directory.</summary>
public enum Locale
{
    /// <summary>Russian, the fallback.</summary>
    Ru,

    /// <summary>English.</summary>
    En,
}
