using System.Buffers;
using System.Collections.Frozen;
using System.Reflection;
using CenterDirectory.Data;

namespace CenterDirectory.Importers.Formats.Articles;

/// <summary>
/// What sites put around their articles: links to others, share buttons, calls to log in or to subscribe, notes about cookies. The words stand in
/// <c>boilerplate.txt</c>.
/// </summary>
internal static class Boilerplate
{
    // The cut is bounded on both sides: an article that begins with such words, or goes on long after them, is left alone.
    private const int MostCut = 2_000;

    /// <summary>A longer line is prose, whatever it begins with.</summary>
    private const int LongestLine = 240;

    private const int LongestHeading = 80;

    private static readonly SearchValues<char> Labels = SearchValues.Create("абвгдеёжзийклмнопрстуфхцчшщъыьэюяАБВГДЕЁЖЗИЙКЛМНОПРСТУФХЦЧШЩЪЫЬЭЮЯ ");
    private static readonly FrozenDictionary<string, string[]> Phrases = Read();
    private static readonly FrozenSet<string> Lines = Phrases["line"].ToFrozenSet(StringComparer.Ordinal);

    /// <summary>The text up to what hangs below it. Lines that funders demand stay.</summary>
    public static string Cut(string text)
    {
        var position = 0;
        foreach (var line in text.AsSpan().EnumerateLines())
        {
            var isBelow = position > text.Length / 2 && text.Length - position <= MostCut;
            if (isBelow && IsHeading(line.Trim()) && BeginsWith("tail", SearchText.Fold(line.ToString())!))
            {
                return text[..position] + string.Join('\n', text[position..].Split('\n').Where(IsDemanded));
            }

            position += line.Length + 1;
        }

        return text;
    }

    /// <summary>Whether a line is no part of an article.</summary>
    public static bool IsNoise(string line)
    {
        var folded = SearchText.Fold(line)!;
        return folded.Length == 0 || Lines.Contains(folded)
            || (line.Length <= LongestLine && ((BeginsWith("start", folded) && !BeginsWith("keep", folded)) || IsLabelled(line)));
    }

    /// <summary>What a line says of the picture; null if it says something else.</summary>
    public static string? PhotoCredit(string line)
    {
        var folded = SearchText.Fold(line)!;
        var colon = line.IndexOf(':', StringComparison.Ordinal);
        if (line.Length > LongestLine)
        {
            return null;
        }

        return colon > 0 && Phrases["photo"].Contains(SearchText.Fold(line[..colon])) ? CellText.Trim(line[(colon + 1)..])
            : Array.Exists(Phrases["archive"], phrase => folded.EndsWith(phrase, StringComparison.Ordinal)) && line[^1] is not ('.' or '!' or '?') ? CellText.Trim(line)
            : null;
    }

    /// <summary>Prose ends with a full stop: «Поделиться опытом смогли все.» is no call to share.</summary>
    private static bool IsHeading(ReadOnlySpan<char> line) => line.Length is > 0 and <= LongestHeading && line[^1] != '.';

    /// <summary>«Теги: НКО», «Комментарии (0)», «Просмотров 12»; but not «Рейтинг регионов …».</summary>
    private static bool IsLabelled(string line)
    {
        var end = line.AsSpan().IndexOfAnyExcept(Labels);
        return end > 0 && (line[end] is ':' or '(' || char.IsAsciiDigit(line[end])) && Phrases["label"].Contains(SearchText.Fold(line[..end]));
    }

    private static bool IsDemanded(string line) => BeginsWith("keep", SearchText.Fold(line)!);

    /// <summary>Whether the first words of a line are one of the phrases.</summary>
    private static bool BeginsWith(string section, string folded) =>
        Array.Exists(Phrases[section], phrase => folded.StartsWith(phrase, StringComparison.Ordinal) && (folded.Length == phrase.Length || folded[phrase.Length] == ' '));

    private static FrozenDictionary<string, string[]> Read()
    {
        using var stream = Assembly.GetExecutingAssembly().GetManifestResourceStream("Articles/boilerplate.txt")!;
        using var reader = new StreamReader(stream);
        var sections = new Dictionary<string, List<string>>(StringComparer.Ordinal);
        List<string> section = [];
        while (reader.ReadLine() is { } line)
        {
            if (line.StartsWith('['))
            {
                sections.Add(line[1..line.IndexOf(']', StringComparison.Ordinal)], section = []);
            }
            else if (line.Length > 0 && line[0] != '#')
            {
                section.Add(SearchText.Fold(line)!);
            }
        }

        return sections.ToFrozenDictionary(pair => pair.Key, pair => pair.Value.ToArray(), StringComparer.Ordinal);
    }
}
