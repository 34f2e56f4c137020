namespace CenterDirectory.Importers.Formats;

/// <summary>
/// Says how much a text reads like Russian. A wrong decoding gives itself away by rare letters, capitals inside of words,
/// and symbols that no registry uses.
/// </summary>
internal static class RussianLikeness
{
    private const string Frequent = "оеаинтсрвлкмдпу";
    private const string Usual = "яыьгзбчйхжшюцщэфъё";

    /// <summary>From about 1 (Russian) downwards, per character beyond ASCII; 0 for a text without any.</summary>
    public static double Of(string text)
    {
        var points = 0.0;
        var counted = 0;
        var previous = ' ';
        foreach (var symbol in text)
        {
            if (symbol >= 0x80)
            {
                counted++;
                points += Points(previous, symbol);
            }

            previous = symbol;
        }

        return counted == 0 ? 0 : points / counted;
    }

    private static double Points(char previous, char symbol)
    {
        if (symbol is >= 'А' and <= 'Я' or 'Ё')
        {
            // A capital after a small letter is a word in the wrong encoding; one after a capital an abbreviation.
            return previous is >= 'а' and <= 'я' ? -1.5 : LetterPoints(char.ToLowerInvariant(symbol)) * 0.6;
        }

        if (symbol is >= 'а' and <= 'я' or 'ё')
        {
            return LetterPoints(symbol);
        }

        return symbol is '«' or '»' or '–' or '—' or '№' or '\u00A0' or '“' or '”' or '„' or '’' or '…' or '•' or '°' or '§' ? 0.2 : -1.5;
    }

    private static double LetterPoints(char letter) =>
        Frequent.Contains(letter, StringComparison.Ordinal) ? 1.2 : Usual.Contains(letter, StringComparison.Ordinal) ? 0.4 : 0;
}
