using System.Diagnostics.CodeAnalysis;
using System.Text.RegularExpressions;

namespace CenterDirectory.Importers.Mapping;

/// <summary>A word of a filter or a lookup that stands for many: <c>75*</c> is a beginning, <c>/^[27]/</c> a regular expression.</summary>
internal sealed class WordPattern
{
    private readonly Regex? regex;
    private readonly string start;
    private readonly string? meaning;

    private WordPattern(Regex? regex, string start, string? meaning) => (this.regex, this.start, this.meaning) = (regex, start, meaning);

    /// <summary>Whether the word is a pattern and not a word.</summary>
    public static bool IsPattern(string word) => word is ['/', _, .., '/'] or [_, .., '*'];

    /// <summary>False for a regular expression that is none.</summary>
    public static bool IsRight(string word) => word is not ['/', _, .., '/'] || TryCompile(word[1..^1], out _);

    public static WordPattern Of(string word, string? meaning)
    {
        if (word is not ['/', _, .., '/'])
        {
            return new WordPattern(null, word[..^1], meaning);
        }

        return TryCompile(word[1..^1], out var regex)
            ? new WordPattern(regex, "", meaning)
            : throw new InvalidOperationException("A pattern with an error; the manifest was not checked.");
    }

    /// <summary>Whether a word fits, and what it then means: groups of a regular expression may be named, as <c>${1}</c>.</summary>
    public bool TryTranslate(string word, out string? translation)
    {
        translation = meaning;
        if (regex is null)
        {
            return word.StartsWith(start, StringComparison.OrdinalIgnoreCase);
        }

        if (meaning is null || !meaning.Contains('$', StringComparison.Ordinal))
        {
            return regex.IsMatch(word);
        }

        var match = regex.Match(word);
        translation = match.Success ? match.Result(meaning) : null;
        return match.Success;
    }

    private static bool TryCompile(string pattern, [NotNullWhen(true)] out Regex? regex)
    {
        try
        {
            // Linear time whatever the cell holds: manifests may come from anybody who contributes a source.
            regex = new Regex(pattern, RegexOptions.CultureInvariant | RegexOptions.NonBacktracking | RegexOptions.IgnoreCase);
        }
        catch (Exception error) when (error is ArgumentException or NotSupportedException)
        {
            regex = null;
        }

        return regex is not null;
    }
}
