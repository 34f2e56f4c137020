using CenterDirectory.Api.Hosting.Publishing;
using CenterDirectory.Api.Pages;
using CenterDirectory.Data.Values;

namespace CenterDirectory.Api.Embedding.Choices;

/// <summary>
/// Reads a choice from an address. What it does not know it leaves out and tells: a page inside somebody's site with the usual looks and a
/// notice is better than an error there.
/// </summary>
internal sealed class ChoiceReader
{
    private const int MostText = 200;
    private const int MostPageSize = 50;

    private static readonly string[] Themes = ["auto", "light", "dark"];
    private static readonly string[] CenterViews = ["list", "cards"];
    private static readonly string[] EventViews = ["agenda", "month"];
    private static readonly string[] Kinds = ["directory", "events", "card"];

    private readonly IQueryCollection query;
    private readonly List<WrongParameter> problems = [];

    private ChoiceReader(IQueryCollection query) => this.query = query;

    /// <summary>The choice of the configurator, which also says which widget.</summary>
    public static WidgetChoice Read(HttpRequest request)
    {
        var kind = Enum.TryParse<WidgetKind>(request.Query["widget"], ignoreCase: true, out var asked) && Enum.IsDefined(asked) ? asked : WidgetKind.Directory;
        var choice = Read(request, kind);
        return request.Query["widget"].ToString() is { Length: > 0 } text && !Kinds.Contains(text, StringComparer.OrdinalIgnoreCase)
            ? choice with { Problems = [.. choice.Problems, Wrong("widget", text, Kinds)] }
            : choice;
    }

    /// <summary>The choice for one widget.</summary>
    public static WidgetChoice Read(HttpRequest request, WidgetKind kind)
    {
        var reader = new ChoiceReader(request.Query);
        var choice = new WidgetChoice
        {
            Language = PageLanguage.Of(request),
            Kind = kind,
            Territory = reader.Text("territory"),
            Center = reader.Text("center"),
            Support = reader.Values("support", nameof(SupportKind)),
            Audience = reader.Values("audience", nameof(Audience)),
            Level = reader.Values("level", nameof(CenterLevel)),
            Status = reader.Values("status", nameof(CenterStatus)),
            EventKind = reader.Values("kind", nameof(EventKind)),
            Text = reader.Text("q"),
            View = kind == WidgetKind.Card ? null : reader.OneOf("view", kind == WidgetKind.Events ? EventViews : CenterViews),
            Theme = reader.OneOf("theme", Themes) ?? "auto",
            PageSize = reader.Number("page-size", 10, MostPageSize),
            Accent = reader.Colour("accent"),
            Ground = reader.Colour("ground"),
            Ink = reader.Colour("ink"),
            After = reader.Text("after"),
        };
        return choice with { Problems = reader.problems };
    }

    private string? Text(string name)
    {
        var text = query[name].ToString().Trim();
        return text.Length == 0 ? null : text.Length <= MostText ? text : text[..MostText];
    }

    private string? OneOf(string name, string[] allowed)
    {
        if (Text(name) is not { } text)
        {
            return null;
        }

        var known = allowed.FirstOrDefault(item => item.Equals(text, StringComparison.OrdinalIgnoreCase));
        if (known is null)
        {
            problems.Add(Wrong(name, text, allowed));
        }

        return known;
    }

    private List<string> Values(string name, string vocabulary)
    {
        var allowed = WidgetTexts.Vocabularies[vocabulary].ToList();
        var known = new List<string>();
        foreach (var item in query[name].SelectMany(text => (text ?? "").Split([',', ' '], StringSplitOptions.RemoveEmptyEntries)))
        {
            var value = item.ToUpperInvariant().Replace('-', '_');
            if (!allowed.Contains(value))
            {
                problems.Add(Wrong(name, item, allowed));
            }
            else if (!known.Contains(value))
            {
                known.Add(value);
            }
        }

        return known;
    }

    private int Number(string name, int usual, int most)
    {
        if (Text(name) is not { } text)
        {
            return usual;
        }

        if (int.TryParse(text, out var number) && number >= 1 && number <= most)
        {
            return number;
        }

        problems.Add(Wrong(name, text, [$"1–{most}"]));
        return usual;
    }

    private Colour? Colour(string name)
    {
        if (Text(name) is not { } text)
        {
            return null;
        }

        var colour = Choices.Colour.Parse(text);
        if (colour is null)
        {
            problems.Add(Wrong(name, text, ["0b6b57", "#0b6b57"]));
        }

        return colour;
    }

    private static WrongParameter Wrong(string name, string value, IReadOnlyList<string> allowed) => new(
        name,
        new($"Параметр {name}: значение «{value}» неизвестно. Возможны: {string.Join(", ", allowed)}.", $"Parameter {name}: the value “{value}” is unknown. It may be: {string.Join(", ", allowed)}."),
        allowed);
}
