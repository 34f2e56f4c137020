using System.Collections.Concurrent;

namespace CenterDirectory.Api.Feeds.Calendar;

/// <summary>
/// What calendars must know beforehand, kept while the revision is the newest: to find it out takes a look at every event, and programs fetch the same
/// calendars every hour.
/// </summary>
internal sealed class CalendarSpans
{
    /// <summary>So many selections are kept; more are looked through anew.</summary>
    private const int Most = 500;

    private volatile Kept kept = new(0);

    /// <summary>The span of a selection.</summary>
    /// <param name="revision">The revision that is answered with.</param>
    /// <param name="selection">The selection as text: whatever chooses the events.</param>
    /// <param name="read">Looks through it.</param>
    public async Task<CalendarSpan> OfAsync(int revision, string selection, Func<Task<CalendarSpan>> read)
    {
        var now = kept;
        if (now.Revision != revision)
        {
            kept = now = new Kept(revision);
        }

        if (now.Spans.TryGetValue(selection, out var known))
        {
            return known;
        }

        var span = await read();
        if (now.Spans.Count < Most)
        {
            now.Spans.TryAdd(selection, span);
        }

        return span;
    }

    /// <summary>The place of one selection.</summary>
    /// <param name="revision">The revision that is answered with.</param>
    /// <param name="selection">The selection as text: whatever chooses the events.</param>
    public KnownSpan For(int revision, string selection) => new(this, revision, selection);

    private sealed record Kept(int Revision)
    {
        public ConcurrentDictionary<string, CalendarSpan> Spans { get; } = new(StringComparer.Ordinal);
    }
}

/// <summary>Where the span of one selection is kept.</summary>
internal readonly record struct KnownSpan(CalendarSpans Spans, int Revision, string Selection)
{
    /// <summary>The span.</summary>
    /// <param name="read">Looks through the selection.</param>
    public Task<CalendarSpan> OfAsync(Func<Task<CalendarSpan>> read) => Spans.OfAsync(Revision, Selection, read);
}
