using System.Collections.Frozen;

namespace CenterDirectory.Importers.Resolving.Trials;

/// <summary>What a column of a file of pairs holds, told by its name: <c>name1</c>, <c>a_ogrn</c>, <c>right.address</c>, «ИНН 2», <c>same</c>.</summary>
/// <param name="Side">1 or 2; 0 if it speaks of the pair.</param>
/// <param name="Field">Field of a record, or what it says of the pair.</param>
internal readonly record struct PairColumn(int Side, string Field)
{
    public const string Verdict = "verdict";
    public const string About = "about";
    public const string Phone = "phone";
    public const string Email = "email";
    public const string Site = "site";
    public const string Town = "town";

    private static readonly FrozenDictionary<string, int> Sides = Words(
        (1, "1 a а left l first one первый первая первое левый"), (2, "2 b б right r second two other второй вторая второе правый"));

    // In this order: «region name» is a region, «short name» no name.
    private static readonly (string Field, FrozenSet<string> Words)[] Fields =
    [
        ("ogrn", Set("ogrn ogrnip огрн")), ("inn", Set("inn инн")),
        ("shortName", Set("short shortname abbreviation сокращенное краткое")), ("aliases", Set("alias aliases другие")),
        (Phone, Set("phone tel телефон")), (Email, Set("email mail почта")), (Site, Set("site website url web сайт")),
        ("territory", Set("territory territories region регион территория субъект oktmo октмо")), ("addressText", Set("address addr addresstext адрес")),
        (Town, Set("city town settlement locality place город населенный пункт")), ("slug", Set("slug")), ("date", Set("date дата")),
        ("name", Set("name fullname title full наименование название полное organization организация")),
    ];

    private static readonly FrozenSet<string> VerdictWords = Set("verdict same match matches label expected answer truth gold is issame одна одно одинаковы совпадает вердикт ответ метка");
    private static readonly FrozenSet<string> AboutWords = Set("about note notes comment category why kind type hard пояснение комментарий случай");

    private static readonly FrozenSet<string> SameWords = Set("same yes y true t 1 match matched equal positive duplicate dup да одна одно один совпадает та +");
    private static readonly FrozenSet<string> DifferentWords = Set("different no n not false f 0 nonmatch unmatched distinct negative other нет разные разное разный другая не -");

    /// <summary>Reads the name of a column; null if nothing is known of that name.</summary>
    public static PairColumn? Of(string name)
    {
        var words = WordsOf(name);
        var at = Array.FindIndex(words, Sides.ContainsKey);
        var rest = at < 0 ? words : [.. words.Where((_, index) => index != at)];
        if (at >= 0 && Array.Find(Fields, field => rest.Any(field.Words.Contains)).Field is { } known)
        {
            return new PairColumn(Sides[words[at]], known);
        }

        return at >= 0 ? null
            : words.Any(VerdictWords.Contains) ? new PairColumn(0, Verdict)
            : words.Any(AboutWords.Contains) ? new PairColumn(0, About)
            : null;
    }

    /// <summary>Reads a verdict; null if it is none.</summary>
    public static bool? IsSame(string text)
    {
        var words = text.Trim() is "+" or "-" ? [text.Trim()] : WordsOf(text);
        return words.Any(DifferentWords.Contains) ? false : words.Any(SameWords.Contains) ? true : null;
    }

    /// <summary>Cuts at signs, between small and capital letters, before and behind digits.</summary>
    private static string[] WordsOf(string text)
    {
        var words = new List<string> { "" };
        var last = ' ';
        foreach (var letter in text)
        {
            if (!char.IsLetterOrDigit(letter) || char.IsDigit(letter) != char.IsDigit(last) || (char.IsUpper(letter) && char.IsLower(last)))
            {
                words.Add("");
            }

            words[^1] += char.IsLetterOrDigit(letter) ? char.ToLowerInvariant(letter) switch { 'ё' => 'е', var lower => lower } : "";
            last = letter;
        }

        return [.. words.Where(word => word.Length > 0)];
    }

    private static FrozenSet<string> Set(string words) => words.Split(' ').ToFrozenSet(StringComparer.Ordinal);

    private static FrozenDictionary<string, int> Words(params (int Side, string Words)[] sides) =>
        sides.SelectMany(side => side.Words.Split(' ').Select(word => (word, side.Side))).ToFrozenDictionary(pair => pair.word, pair => pair.Side, StringComparer.Ordinal);
}
