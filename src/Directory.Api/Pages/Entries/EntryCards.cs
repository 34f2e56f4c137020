using CenterDirectory.Api.Pages.Words;
using CenterDirectory.Data.Entities;
using CenterDirectory.Data.Entities.Links;
using CenterDirectory.Data.Values;

namespace CenterDirectory.Api.Pages.Entries;

/// <summary>How an entry is shown on the pages of others: its name as a link, and what one wants to know before following it.</summary>
/// <param name="language">Language of the page.</param>
/// <param name="today">Today.</param>
internal sealed class EntryCards(PageLanguage language, DateOnly today)
{
    private const string Dot = " · ";

    /// <summary>Its name in the language of the page, Russian where nobody has translated it.</summary>
    public string Name(DirectoryEntry entry) => language == PageLanguage.English ? entry.NameEn ?? entry.DisplayName : entry.DisplayName;

    /// <summary>Its name as a link.</summary>
    public Phrase Link(DirectoryEntry entry) =>
        Enum.TryParse<EntryType>(entry.GetType().Name, out var type) ? Phrase.To(type, entry.Slug, Name(entry)) : Phrase.Of(Name(entry));

    /// <summary>Name alone.</summary>
    public Card Plain(DirectoryEntry entry) => new(Link(entry), []);

    /// <summary>A center: reach and state, place, support.</summary>
    public Card Center(Center center) => Card(
        Link(center),
        Words(Known(center.Level, CenterLevel.Unknown), Known(center.Status, CenterStatus.Unknown)),
        Place(center.Territory, center.TerritoryText),
        center.SupportKinds.Count == 0 ? null : Text($"{T("Поддержка", "Support")}: {string.Join(", ", center.SupportKinds.Select(kind => Labels.Inner(language, kind)))}"));

    /// <summary>A service: support, fee and way, state if it is not simply offered.</summary>
    public Card Service(Service service) => Card(
        Link(service),
        Text(Labels.List(language, service.SupportKinds)),
        Words(
            service.Price is { } price ? price.Format(language.Locale) : service.Fee is { } fee ? Labels.Of(language, fee) : null,
            service.DeliveryModes.Count == 0 ? null : Labels.List(language, service.DeliveryModes),
            service.Status is ServiceStatus.Active or ServiceStatus.Unknown ? null : Labels.Of(language, service.Status)));

    /// <summary>An event: when, where, state if it does not simply take place.</summary>
    public Card Event(Event item, DateOnly? next = null) => Card(
        Link(item),
        Line.Join(Dot, [When(item), Next(item, next)]),
        Words(
            Known(item.Kind, EventKind.Other),
            item.AttendanceMode is { } mode ? Labels.Of(language, mode) : null,
            item.Status is EventStatus.Postponed or EventStatus.Cancelled ? Labels.Of(language, item.Status) : null),
        Place(item.Territory, item.Venue ?? item.TerritoryText));

    /// <summary>A news item: when and by whom.</summary>
    public Card News(NewsItem news) => Card(Link(news), Line.Join(Dot, [Date(news.PublishedOn), Quietly(news.Publisher)]));

    /// <summary>An organization: what it is and where.</summary>
    public Card Organization(Organization organization) => Card(
        Link(organization),
        Words(Known(organization.Kind, OrganizationKind.Unknown), organization.Status is OrganizationStatus.Excluded or OrganizationStatus.Liquidated ? Labels.Of(language, organization.Status) : null),
        Place(organization.Territory, organization.TerritoryText));

    /// <summary>A territory: what it is.</summary>
    public Card Territory(Territory territory) => new(Line.Of(Link(territory), Phrase.Quiet(" " + Labels.Inner(language, territory.Kind))), []);

    /// <summary>A project: state and time.</summary>
    public Card Project(Project project) => Card(Link(project), Line.Join(Dot, [Words(Known(project.Status, ProjectStatus.Unknown))?.Phrases[0], Date(project.Period)]));

    /// <summary>A program: time.</summary>
    public Card Program(Program program) => Card(Link(program), Line.Join(Dot, [Date(program.Period)]));

    /// <summary>A grant: sum, who gives it, when.</summary>
    public Card Grant(Grant grant) => Card(
        Link(grant),
        Line.Join(Dot, [grant.Amount is { } amount ? Phrase.Of(amount.Format(language.Locale)) : null, Quietly(grant.Funder), Date(grant.AwardedOn)]));

    /// <summary>A figure: the number as its source qualifies it.</summary>
    public Card Metric(Metric metric) => new(
        Line.Of(Phrase.Of(QuantityWords.Of(language, metric.Quantity)), Phrase.Quiet($" – {Name(metric)}")),
        [.. Lines(
            Words(
                metric.Kind == MetricKind.Target ? Labels.Of(language, metric.Kind) : null,
                QuantityWords.UnitOf(metric.Quantity) is { } unit ? $"{T("единица", "unit")}: {unit}" : null,
                metric.Period is { } period ? DateWords.Of(language, period) : null,
                metric.TerritoryText),
            metric.Quantity.Text is { } words ? Text($"{T("в источнике", "in the source")}: «{words}»") : null,
            metric.ActivityAreas.Count == 0 ? null : Text($"{T("области", "areas")}: {string.Join(", ", metric.ActivityAreas)}"))]);

    /// <summary>A person in a role, or a post that somebody fills.</summary>
    public Card Role(PersonRole role) => Card(
        role.Person is { } person ? Link(person) : Phrase.Of(role.Position ?? (role.Role is { } post ? Labels.Of(language, post) : T("Имя не названо", "Not named"))),
        Line.Join(Dot, [
            role.Person is null ? null : Quietly(role.Position),
            role.Role is { } part && role.Position is null && role.Person is not null ? Phrase.Quiet(Labels.Of(language, part)) : null,
            Date(role.Period),
        ]));

    /// <summary>A card of what nobody has confirmed lately says so.</summary>
    public Card Stale(Card card) => card with { Notes = [.. card.Notes, (Line)Labels.Of(language, Freshness.Stale)] };

    /// <summary>A card whose empty lines are left out.</summary>
    public static Card Card(Line head, params IEnumerable<Line?> notes) => new(head, [.. Lines(notes)]);

    /// <summary>Where something is: the territory as a link, else the source's words.</summary>
    public Line? Place(Territory? territory, string? text) => (territory, text) switch
    {
        ({ } known, { } words) when words != known.Name => Line.Of(Phrase.Of(words + ", "), Link(known)),
        ({ } known, _) => Link(known),
        (null, { } words) => Text(words),
        _ => null,
    };

    /// <summary>When an event takes place, in our words and in those of the source.</summary>
    public Phrase When(Event item)
    {
        if (item.StartsAt is { } start)
        {
            var zone = item.TimeZone ?? item.Territory?.TimeZone;
            return Phrase.At(ClockWords.Of(language, start, item.EndsAt, zone), ClockWords.Machine(start, zone));
        }

        return item.Date is { } date ? Date(date)! : Phrase.Of(item.DateText ?? T("дата не названа", "date not stated"));
    }

    /// <summary>A date; null without it.</summary>
    public Phrase? Date(FuzzyDate? date) => date is null ? null : Phrase.At(DateWords.Of(language, date), DateWords.Machine(date));

    private Phrase? Next(Event item, DateOnly? next) => item.Recurrence is { } recurrence
        ? Phrase.Of(next is { } day && day >= today
            ? $"{RecurrenceWords.Of(language, recurrence)}; {T("ближайшее", "next")}: {DateWords.Of(language, day)}"
            : RecurrenceWords.Of(language, recurrence))
        : null;

    private string? Known<TEnum>(TEnum value, TEnum unknown)
        where TEnum : struct, Enum =>
        EqualityComparer<TEnum>.Default.Equals(value, unknown) ? null : Labels.Of(language, value);

    private static Phrase? Quietly(string? text) => string.IsNullOrWhiteSpace(text) ? null : Phrase.Of(text);

    private static Line? Text(string text) => text.Length == 0 ? null : (Line)text;

    private static Line? Words(params IEnumerable<string?> words) => Text(string.Join(Dot, words.Where(word => !string.IsNullOrWhiteSpace(word))));

    private static IEnumerable<Line> Lines(params IEnumerable<Line?> lines) => lines.OfType<Line>().Where(line => line.Phrases.Any(phrase => phrase.Text.Length > 0));

    private string T(string russian, string english) => language.Pick(russian, english);
}
