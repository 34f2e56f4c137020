using System.Buffers;
using System.Text.RegularExpressions;

namespace CenterDirectory.Importers.Resolving.Names;

/// <summary>What people write around a name and that is no part of it: a label before it, and behind it of whom or of what else it is.</summary>
internal static partial class NameRemarks
{
    public static string Without(string text)
    {
        text = ReadDigits(text);
        if (!text.AsSpan().ContainsAny(Around))
        {
            return text;
        }

        if (text.AsSpan().ContainsAny(BehindLabels))
        {
            text = Label.Replace(text, "");
        }

        // What stands in most names is cheap to look for, and tells that there is nothing to cut off.
        if (!text.AsSpan().ContainsAny(Marks) || !text.AsSpan().ContainsAny(Words))
        {
            return text;
        }

        text = At.Replace(text, " при ${host}");
        var match = OfOther.Match(text);
        return match.Success && match.Index > 0 && (match.Groups["open"].ValueSpan is ['(' or '[', ..] || IsOutside(text.AsSpan(0, match.Index)))
            ? (text[..match.Index] + text[(match.Index + match.Length)..]).TrimEnd()
            : text;
    }

    /// <summary>Behind quotes that are closed: «Фонд «Дети – программа будущего»» is called so.</summary>
    private static bool IsOutside(ReadOnlySpan<char> before) =>
        before.CountAny(Opening) <= before.CountAny(Closing) && before.Count('"') % 2 == 0;

    private static readonly SearchValues<char> Opening = SearchValues.Create("«„");

    private static readonly SearchValues<char> Closing = SearchValues.Create("»“");

    /// <summary>What stands around remarks and in few names else.</summary>
    private static readonly SearchValues<char> Around = SearchValues.Create("([,:–—-");

    private static readonly SearchValues<string> BehindLabels = SearchValues.Create([":", " – ", " — ", " - "], StringComparison.Ordinal);

    private static readonly SearchValues<string> Marks = SearchValues.Create(["(", "[", " – ", " — ", " - ", ", "], StringComparison.Ordinal);

    /// <summary>With what the words of <see cref="OfOther"/> begin.</summary>
    private static readonly SearchValues<string> Words = SearchValues.Create(
        ["при ", "проект", "программ", "грант", "субсиди", "конкурс", "получател", "под ", "учред", "партн", "организатор", "оператор", "исполнител", "заявител", "подопечн", "руководител", "куратор",
        "участни", "победител", "лауреат", "преемни", "спонсор", "попечител", "благотворител", "финансир", "поддержан", "создан"], StringComparison.OrdinalIgnoreCase);

    /// <summary>«Грантополучатель: АНО …», «Победитель конкурса – АНО …».</summary>
    [GeneratedRegex("""^\s*(?:(?:полное |краткое )?(?:наименование|название)(?: организации)?|грантополучатель|заявитель|получатель|победитель|исполнитель|участник|организация|организация-\w+|учреждение|юридическое лицо|юрлицо)(?: (?:гранта|субсидии|конкурса|проекта|поддержки))?\s*(?::|[ ][–—-](?=\s))\s*(?=\S)""", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Label { get; }

    /// <summary>«Клуб «Лад» (при библиотеке № 4)» is «Клуб «Лад» при библиотеке № 4».</summary>
    [GeneratedRegex("""\s*[\(\[]\s*при (?!поддержке|участии|содействии|финансировании)(?<host>[^()\[\]]+)[\)\]]""", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex At { get; }

    /// <summary>«… (грант Фонда …)», «…, проект АНО «…»»: who pays for it, or what it takes part in.</summary>
    [GeneratedRegex("""
        \s*(?<open>[\(\[]|,\s|\s[–—-]\s)\s*
        (?:(?:социальный\s|совместный\s|победитель\s|в\sрамках\s|по\s|за\sсчет\s|реализует\s)?
            (?:проект|программ|грант|субсиди|конкурс)\w*
            |грантополучател\w+|получател\w+\s(?:гранта|субсидии)|при\s(?:поддержке|участии|содействии|финансировании)|под\s(?:эгидой|патронатом|патронажем|крылом)
            |учредител\w+|учрежден\w*|соучредител\w+|партн[её]р\w*|организатор\w*|оператор\w*|исполнител\w+|заявител\w+|подопечн\w+|руководител\w+|куратор\w*
            |участни\w+|победител\w+|лауреат\w*|правопреемни\w+|преемни\w+|спонсор\w*|попечител\w+|благотворител\w{1,2}|финансирует\w*|поддержан\w*|создан\w*)
        (?=[\s:–—-])[^()\[\]]*?(?:[\)\]]|$)
        """, RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.IgnorePatternWhitespace)]
    private static partial Regex OfOther { get; }

    /// <summary>«К0ЛЫМСКАЯ ТР0ПА»: a digit that a machine has read for a letter stands between letters, and no other digit beside it.</summary>
    private static string ReadDigits(string text)
    {
        for (var at = text.AsSpan().IndexOfAny(LikeLetters); at >= 0; at = IndexFrom(text, at + 1))
        {
            if (IsForLetter(text, at))
            {
                return string.Create(text.Length, text, static (mended, from) =>
                {
                    for (var i = 0; i < from.Length; i++)
                    {
                        mended[i] = IsForLetter(from, i) ? LetterOf(from[i], IsLower(from, i)) : from[i];
                    }
                });
            }
        }

        return text;
    }

    private static readonly SearchValues<char> LikeLetters = SearchValues.Create("036");

    private static int IndexFrom(string text, int start) => text.AsSpan(start).IndexOfAny(LikeLetters) is var at and >= 0 ? start + at : -1;

    /// <summary>At the end of a word only «0»: «Школа6» is a number. At its beginning before a whole word only: not «3-й», «3летие».</summary>
    private static bool IsForLetter(string text, int at)
    {
        const int Fewest = 4;
        if (text[at] is not ('0' or '3' or '6') || IsDigit(text, at - 1) || IsDigit(text, at + 1))
        {
            return false;
        }

        if (IsLetter(text, at - 1))
        {
            return IsLetter(text, at + 1) || (text[at] == '0' && !(at + 1 < text.Length && text[at + 1] is '.' or ','));
        }

        var letters = 1;
        while (IsLetter(text, at + letters))
        {
            letters++;
        }

        return letters > Fewest && !(at > 0 && text[at - 1] is '-' or '.' or ',') && !text.AsSpan(at + 1).StartsWith("лет", StringComparison.OrdinalIgnoreCase);
    }

    /// <summary>At the beginning of a word it stands for a capital.</summary>
    private static bool IsLower(string text, int at) => IsLetter(text, at - 1) && char.IsLower(text[at - 1]);

    private static char LetterOf(char digit, bool isLower) => (digit, isLower) switch
    {
        ('0', true) => 'о', ('0', false) => 'О', ('3', true) => 'з', ('3', false) => 'З', (_, true) => 'б', _ => 'Б',
    };

    private static bool IsLetter(string text, int at) => at >= 0 && at < text.Length && text[at] is >= 'А' and <= 'я' or 'ё' or 'Ё';

    private static bool IsDigit(string text, int at) => at >= 0 && at < text.Length && char.IsAsciiDigit(text[at]);
}
