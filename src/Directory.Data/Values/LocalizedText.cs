namespace CenterDirectory.Data.Values;

/// <summary>A message for people in the two languages of the directory.</summary>
public sealed record LocalizedText(string Ru, string En)
{
    /// <summary>The text in one language.</summary>
    public string In(Locale locale) => locale == Locale.En ? En : Ru;
}
