using System.Text.RegularExpressions;
using CenterDirectory.Data;

namespace CenterDirectory.Importers.Applying;

/// <summary>
/// One key for the ways in which a territory is written: «Республика Татарстан (Татарстан)», «Ханты-Мансийский автономный округ – Югра»,
/// «Кемеровская область - Кузбасс», any case, any dash. Codes and slugs only lose their hyphens.
/// </summary>
internal static partial class TerritoryNames
{
    /// <summary>The folded text as it stands.</summary>
    public static string Whole(string text) => SearchText.Fold(text)!;

    /// <summary>The folded text without a second name: references are stored under it and found by it.</summary>
    public static string Key(string text) =>
        Whole(SecondName().Replace(text, "")) is { Length: > 0 } key ? key : Whole(text);

    /// <summary>A second name in brackets at the end, or behind a dash that stands between spaces.</summary>
    [GeneratedRegex(@"\s*\([^()]*\)\s*$|\s+[-‐‑–—]\s+.*$", RegexOptions.CultureInvariant)]
    private static partial Regex SecondName();
}
