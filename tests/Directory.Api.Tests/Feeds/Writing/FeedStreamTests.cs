using System.IO.Pipelines;
using System.Runtime.CompilerServices;
using CenterDirectory.Api.Feeds.Calendar;
using CenterDirectory.Api.Feeds.Entries;
using CenterDirectory.Api.Feeds.Selecting;
using CenterDirectory.Api.Feeds.Syndication;
using CenterDirectory.Api.Feeds.Tables;
using CenterDirectory.Api.Feeds.Wording;
using CenterDirectory.Api.Feeds.Writing;
using CenterDirectory.Api.Hosting.Publishing;
using CenterDirectory.Data.Entities;
using CenterDirectory.Data.Values;
using Microsoft.Extensions.Options;

namespace CenterDirectory.Api.Tests.Feeds.Writing;

/// <summary>However long a feed is, little of it is in memory at a time.</summary>
public sealed class FeedStreamTests
{
    private const int Count = 100_000;

    private static readonly FeedHead Head = new(
        "tag:x", "Лента", "Всё", Locale.Ru, DateTime.UnixEpoch, "https://directory.example/a", "https://directory.example/a", null, "https://directory.example/feeds");

    [Theory]
    [InlineData("ics")]
    [InlineData("csv")]
    [InlineData("rss")]
    [InlineData("atom")]
    [InlineData("json")]
    public async Task A_hundred_thousand_events_are_sent_as_they_are_read(string format)
    {
        var body = new Counter();
        var ids = new FeedIds(Options.Create(new SiteOptions()));
        var addresses = new FeedAddresses("https://directory.example");
        var words = new EventWords(Locale.Ru);
        var items = new EventItems(words, ids, addresses);
        var source = new Source(body);
        Task Send<T>(IFeedWriter<T> writer, Func<EventEntry, T> of) => FeedStream.SendAsync(
            Head, source.PiecesAsync(TestContext.Current.CancellationToken).Select(IReadOnlyList<T> (piece) => [.. piece.Select(of)]), writer, body, TestContext.Current.CancellationToken);

        await (format switch
        {
            "ics" => Send(new CalendarWriter(body, new CalendarSpan([], 0), words, ids, addresses), entry => entry),
            "csv" => Send(new TableWriter(body, new EventTable(words, ids, addresses), ','), entry => entry),
            "rss" => Send(new RssWriter(body), items.Of),
            "atom" => Send(new AtomWriter(body), items.Of),
            _ => Send(new JsonFeedWriter(body), items.Of),
        });

        Assert.Equal(Count, source.Given);
        Assert.True(body.Sent > Count * 100L, $"{body.Sent} octets");
        Assert.InRange(body.MostUnsent, 1, FeedStream.MostUnsent + 8 * 1024);
        // What was read is sent but for the last few octets before the next piece is asked for.
        Assert.InRange(source.MostUnsentBetweenPieces, 0, FeedStream.MostUnsent);
    }

    /// <summary>Makes events, a piece at a time.</summary>
    private sealed class Source(Counter body)
    {
        public int Given { get; private set; }

        public long MostUnsentBetweenPieces { get; private set; }

        public async IAsyncEnumerable<IReadOnlyList<EventEntry>> PiecesAsync([EnumeratorCancellation] CancellationToken cancellationToken)
        {
            await Task.CompletedTask;
            while (Given < Count)
            {
                cancellationToken.ThrowIfCancellationRequested();
                MostUnsentBetweenPieces = Math.Max(MostUnsentBetweenPieces, body.UnflushedBytes);
                var piece = Enumerable.Range(Given, FeedReader<Event>.Chunk).Select(Make).ToList();
                Given += piece.Count;
                yield return piece;
            }
        }

        private static EventEntry Make(int number) => new(
            new Event
            {
                Id = number, Slug = $"event-{number}", Title = $"Событие {number}", Date = FuzzyDate.Of(new DateOnly(2026, 1, 1).AddDays(number % 1_000)),
                CreatedAt = DateTime.UnixEpoch, UpdatedAt = DateTime.UnixEpoch,
            },
            null);
    }

    /// <summary>Counts what is written, and how much of it gathers before it is sent.</summary>
    private sealed class Counter : PipeWriter
    {
        private byte[] buffer = new byte[64 * 1024];
        private int unsent;

        public long Sent { get; private set; }

        public long MostUnsent { get; private set; }

        public override bool CanGetUnflushedBytes => true;

        public override long UnflushedBytes => unsent;

        public override void Advance(int bytes)
        {
            unsent += bytes;
            MostUnsent = Math.Max(MostUnsent, unsent);
        }

        public override Memory<byte> GetMemory(int sizeHint = 0) => Room(sizeHint);

        public override Span<byte> GetSpan(int sizeHint = 0) => Room(sizeHint);

        public override ValueTask<FlushResult> FlushAsync(CancellationToken cancellationToken = default)
        {
            Sent += unsent;
            unsent = 0;
            return new ValueTask<FlushResult>(new FlushResult(false, false));
        }

        public override void CancelPendingFlush()
        {
        }

        public override void Complete(Exception? exception = null)
        {
        }

        private byte[] Room(int sizeHint) => buffer = sizeHint > buffer.Length ? new byte[sizeHint] : buffer;
    }
}
