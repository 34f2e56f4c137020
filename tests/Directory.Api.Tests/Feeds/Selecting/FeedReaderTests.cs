using CenterDirectory.Api.Feeds.Filtering;
using CenterDirectory.Api.Feeds.Selecting;
using CenterDirectory.Data;
using CenterDirectory.Data.Entities;
using CenterDirectory.Data.Values;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace CenterDirectory.Api.Tests.Feeds.Selecting;

/// <summary>Selections are read a piece at a time, everything once and in order.</summary>
public sealed class FeedReaderTests : IAsyncLifetime
{
    private const int Dated = 1_130;
    private const int Undated = 270;

    private OwnDirectory directory = null!;
    private DirectoryDb db = null!;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        directory = await OwnDirectory.CreateAsync();
        db = await directory.Services.GetRequiredService<IDbContextFactory<DirectoryDb>>().CreateDbContextAsync(Cancellation);
        // Few days, so that many events share one; few instants, so that the id decides.
        db.AddRange(Enumerable.Range(0, Dated + Undated).Select(number => new Event
        {
            Slug = $"event-{number}", Title = $"Событие {number}", DisplayName = $"Событие {number}",
            Date = number % 5 == 4 && number / 5 < Undated ? null : FuzzyDate.Of(new DateOnly(2026, 1, 1).AddDays(number * 7 % 11)),
            CreatedAt = DateTime.UnixEpoch, UpdatedAt = DateTime.UnixEpoch.AddMinutes(number * 3 % 17),
        }));
        await db.SaveChangesAsync(Cancellation);
        db.ChangeTracker.Clear();
    }

    public async ValueTask DisposeAsync()
    {
        await db.DisposeAsync();
        await directory.DisposeAsync();
    }

    public static TheoryData<string> Orders() => new("day", "update");

    [Theory]
    [MemberData(nameof(Orders))]
    public async Task No_piece_is_larger_than_others_and_nothing_is_missed(string name)
    {
        var (order, expected) = Order(name);
        var sizes = new List<int>();
        var ids = new List<long>();
        await foreach (var piece in new FeedReader<Event>(db.Events.AsNoTracking(), order).ReadAsync(null, null, Cancellation))
        {
            sizes.Add(piece.Count);
            ids.AddRange(piece.Select(item => item.Id));
        }

        Assert.All(sizes, size => Assert.InRange(size, 1, FeedReader<Event>.Chunk));
        Assert.Equal(3, sizes.Count);
        Assert.Equal(await expected.ToListAsync(Cancellation), ids);
    }

    [Theory]
    [InlineData("day", 377)]
    [InlineData("day", 1_000)]
    [InlineData("update", 499)]
    public async Task Every_page_begins_where_the_one_before_ends(string name, int size)
    {
        var (order, expected) = Order(name);
        var reader = new FeedReader<Event>(db.Events.AsNoTracking(), order);
        var ids = new List<long>();
        FeedCursor? after = null;
        do
        {
            var page = await reader.ReadAsync(after, size, Cancellation).SelectMany(piece => piece).ToListAsync(Cancellation);
            ids.AddRange(page.Select(item => item.Id));
            var next = await reader.NextAsync(after, size, Cancellation);
            Assert.Equal(next is null ? (FeedCursor?)null : order.Of(page[^1]), next);
            after = next;
        }
        while (after is not null && ids.Count <= Dated + Undated);

        Assert.Equal(await expected.ToListAsync(Cancellation), ids);
    }

    [Theory]
    [InlineData(Dated)]
    [InlineData(Dated - 1)]
    [InlineData(Dated + 1)]
    [InlineData(Dated + Undated)]
    public async Task A_page_that_ends_where_the_undated_begin_goes_on_with_them(int size)
    {
        var reader = new FeedReader<Event>(db.Events.AsNoTracking(), FeedOrders.ByDay);

        var next = await reader.NextAsync(null, size, Cancellation);

        Assert.Equal(Dated + Undated - size, next is null ? 0 : await reader.ReadAsync(next, null, Cancellation).SelectMany(piece => piece).CountAsync(Cancellation));
    }

    [Theory]
    [InlineData("99999999999-1")]
    [InlineData("9223372036854775807-1")]
    public async Task A_forged_place_is_behind_everything_dated(string place)
    {
        foreach (var order in new[] { FeedOrders.ByDay, FeedOrders.ByUpdate })
        {
            var ids = await new FeedReader<Event>(db.Events.AsNoTracking(), order).ReadAsync(FeedCursor.Parse(place), null, Cancellation).SelectMany(piece => piece).ToListAsync(Cancellation);

            Assert.All(ids, item => Assert.Null(item.DateEarliest));
        }
    }

    /// <summary>An order, and the ids in it as the database sorts them all at once.</summary>
    private (FeedOrder<Event> Order, IQueryable<long> Expected) Order(string name) => name == "day"
        ? (FeedOrders.ByDay, db.Events.OrderBy(item => item.DateEarliest == null).ThenBy(item => item.DateEarliest).ThenBy(item => item.Id).Select(item => item.Id))
        : (FeedOrders.ByUpdate, db.Events.OrderByDescending(item => item.UpdatedAt).ThenByDescending(item => item.Id).Select(item => item.Id));
}
