namespace CenterDirectory.Data.Search;

/// <summary>Words that are one edit away from another: a letter more, less, other, or two in the wrong order.</summary>
internal static class Spelling
{
    private const string Cyrillic = "абвгдежзийклмнопрстуфхцчшщъыьэюя";
    private const string Latin = "abcdefghijklmnopqrstuvwxyz";

    /// <summary>All of them; some fifty for each letter of the word.</summary>
    public static IReadOnlySet<string> EditsOf(string word)
    {
        var edits = new HashSet<string>(StringComparer.Ordinal);
        var letters = word.Any(letter => letter is >= 'а' and <= 'я') ? Cyrillic : Latin;
        for (var i = 0; i <= word.Length; i++)
        {
            var (before, behind) = (word[..i], word[i..]);
            if (behind.Length > 0)
            {
                edits.Add(before + behind[1..]);
            }

            if (behind.Length > 1)
            {
                edits.Add(before + behind[1] + behind[0] + behind[2..]);
            }

            foreach (var letter in letters)
            {
                edits.Add(before + letter + behind);
                if (behind.Length > 0)
                {
                    edits.Add(before + letter + behind[1..]);
                }
            }
        }

        edits.Remove(word);
        return edits;
    }
}
