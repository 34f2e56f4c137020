namespace CenterDirectory.Api.Embedding.Choices;

/// <summary>Writes a choice as attributes of the element and as parameters of its page: the same names, usual values left out.</summary>
internal static class ChoiceParameters
{
    /// <summary>What chooses the entries and their form; colours and search words are not among them.</summary>
    public static IEnumerable<(string Name, string Value)> Attributes(WidgetChoice choice)
    {
        var isCard = choice.Kind == WidgetKind.Card;
        (string Name, string? Value)[] all =
        [
            ("center", choice.Kind == WidgetKind.Directory ? null : choice.Center),
            ("territory", isCard ? null : choice.Territory),
            ("support", choice.Kind == WidgetKind.Directory ? List(choice.Support) : null),
            ("audience", isCard ? null : List(choice.Audience)),
            ("level", choice.Kind == WidgetKind.Directory ? List(choice.Level) : null),
            ("status", choice.Kind == WidgetKind.Directory ? List(choice.Status) : null),
            ("kind", choice.Kind == WidgetKind.Events ? List(choice.EventKind) : null),
            ("view", isCard || choice.View is "list" or "agenda" ? null : choice.View),
            ("page-size", isCard || choice.PageSize == 10 ? null : $"{choice.PageSize}"),
            ("lang", choice.Language.Code),
            ("theme", choice.Theme == "auto" ? null : choice.Theme),
        ];
        return all.Where(attribute => !string.IsNullOrEmpty(attribute.Value)).Select(attribute => (attribute.Name, attribute.Value!));
    }

    /// <summary>Colours as custom properties of CSS.</summary>
    public static IEnumerable<(string Name, string Value)> Properties(WidgetChoice choice)
    {
        if (choice.Accent is { } accent)
        {
            yield return ("--cd-accent", accent.Css);
            yield return ("--cd-accent-ink", accent.Readable.Css);
        }

        if (choice.Ground is { } ground)
        {
            yield return ("--cd-ground", ground.Css);
        }

        if (choice.Ink is { } ink)
        {
            yield return ("--cd-ink", ink.Css);
        }
    }

    /// <summary>Colours as parameters of an address.</summary>
    public static IEnumerable<(string Name, string Value)> Colours(WidgetChoice choice)
    {
        (string Name, Colour? Value)[] all = [("accent", choice.Accent), ("ground", choice.Ground), ("ink", choice.Ink)];
        return all.Where(colour => colour.Value is not null).Select(colour => (colour.Name, colour.Value!.Value.Hex));
    }

    /// <summary>Path and query of the page that shows the same without script.</summary>
    public static string Page(WidgetChoice choice)
    {
        var path = choice.Kind switch
        {
            WidgetKind.Events => "/embed/events",
            WidgetKind.Card => $"/embed/center/{Uri.EscapeDataString(choice.Center ?? "")}",
            _ => "/embed/centers",
        };
        var parameters = Attributes(choice).Where(attribute => choice.Kind != WidgetKind.Card || attribute.Name != "center").Concat(Colours(choice));
        return path + QueryString.Create(parameters.Select(parameter => KeyValuePair.Create(parameter.Name, (string?)parameter.Value)));
    }

    private static string List(IReadOnlyList<string> values) => string.Join(',', values);
}
