using System.Text.RegularExpressions;
using CenterDirectory.Data;

namespace CenterDirectory.Importers.Candidates;

/// <summary>The rules by which names of organizations hint at resource centers, out of a text file.</summary>
internal sealed class CenterRules
{
    private static readonly TimeSpan Patience = TimeSpan.FromMilliseconds(100);

    private readonly List<(string Key, Regex Pattern)> rules = [];
    private readonly List<Regex> exceptions = [];

    private CenterRules()
    {
    }

    /// <summary>Those that the program brings along.</summary>
    public static CenterRules Bundled() => Parse(ReadBundled());

    /// <summary>Reads a file of an operator; the bundled rules if there is none.</summary>
    /// <exception cref="FormatException">A line is no rule.</exception>
    public static CenterRules Load(string? file) => file is null ? Bundled() : Parse(File.ReadAllText(file));

    /// <summary>Reads the text of such a file.</summary>
    /// <exception cref="FormatException">A line is no rule.</exception>
    public static CenterRules Parse(string text)
    {
        var parsed = new CenterRules();
        foreach (var (line, number) in text.Split('\n').Select((line, at) => (line.Trim(), at + 1)).Where(line => line.Item1.Length > 0 && line.Item1[0] != '#'))
        {
            var cut = line.IndexOf('=', StringComparison.Ordinal);
            var key = cut < 1 ? "" : line[..cut].Trim();
            if (key.TrimStart('-').Length == 0)
            {
                throw new FormatException($"Line {number} of the rules of centers is not «key = pattern».");
            }

            parsed.Add(key, line[(cut + 1)..].Trim(), number);
        }

        return parsed;
    }

    /// <summary>The key of the first rule that a name fits; null if it fits none, or one that takes it out.</summary>
    public string? Find(string name)
    {
        var folded = SearchText.Fold(name)!;
        var found = rules.Find(rule => rule.Pattern.IsMatch(folded)).Key;
        return found is null || exceptions.Exists(exception => exception.IsMatch(folded)) ? null : found;
    }

    private void Add(string key, string pattern, int line)
    {
        try
        {
            var regex = new Regex(pattern, RegexOptions.CultureInvariant, Patience);
            if (key[0] == '-')
            {
                exceptions.Add(regex);
            }
            else
            {
                rules.Add((key, regex));
            }
        }
        catch (ArgumentException problem)
        {
            throw new FormatException($"Line {line} of the rules of centers has no valid pattern: {problem.Message}", problem);
        }
    }

    private static string ReadBundled()
    {
        using var stream = typeof(CenterRules).Assembly.GetManifestResourceStream("Candidates/center-rules.txt")!;
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }
}
