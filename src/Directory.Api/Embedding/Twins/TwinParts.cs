using System.Globalization;
using CenterDirectory.Api.Pages;
using CenterDirectory.Api.Pages.Words;
using CenterDirectory.Data.Values;

namespace CenterDirectory.Api.Embedding.Twins;

/// <summary>Pieces of the framed pages. Their links open outside of the frame.</summary>
internal static class TwinParts
{
    private const int MostTitles = 2;

    /// <summary>A center in a list.</summary>
    public static Html Center(PageLanguage language, CenterItem center) => Html.Of($"""
        <li class="item">
        <h2><a href="{Address(language, "centers", center.Slug)}" target="_blank" rel="noopener">{center.DisplayName}</a></h2>
        <p class="quiet">{Facts(language, center)}</p>
        {Tags(language, center)}
        {Services(language, center.Services)}
        {Contacts(center)}
        </li>
        """);

    /// <summary>An event in a list.</summary>
    public static Html Event(PageLanguage language, OccurrenceItem item) => Html.Of($"""
        <li class="item">
        <h2 class="{(item.Status == EventStatus.Cancelled ? "off" : "")}"><a href="{Address(language, "events", item.Event.Slug)}" target="_blank" rel="noopener">{item.Event.DisplayName}</a></h2>
        <p class="row"><time datetime="{item.StartsOn.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)}">{TwinWords.When(language, item.StartsOn, item.EndsOn, item.StartsAt, item.EndsAt, item.Event.TimeZone)}</time>
        <span class="quiet">{Labels.Of(language, item.Event.Kind)}</span>
        {(item.Status is EventStatus.Cancelled or EventStatus.Postponed ? Html.Of($"<strong>{Labels.Of(language, item.Status)}</strong>") : Html.Nothing)}</p>
        {Quiet(Place(language, item.Event))}
        </li>
        """);

    /// <summary>Level, place, state, and whether nobody has confirmed it for long, in one line; an ordinary state needs no word.</summary>
    public static string Facts(PageLanguage language, CenterItem center) => string.Join(" · ", new[]
    {
        center.Level == CenterLevel.Unknown ? null : Labels.Of(language, center.Level),
        center.Territory?.DisplayName,
        center.Status is CenterStatus.Active or CenterStatus.Unknown ? null : Labels.Of(language, center.Status),
        center.Freshness == Freshness.Stale ? Labels.Of(language, center.Freshness) : null,
    }.Where(fact => fact is not null));

    /// <summary>Kinds of support.</summary>
    public static Html Tags(PageLanguage language, CenterItem center) => center.SupportKinds.Count == 0 ? Html.Nothing : Html.Of($"""
        <ul class="tags">
        {Html.Each(center.SupportKinds, kind => Html.Of($"<li>{Labels.Of(language, kind)}</li>"))}
        </ul>
        """);

    /// <summary>A link of a contact or a site.</summary>
    public static Html Link(Uri? address, string text) => address is { IsAbsoluteUri: true, Scheme: "http" or "https" or "mailto" or "tel" }
        ? Html.Of($"""<a href="{address.AbsoluteUri}" target="_blank" rel="noopener">{text}</a>""")
        : Html.Of($"<span>{text}</span>");

    /// <summary>How fresh the data are and who says so.</summary>
    public static Html Badge(PageLanguage language, string words, DateTime instant, IEnumerable<Titled> sources)
    {
        List<string> titles = [.. sources.Select(source => source.Title).Distinct()];
        var rest = titles.Count > MostTitles ? language.Pick($" и ещё {titles.Count - MostTitles}", $" and {titles.Count - MostTitles} more") : "";
        var named = titles.Count == 0 ? "" : $", {language.Pick("источники", "sources")}: {string.Join("; ", titles.Take(MostTitles))}{rest}";
        return Html.Of($"""<p class="quiet badge">{words} {DateWords.Of(language, DateOnly.FromDateTime(instant))}{named}</p>""");
    }

    /// <summary>Address of an entry's page.</summary>
    public static string Address(PageLanguage language, string type, string slug) => $"/{type}/{Uri.EscapeDataString(slug)}?lang={language.Code}";

    private static Html Services(PageLanguage language, ServiceList services)
    {
        var rest = services.TotalCount - services.Nodes.Count;
        return services.Nodes.Count == 0
            ? Html.Nothing
            : Html.Of($"<p>{string.Join("; ", services.Nodes.Select(service => service.DisplayName))}{(rest > 0 ? language.Pick($" и ещё {rest}", $" and {rest} more") : "")}</p>");
    }

    private static Html Contacts(CenterItem center)
    {
        List<Html> links = [.. center.Contacts.Where(contact => contact.Url is not null).Take(3).Select(contact => Link(contact.Url, PhoneWords.Of(contact.Value)))];
        if (center.Website is { IsAbsoluteUri: true } site)
        {
            links.Add(Link(site, site.Host));
        }

        return links.Count == 0 && center.AddressText is null ? Html.Nothing : Html.Of($"""
            <p class="row">{(center.AddressText is { } address ? Html.Of($"<span>{address}</span>") : Html.Nothing)}
            {Html.Each(links, link => link)}</p>
            """);
    }

    private static string Place(PageLanguage language, EventItem item)
    {
        var place = string.Join(", ", new[] { item.Venue, item.AddressText, item.Territory?.DisplayName }.Where(part => part is not null));
        return place.Length > 0 ? place : item.AttendanceMode == AttendanceMode.Online ? Labels.Of(language, AttendanceMode.Online) : "";
    }

    private static Html Quiet(string text) => text.Length == 0 ? Html.Nothing : Html.Of($"""<p class="quiet">{text}</p>""");
}
