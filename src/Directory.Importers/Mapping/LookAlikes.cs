using System.Buffers;

namespace CenterDirectory.Importers.Mapping;

/// <summary>
/// Latin letters that stand inside of Russian words because they look the same («CАДОВОДЧЕСКОЕ»): nobody sees them, and no
/// search finds the word. A word is mended if the rest of it is Cyrillic.
/// </summary>
internal static class LookAlikes
{
    private const string Latin = "ABCEHKMOPTXaceopxy";
    private const string Cyrillic = "АВСЕНКМОРТХасеорху";

    private static readonly SearchValues<char> Suspects = SearchValues.Create(Latin);

    public static string Mend(string text)
    {
        if (!text.AsSpan().ContainsAny(Suspects))
        {
            return text;
        }

        var letters = text.ToCharArray();
        var start = 0;
        while (start < letters.Length)
        {
            var end = start;
            while (end < letters.Length && char.IsLetter(letters[end]))
            {
                end++;
            }

            MendWord(letters.AsSpan(start, end - start));
            start = end + 1;
        }

        return new string(letters);
    }

    private static void MendWord(Span<char> word)
    {
        var isCyrillic = false;
        foreach (var letter in word)
        {
            isCyrillic |= letter is >= 'А' and <= 'я' or 'ё' or 'Ё';
            if (char.IsAsciiLetter(letter) && !Latin.Contains(letter, StringComparison.Ordinal))
            {
                // «PRщик» is Latin on purpose: half of it would become Russian.
                return;
            }
        }

        if (!isCyrillic)
        {
            return;
        }

        foreach (ref var letter in word)
        {
            var at = Latin.IndexOf(letter, StringComparison.Ordinal);
            letter = at < 0 ? letter : Cyrillic[at];
        }
    }
}
