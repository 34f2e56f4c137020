using CenterDirectory.Api.Hosting.Publishing;
using CenterDirectory.Importers.Manifests;
using Microsoft.Extensions.Primitives;

namespace CenterDirectory.Api.Feeds.Filtering;

/// <summary>The query string of a feed, read.</summary>
/// <param name="Filter">What it asks.</param>
/// <param name="Stated">What it says, parameter by parameter in the order of the table, values joined by commas.</param>
internal sealed record FeedQuery(FeedFilter Filter, IReadOnlyList<KeyValuePair<string, string>> Stated)
{
    /// <summary>Reads a query string; what is left empty, as forms leave it, says nothing.</summary>
    /// <param name="query">The query string.</param>
    /// <param name="subject">What the feed tells of.</param>
    /// <param name="format">Extension of the feed; null if it may be any, as on the page.</param>
    /// <param name="taken">A parameter that the path of the feed stands for; null if there is none.</param>
    /// <param name="wrong">Takes what cannot be understood.</param>
    public static FeedQuery Read(
        IEnumerable<KeyValuePair<string, StringValues>> query, FeedSubject subject, string? format, string? taken, List<WrongParameter> wrong)
    {
        var known = FeedParameters.Of(subject)
            .Where(parameter => (parameter.Format is null || format is null || parameter.Format == format) && parameter.Name != taken).ToList();
        var given = new Dictionary<FeedParameter, List<string>>();
        foreach (var (name, values) in query)
        {
            if (known.Find(parameter => parameter.Name.Equals(name, StringComparison.OrdinalIgnoreCase)) is not { } parameter)
            {
                wrong.Add(Unknown(name, known));
                continue;
            }

            var texts = values.SelectMany(value => parameter.IsList ? (value ?? "").Split(',') : [value ?? ""])
                .Select(text => text.Trim()).Where(text => text.Length > 0);
            given[parameter] = [.. given.GetValueOrDefault(parameter) ?? [], .. texts];
        }

        var filter = new FeedFilter();
        var stated = new List<KeyValuePair<string, string>>();
        foreach (var parameter in known.Where(parameter => given.GetValueOrDefault(parameter) is { Count: > 0 }))
        {
            filter = Read(parameter, given[parameter], filter, wrong);
            stated.Add(new(parameter.Name, string.Join(',', given[parameter])));
        }

        if (filter.From > filter.To)
        {
            wrong.Add(new WrongParameter("to", new("«to» раньше, чем «from».", "`to` is before `from`."), []));
        }

        return new FeedQuery(filter, stated);
    }

    /// <summary>The query string that says the same, with its question mark; empty if it says nothing.</summary>
    /// <param name="change">Parameters to put in place of those that are stated; a null leaves one out.</param>
    public string Address(params ReadOnlySpan<(string Name, string? Value)> change)
    {
        var pairs = Stated.ToList();
        foreach (var (name, value) in change)
        {
            pairs.RemoveAll(pair => pair.Key == name);
            if (value is not null)
            {
                pairs.Add(new(name, value));
            }
        }

        return pairs.Count == 0 ? "" : "?" + string.Join('&', pairs.Select(pair => $"{pair.Key}={Escape(pair.Value)}"));
    }

    /// <summary>A comma between values stays readable: it needs no escape in a query (RFC 3986, 3.4).</summary>
    private static string Escape(string value) => Uri.EscapeDataString(value).Replace("%2C", ",", StringComparison.Ordinal);

    private static FeedFilter Read(FeedParameter parameter, List<string> values, FeedFilter filter, List<WrongParameter> wrong)
    {
        if (!parameter.IsList && values.Count > 1)
        {
            wrong.Add(new WrongParameter(parameter.Name, new(
                $"Параметр «{parameter.Name}» задан несколько раз; нужен один.", $"The parameter `{parameter.Name}` is given several times; once is enough."), []));
            return filter;
        }

        if (parameter.Read(filter, values) is { } read)
        {
            return read;
        }

        var allowed = parameter.Terms.Select(term => term.Value).ToList();
        var bad = values.Find(value => allowed.Count > 0 && !allowed.Contains(value, StringComparer.OrdinalIgnoreCase)) ?? values[0];
        var nearest = NearestName.Of(bad, allowed);
        wrong.Add(new WrongParameter(parameter.Name, new(
            $"У параметра «{parameter.Name}» не бывает значения «{bad}»{(nearest is null ? "" : $"; вероятно, имелось в виду «{nearest}»")}. Можно: {Plain(parameter.Values.Ru)}.",
            $"The parameter `{parameter.Name}` cannot be '{bad}'{(nearest is null ? "" : $"; probably '{nearest}' was meant")}. It may be {Plain(parameter.Values.En)}."), allowed));
        return filter;
    }

    private static WrongParameter Unknown(string name, List<FeedParameter> known)
    {
        var names = known.Select(parameter => parameter.Name).ToList();
        var elsewhere = FeedParameters.All.FirstOrDefault(parameter => parameter.Name.Equals(name, StringComparison.OrdinalIgnoreCase));
        if (elsewhere is not null)
        {
            return new WrongParameter(name, new(
                $"Параметр «{elsewhere.Name}» здесь не действует. Есть: {string.Join(", ", names)}.",
                $"The parameter `{elsewhere.Name}` has no meaning here. There are {string.Join(", ", names)}."), names);
        }

        var nearest = NearestName.Of(name, names);
        return new WrongParameter(name, new(
            $"Параметра «{name}» нет{(nearest is null ? "" : $"; вероятно, имелся в виду «{nearest}»")}.",
            $"There is no parameter `{name}`{(nearest is null ? "" : $"; probably `{nearest}` was meant")}."), names);
    }

    private static string Plain(string markdown) => markdown.Replace("`", "", StringComparison.Ordinal);
}
