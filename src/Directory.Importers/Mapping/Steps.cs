using System.Collections.Frozen;
using System.Globalization;
using System.Net;
using System.Text.RegularExpressions;
using CenterDirectory.Importers.Formats;
using CenterDirectory.Importers.Manifests;
using CenterDirectory.Importers.Validation;

namespace CenterDirectory.Importers.Mapping;

/// <summary>The table of steps: a new one is an entry here.</summary>
internal static class Steps
{
    public const string From = "from";
    public const string ElseFrom = "else-from";
    public const string Join = "join";
    public const string Const = "const";
    public const string Split = "split";
    public const string Default = "default";
    public const string Lookup = "lookup";

    /// <summary>All steps, in the order in which a person learns them.</summary>
    public static readonly IReadOnlyList<StepDefinition> All =
    [
        new(
            From, "from: column",
            new(
                "Значение колонки, нескольких – через пробел; пробелы вокруг убираются всегда.",
                "The value of a column, of a list of columns with spaces between; white space around it always goes.")),
        new(
            Join, "join: \", \"",
            new("Чем соединяются несколько колонок.", "What stands between the values of several columns.")),
        new(
            ElseFrom, "else-from: column",
            new("Другие колонки, если до этого шага ничего нет.", "Other columns, if there is nothing before this step.")),
        new(
            Const, "const: VALUE",
            new("Постоянное значение или список.", "A constant or a list of them.")),
        new(
            "trim", "trim: true",
            new("Убирает пробелы вокруг, неразрывные тоже.", "Takes white space away at both ends, no-break spaces too."),
            null, Flag(CellText.Trim)),
        new(
            "collapse", "collapse: true",
            new("Любые пробелы и переводы строк подряд – один пробел.", "Any run of spaces and line breaks becomes one space."),
            null, Flag(CellText.Collapse)),
        new(
            "look-alikes", "look-alikes: true",
            new("Латинские буквы внутри русских слов становятся русскими.", "Latin letters inside of Russian words become Cyrillic."),
            null, Flag(LookAlikes.Mend)),
        new(
            "entities", "entities: true",
            new("Раскрывает знаки HTML: `&#8220;`, `&quot;`.", "Resolves the characters of HTML: `&#8220;`, `&quot;`."),
            null, Flag(WebUtility.HtmlDecode)),
        new(
            Split, "split: \"|\"",
            new("Делит на части; дальше каждая идёт сама.", "Cuts into parts; each goes on by itself.")),
        new(
            Lookup, "lookup: name",
            new("Переводит слово источника по справочнику манифеста.", "Translates the source's word by a lookup of the manifest."),
            IssueRules.LookupUnknown, Translate),
        new(
            "date", "date: [dd.MM.yyyy, MMMM yyyy, edtf]",
            new("Дата по одной из записей, с той точностью, какая есть.", "A date by one of the layouts, as precise as it is."),
            IssueRules.DateLayout, ReadDate),
        new(
            "phone", "phone: RU",
            new("Телефон в виде E.164.", "A telephone number as E.164."),
            IssueRules.PhoneFormat, Country(PhoneNumbers.TryRead)),
        new(
            "email", "email: true",
            new("Адрес почты.", "A mailbox."),
            IssueRules.EmailFormat, Check(WebText.TryReadEmail)),
        new(
            "url", "url: true",
            new("Адрес страницы; без схемы – https.", "Address of a page; without a scheme https."),
            IssueRules.UrlFormat, Check(WebText.TryReadUrl)),
        new(
            "number", "number: true",
            new("Число с пробелами, запятой, «тыс.», «р.».", "A number with spaces, comma, «тыс.», «р.»."),
            IssueRules.NumberFormat, Check(NumberText.TryRead)),
        new(
            "money", "money: true",
            new(
                "Сумма в рублях, как её пишут люди: «3 000 000», «650 тыс.», «1 млн. 500 тыс.», «942.916».",
                "A sum in roubles as people write it: «3 000 000», «650 тыс.», «1 млн. 500 тыс.», «942.916»."),
            IssueRules.NumberFormat, Check(MoneyText.TryRead)),
        new(
            "digits", "digits: 10",
            new("Дополняет нулями слева до стольких цифр.", "Pads with zeros on the left to so many digits."),
            IssueRules.DigitsFormat, PadDigits),
        new(
            "null-if", "null-if: [нет, \"-\"]",
            new("Эти слова значат, что не сказано ничего.", "These words mean that nothing is said."),
            null, DropWords),
        new(
            Default, "default: VALUE",
            new("Значение, если до этого шага ничего нет.", "The value if there is none before this step.")),
        new(
            "replace", "replace: { pattern: \"^0_\", with: \"\" }",
            new("Замена по регулярному выражению.", "Replacement by a regular expression."),
            null, Replace),
    ];

    /// <summary>No options.</summary>
    public static readonly IReadOnlyDictionary<string, string> NoOptions = FrozenDictionary<string, string>.Empty;

    private static readonly FrozenDictionary<string, StepDefinition> ByName = All.ToFrozenDictionary(step => step.Name, StringComparer.Ordinal);

    /// <summary>Names of all steps.</summary>
    public static IReadOnlyList<string> Names { get; } = [.. All.Select(step => step.Name)];

    public static StepDefinition? Find(string name) => ByName.GetValueOrDefault(name);

    private static Func<MappingStep, Lookups, TextStep?> Flag(Func<string, string> change) =>
        (step, _) => step.Values is ["true"] ? (string text, out string? result) => IsText(change(text), out result) : null;

    private static Func<MappingStep, Lookups, TextStep?> Check(TextStep read) => (step, _) => step.Values is ["true"] ? read : null;

    private static Func<MappingStep, Lookups, TextStep?> Country(TextStep read) => (step, _) => step.Values is ["RU"] ? read : null;

    private static TextStep? Translate(MappingStep step, Lookups lookups) =>
        step.Values is [var name] && lookups.Find(name) is { } lookup ? lookup.TryTranslate : null;

    private static TextStep? ReadDate(MappingStep step, Lookups lookups) => RussianDates.Of(step.Values) is { } dates ? dates.TryRead : null;

    private static TextStep? PadDigits(MappingStep step, Lookups lookups)
    {
        if (step.Values is not [var text] || !int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var length) || length is < 1 or > 20)
        {
            return null;
        }

        return (string value, out string? result) =>
        {
            var isNumber = value.Length <= length && value.All(char.IsAsciiDigit);
            result = isNumber ? value.PadLeft(length, '0') : null;
            return isNumber;
        };
    }

    private static TextStep? DropWords(MappingStep step, Lookups lookups)
    {
        if (step.Values.Count == 0)
        {
            return null;
        }

        var words = step.Values.ToFrozenSet(StringComparer.OrdinalIgnoreCase);
        return (string value, out string? result) =>
        {
            result = words.Contains(value) ? null : value;
            return true;
        };
    }

    private static TextStep? Replace(MappingStep step, Lookups lookups)
    {
        if (!step.Options.TryGetValue("pattern", out var pattern) || !step.Options.TryGetValue("with", out var with) || step.Options.Count > 2)
        {
            return null;
        }

        try
        {
            // Linear time whatever the cell holds: manifests may come from anybody who contributes a source.
            var regex = new Regex(pattern, RegexOptions.CultureInvariant | RegexOptions.NonBacktracking);
            return (string value, out string? result) => IsText(regex.Replace(value, with), out result);
        }
        catch (Exception error) when (error is ArgumentException or NotSupportedException)
        {
            return null;
        }
    }

    private static bool IsText(string text, out string? result)
    {
        result = text.Length == 0 ? null : text;
        return true;
    }
}
