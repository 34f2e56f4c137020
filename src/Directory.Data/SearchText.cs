using System.Buffers;
using System.Globalization;
using System.Text;

namespace CenterDirectory.Data;

/// <summary>The form of a text in which search, filters and sorting compare it.</summary>
public static class SearchText
{
    /// <summary>The SQL function that folds inside a statement.</summary>
    internal const string FunctionName = "fold";

    /// <summary>
    /// Lower case, ё as е, accents of stress, quotes and punctuation out, white space collapsed:
    /// «Гражданские  медиа» and Гражданские-медиа are one. In queries it becomes the SQL function <c>fold</c>.
    /// </summary>
    public static string? Fold(string? text)
    {
        if (text is null)
        {
            return null;
        }

        var composed = Compose(text);
        var buffer = ArrayPool<char>.Shared.Rent(composed.Length);
        var length = 0;
        var isGap = false;
        foreach (var symbol in composed)
        {
            if (!RussianLetters.IsLetterOrDigit(symbol) && !char.IsSurrogate(symbol))
            {
                isGap |= !IsMark(symbol);
                continue;
            }

            if (isGap && length > 0)
            {
                buffer[length++] = ' ';
            }

            isGap = false;
            buffer[length++] = FoldLetter(symbol);
        }

        var folded = new string(buffer, 0, length);
        ArrayPool<char>.Shared.Return(buffer);
        return folded;
    }

    private static char FoldLetter(char letter) => RussianLetters.ToLower(letter) switch
    {
        'ё' => 'е',
        var other => other,
    };

    /// <summary>Joins й and ё that came as a letter and a mark; half a surrogate pair would make the normalizer throw.</summary>
    private static string Compose(string text)
    {
        if (!HasMarks(text))
        {
            return text;
        }

        var whole = new StringBuilder(text.Length);
        foreach (var rune in text.EnumerateRunes())
        {
            whole.Append(rune.ToString());
        }

        return whole.ToString().Normalize(NormalizationForm.FormC);
    }

    private static bool HasMarks(string text)
    {
        foreach (var symbol in text)
        {
            if (IsMark(symbol))
            {
                return true;
            }
        }

        return false;
    }

    private static bool IsMark(char symbol) =>
        symbol is >= '\u0300' and not (>= 'А' and <= 'я') && char.GetUnicodeCategory(symbol) is UnicodeCategory.NonSpacingMark or UnicodeCategory.EnclosingMark;
}
