using System.Collections.Frozen;
using CenterDirectory.Data;
using CenterDirectory.Data.Search;
using CenterDirectory.Importers.Applying;

namespace CenterDirectory.Importers.Mentions;

/// <summary>What has to be known of the language beside its endings; files beside this class.</summary>
internal static class WordLists
{
    private static readonly FrozenSet<string> CommonStems =
        Lines("common-words").SelectMany(line => line.Split(' ')).Select(word => StemOf(SearchText.Fold(word)!)).ToFrozenSet(StringComparer.Ordinal);

    private static readonly FrozenSet<string> GivenNames =
        Lines("given-names").SelectMany(line => line.Split(' ')).Select(word => SearchText.Fold(word)!).ToFrozenSet(StringComparer.Ordinal);

    /// <summary>Beginnings of given names: any form of one begins so and has at most three letters more.</summary>
    private static readonly FrozenSet<string> GivenBases =
        GivenNames.SelectMany(name => RussianForms.Of(name).Select(form => form.Base).Append(name)).ToFrozenSet(StringComparer.Ordinal);

    private static readonly Dictionary<string, string[]> Territories = Lines("territory-names")
        .Select(line => line.Split(" = ")).ToDictionary(names => TerritoryNames.Key(names[^1]), names => names[..^1], StringComparer.Ordinal);

    /// <summary>Whether a word of a name tells what something is, and not which one.</summary>
    public static bool IsCommon(string word) => SearchStems.IsJoining(word) || CommonStems.Contains(StemOf(word));

    public static bool IsGivenName(string word) => GivenNames.Contains(word);

    /// <summary>Whether a word may be a form of a given name.</summary>
    public static bool IsFormOfGivenName(string word) =>
        GivenNames.Contains(word) || RussianForms.Split(word).Any(split => split.Length >= 2 && GivenBases.Contains(word[..split.Length]));

    /// <summary>Анатольевна, Ивановичу: a patronymic in any case.</summary>
    public static bool IsPatronymic(string word)
    {
        if (word.Length < 6)
        {
            return false;
        }

        foreach (var (length, _) in RussianForms.Split(word))
        {
            var stem = word.AsSpan(0, length);
            if (stem.EndsWith("ович") || stem.EndsWith("евич") || stem.EndsWith("ьич") || (length < word.Length && (stem.EndsWith("овн") || stem.EndsWith("евн") || stem.EndsWith("ичн"))))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>What a territory is called besides the names that the directory has.</summary>
    public static IReadOnlyList<string> NamesOfTerritory(string name) => Territories.GetValueOrDefault(TerritoryNames.Key(name)) ?? [];

    private static string StemOf(string word) => SearchStems.Of(word).ToString();

    private static IEnumerable<string> Lines(string name)
    {
        using var stream = typeof(WordLists).Assembly.GetManifestResourceStream($"Mentions/{name}.txt")!;
        using var reader = new StreamReader(stream);
        var lines = new List<string>();
        while (reader.ReadLine() is { } line)
        {
            if (line.Length > 0 && line[0] != '#')
            {
                lines.Add(line.Trim());
            }
        }

        return lines;
    }
}
