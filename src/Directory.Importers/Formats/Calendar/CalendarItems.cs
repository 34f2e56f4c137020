using System.Runtime.CompilerServices;
using System.Text;
using CenterDirectory.Data.Values;
using CenterDirectory.Importers.Records;
using NodaTime;
using NodaTime.Extensions;

namespace CenterDirectory.Importers.Formats.Calendar;

/// <summary>The events of one file.</summary>
internal sealed class CalendarItems(TimeProvider clock) : ItemSource<CalendarOccurrence>
{
    private const int MostRows = 100_000;

    private CalendarDocument document = new();

    public void Open(MemoryStream content, TextReading reading)
    {
        var bytes = content.GetBuffer().AsSpan(0, (int)content.Length);
        var encoding = reading.Encoding;
        if (reading.Repair is not null || !(encoding.IsSingleByte || encoding is UTF8Encoding))
        {
            content.Position = 0;
            using var utf8 = new MemoryStream();
            reading.OpenUtf8(content).CopyTo(utf8);
            bytes = utf8.ToArray();
            encoding = Encoding.UTF8;
        }

        Remark(reading.Remarks());
        document = CalendarDocument.Read(bytes, encoding);
        Failure = Judge();
        RemarkOnLines();
    }

    public override async IAsyncEnumerable<Placed<CalendarOccurrence>> ReadAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await Task.CompletedTask;
        var budget = new RecurrenceBudget();
        var horizon = clock.GetUtcNow().ToInstant().InUtc().LocalDateTime.PlusYears(1);
        var count = 0;
        foreach (var calendar in document.Calendars)
        {
            foreach (var series in Series(calendar, budget))
            {
                cancellationToken.ThrowIfCancellationRequested();
                foreach (var occurrence in series.Occurrences(horizon))
                {
                    if (count++ == MostRows)
                    {
                        Failure = TooLarge();
                        yield break;
                    }

                    yield return new Placed<CalendarOccurrence>(occurrence.Event.Component.Row, occurrence);
                }

                RemarkOn(series);
            }
        }

        if (budget.IsSpent)
        {
            Remark(
                "recurrence-cut", null, "Правил повторения слишком много или они ничему не соответствуют; взято то, что успело найтись.",
                "There are too many recurrence rules, or they match nothing; what was found by then was taken.");
        }
    }

    public override void Dispose()
    {
    }

    private IEnumerable<CalendarSeries> Series(CalendarComponent calendar, RecurrenceBudget budget)
    {
        var zones = new CalendarZones(calendar, budget);
        var byUid = new Dictionary<string, CalendarSeries>(StringComparer.Ordinal);
        foreach (var component in calendar.Parts.Where(part => part.Name == "VEVENT"))
        {
            if (component.Text("CLASS")?.ToUpperInvariant() is "PRIVATE" or "CONFIDENTIAL")
            {
                Remark("event-private", component.Row, "Событие помечено как личное и не взято.", "The event is marked as private and was not taken.");
            }
            else if (CalendarEvent.Of(component, zones) is { } item)
            {
                RemarkOnTimes(item);
                var uid = item.Uid is { } stated ? PlainText.OneLine(stated) : NamelessUid(component);
                if (!byUid.TryGetValue(uid, out var series))
                {
                    byUid[uid] = series = new CalendarSeries(uid, calendar, zones, budget);
                }

                series.Add(item);
            }
            else
            {
                Remark(
                    "event-undated", component.Row, "У события нет начала (DTSTART), которое удалось бы прочитать; оно пропущено.",
                    "The event has no start (DTSTART) that could be read and was left out.");
            }
        }

        return byUid.Values;
    }

    // Without UID the day and the title are all that is known to stay.
    private static string NamelessUid(CalendarComponent component) =>
        $"{component.Property("DTSTART")?.Value} {PlainText.OneLine(component.Text("SUMMARY") ?? "")}";

    private FeedFailure? Judge()
    {
        if (document.IsTooLarge)
        {
            return TooLarge();
        }

        if (document.Calendars.Count == 0)
        {
            return new FeedFailure("not-a-calendar", new LocalizedText(
                "Это не календарь iCalendar: нет BEGIN:VCALENDAR. Проверьте адрес или файл.",
                "This is no iCalendar file: there is no BEGIN:VCALENDAR. Check the address or file."));
        }

        return document.UnclosedAt is not { } row ? null : new FeedFailure("calendar-cut", new LocalizedText(
            $"Строка {row}: календарь оборван, закрыты не все BEGIN. Скачайте его заново.",
            $"Line {row}: the calendar is cut off, not every BEGIN is closed. Download it again."));
    }

    private static FeedFailure TooLarge() => new("calendar-too-large", new LocalizedText(
        "В календаре больше событий, чем читается за раз.", "The calendar has more events than are read at once."));

    private void RemarkOnLines()
    {
        foreach (var row in document.OddLines)
        {
            Remark("calendar-line", row, "Строку не удалось разобрать; она пропущена.", "The line could not be read and was left out.");
        }
    }

    private void RemarkOnTimes(CalendarEvent item)
    {
        if (item.Zone is null && item.Component.Property("DTSTART")?.Parameter("TZID") is not null)
        {
            Remark(
                "zone-unknown", item.Component.Row, "Пояс события неизвестен и в календаре не описан; взят только день.",
                "The zone of the event is unknown and the calendar does not describe it; only the day was taken.");
        }

        if (item.Length < Duration.Zero)
        {
            Remark("end-before-start", item.Component.Row, "Конец события раньше начала; он пропущен.", "The event ends before it begins; the end was left out.");
        }
    }

    private void RemarkOn(CalendarSeries series)
    {
        if (series.HasUnreadRule)
        {
            Remark(
                "recurrence-unread", series.Row, "Правило повторения не удалось прочитать (или оно чаще дня); взят только первый раз.",
                "The recurrence rule could not be read (or is of less than a day); only the first time was taken.");
        }

        if (series.IsCut)
        {
            Remark(
                "recurrence-cut", series.Row, $"Повторов больше {CalendarSeries.MostOccurrences}; взяты последние из них.",
                $"There are more than {CalendarSeries.MostOccurrences} occurrences; the last of them were taken.");
        }
    }
}
