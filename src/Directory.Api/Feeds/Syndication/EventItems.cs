using System.Globalization;
using CenterDirectory.Api.Feeds.Entries;
using CenterDirectory.Api.Feeds.Wording;
using CenterDirectory.Api.Feeds.Writing;
using CenterDirectory.Api.Pages;
using NodaTime;
using NodaTime.Extensions;
using NodaTime.Text;

namespace CenterDirectory.Api.Feeds.Syndication;

/// <summary>Tells events as items of a feed: here every event has its place, however little is known of its date.</summary>
internal sealed class EventItems(EventWords words, FeedIds ids, FeedAddresses addresses)
{
    private static readonly OffsetDateTimePattern Instant = OffsetDateTimePattern.CreateWithInvariantCulture("uuuu-MM-dd'T'HH:mm:sso<m>");

    /// <summary>The item of an event.</summary>
    public FeedItem Of(EventEntry entry)
    {
        var item = entry.Event;
        var page = addresses.Event(item);
        return new FeedItem(ids.Tag("event", item.Id), words.Title(item), item.Url is { } url ? FeedAddresses.Of(url) : page, item.UpdatedAt)
        {
            Page = page,
            Published = item.CreatedAt,
            Summary = Summary(entry),
            Content = Content(entry),
            Categories = [.. EventCategories.Of(item).Select(category => new FeedCategory(category.Vocabulary, category.Term, category.LabelIn(words)))],
            Enclosure = new FeedEnclosure(addresses.CalendarOf(item), "text/calendar", words.T("В календарь", "Add to calendar")),
            Occasion = new FeedOccasion(Start(entry), End(entry), words.Where(entry)),
        };
    }

    private string Summary(EventEntry entry) => string.Join('\n', Lines(entry));

    private IEnumerable<string> Lines(EventEntry entry)
    {
        if (words.Trouble(entry) is { } trouble)
        {
            yield return trouble + ".";
        }

        yield return $"{words.T("Когда", "When")}: {words.When(entry) ?? words.T("дата не названа", "no date is told")}";
        if (words.Where(entry) is { } place)
        {
            yield return $"{words.T("Где", "Where")}: {place}";
        }
    }

    private string Content(EventEntry entry)
    {
        var item = entry.Event;
        var parts = Lines(entry).Concat(FeedHtml.Paragraphs(words.Description(item))).Select(line => Html.Of($"<p>{line}</p>")).ToList();
        if (item.Agenda.Count > 0)
        {
            parts.Add(Html.Of($"<p>{words.T("Программа", "Agenda")}:</p><ul>{Html.Each(item.Agenda, point => Html.Of($"<li>{point}</li>"))}</ul>"));
        }

        if (entry.Organizers.Count > 0)
        {
            parts.Add(Html.Of($"<p>{words.T("Организатор", "Organizer")}: {string.Join(", ", entry.Organizers)}</p>"));
        }

        if (item.RegistrationUrl is { IsAbsoluteUri: true, Scheme: "http" or "https" } registration)
        {
            parts.Add(Html.Of($"""<p><a href="{registration.AbsoluteUri}">{words.T("Регистрация", "Registration")}</a></p>"""));
        }

        parts.Add(Html.Of($"""<p><a href="{addresses.Event(item)}">{words.T("Запись в справочнике", "In the directory")}</a></p>"""));
        return string.Join('\n', parts);
    }

    private static string? Start(EventEntry entry) =>
        entry.Event.StartsAt is { } start ? AtPlace(start, entry.Zone) : Day(entry.Event.Date is { } date && EventPrecision.IsExact(date) ? date.Earliest : null);

    private static string? End(EventEntry entry) =>
        entry.Event.StartsAt is not null ? entry.Event.EndsAt is { } end ? AtPlace(end, entry.Zone) : null
        : Day(entry.Event.Date is { IsInterval: true } date && EventPrecision.IsExact(date) ? date.Latest : null);

    private static string AtPlace(DateTime instant, DateTimeZone? zone) => Instant.Format(instant.ToInstant().InZone(zone ?? DateTimeZone.Utc).ToOffsetDateTime());

    private static string? Day(DateOnly? day) => day?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
