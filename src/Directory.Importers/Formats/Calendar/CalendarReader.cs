using CenterDirectory.Data.Values;
using CenterDirectory.Importers.Manifests;
using CenterDirectory.Importers.Records;

namespace CenterDirectory.Importers.Formats.Calendar;

/// <summary>Reads iCalendar (RFC 5545). What recurs is one event with its rule; where the rule hangs on a clock that nobody else knows, an event for each of its times, as far as a year ahead.</summary>
/// <param name="clock">Tells where a year ahead is.</param>
[FeedFormat("ics", "encoding")]
internal sealed class CalendarReader(TimeProvider clock) : IFeedReader
{
    private const int MaxBytes = 32 * 1024 * 1024;

    public CalendarReader()
        : this(TimeProvider.System)
    {
    }

    public async ValueTask<IFeedRows> OpenAsync(Stream content, FeedLocation location, CancellationToken cancellationToken)
    {
        if (await ContentSniffing.LookAsync(content, cancellationToken) is { } failure)
        {
            return new UnreadableRows(failure);
        }

        if (content.Length > MaxBytes)
        {
            return new UnreadableRows(new FeedFailure("calendar-too-large", new LocalizedText(
                "Календарь больше 32 МиБ и не читается.", "The calendar is larger than 32 MiB and is not read.")));
        }

        using var bytes = new MemoryStream();
        await content.CopyToAsync(bytes, cancellationToken);
        // A fold inside of a character would make the text look like anything but UTF-8.
        using var unfolded = new MemoryStream(CalendarDocument.WithoutFolds(bytes.GetBuffer().AsSpan(0, (int)bytes.Length)));
        var reading = await TextEncodings.DetectAsync(unfolded, location.Encoding, survey: null, cancellationToken);
        var items = new CalendarItems(clock);
        items.Open(bytes, reading);
        return items.Failure is null ? new FixedRows<CalendarOccurrence>(CalendarColumns.All, items) : new UnreadableRows(items.Failure);
    }
}
