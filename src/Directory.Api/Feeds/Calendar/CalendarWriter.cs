using System.Buffers;
using CenterDirectory.Api.Feeds.Entries;
using CenterDirectory.Api.Feeds.Wording;
using CenterDirectory.Api.Feeds.Writing;

namespace CenterDirectory.Api.Feeds.Calendar;

/// <summary>Writes iCalendar (RFC 5545 and 7986). There is no METHOD: it is a calendar to subscribe to, no message about a meeting.</summary>
internal sealed class CalendarWriter(IBufferWriter<byte> output, CalendarSpan span, EventWords words, FeedIds ids, FeedAddresses addresses) : IFeedWriter<EventEntry>
{
    private readonly CalendarLines lines = new(output);

    public void Begin(FeedHead head)
    {
        lines.Write("BEGIN", "VCALENDAR");
        lines.Write("VERSION", "2.0");
        lines.WriteText("PRODID", $"-//CenterDirectory//Feeds//{head.Language.ToUpperInvariant()}");
        lines.Write("CALSCALE", "GREGORIAN");
        // Both names of the same thing: the standard's, and the one that Google, Apple and Outlook read.
        lines.WriteText("NAME", head.Title);
        lines.WriteText("X-WR-CALNAME", head.Title);
        var description = span.LeftOut == 0 ? head.Description : $"{head.Description} {LeftOut()}";
        lines.WriteText("DESCRIPTION", description);
        lines.WriteText("X-WR-CALDESC", description);
        if (span.Zones is [var only])
        {
            lines.WriteText("X-WR-TIMEZONE", only.Zone.Id);
        }

        lines.Write("REFRESH-INTERVAL;VALUE=DURATION", "PT1H");
        lines.Write("X-PUBLISHED-TTL", "PT1H");
        lines.Write("SOURCE;VALUE=URI", head.Self);
        lines.Write("URL", head.Page);
        lines.Write("COLOR", "teal");
        foreach (var (zone, first, last) in span.Zones)
        {
            ZoneComponent.Write(lines, zone, first, last);
        }
    }

    public void Write(EventEntry entry) => new EventComponent(lines, words, ids, addresses).Write(entry);

    public void End() => lines.Write("END", "VCALENDAR");

    public void Flush()
    {
    }

    public void Dispose()
    {
    }

    private string LeftOut() => words.T(
        $"Не вошло событий, о дате которых известно слишком мало: {span.LeftOut}; они есть в лентах RSS, Atom и JSON Feed.",
        $"Events of whose date too little is known and that are left out: {span.LeftOut}; the feeds RSS, Atom and JSON Feed have them.");
}
