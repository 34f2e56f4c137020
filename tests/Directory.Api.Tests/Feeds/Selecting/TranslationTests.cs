using CenterDirectory.Api.Feeds.Filtering;
using CenterDirectory.Api.Feeds.Selecting;
using CenterDirectory.Data;
using CenterDirectory.Data.Values;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace CenterDirectory.Api.Tests.Feeds.Selecting;

/// <summary>Both databases understand every selection; none of it is left to be done in memory.</summary>
public sealed class TranslationTests
{
    private static readonly FeedFilter Everything = new()
    {
        Events = ["a"], Kinds = [EventKind.Seminar], Audiences = [Audience.Nonprofits], Statuses = [EventStatus.Planned], Levels = [EventLevel.Regional],
        AttendanceModes = [AttendanceMode.Online], IsUpcoming = true, From = new DateOnly(2026, 1, 1), To = new DateOnly(2026, 12, 31), Words = ["елка"],
        Types = [EntryType.Event], ChangeKinds = [ChangeKind.Updated], SinceRevision = 3,
    };

    private static readonly FeedScope Scope = new([new NamedEntry(1, "Край", null)], [new NamedEntry(2, "Центр", null)], [3]);

    [Theory]
    [InlineData("Data Source=:memory:")]
    [InlineData("Host=nowhere;Database=directory")]
    public async Task Every_selection_is_a_statement_in_every_order(string connectionString)
    {
        await using var services = new ServiceCollection().AddDirectoryData(connectionString).BuildServiceProvider();
        await using var db = await services.GetRequiredService<IDbContextFactory<DirectoryDb>>().CreateDbContextAsync(TestContext.Current.CancellationToken);
        FeedCursor[] places = [new(738_000, 5), new(null, 5)];

        foreach (var scope in new[] { Scope, Scope with { Few = [3, 4] } })
        foreach (var filter in new[] { Everything, Everything with { To = null, IsUpcoming = false }, Everything with { From = null, IsUpcoming = null } })
        {
            var events = EventSelection.Of(db, filter, scope, DateTime.UnixEpoch);
            var news = NewsSelection.Of(db, filter, scope);
            Assert.All(Statements(events, FeedOrders.ByDay, places).Concat(Statements(events, FeedOrders.ByUpdate, places)), sql => Assert.Contains("\"Events\"", sql, StringComparison.Ordinal));
            Assert.All(Statements(news, FeedOrders.ByPublication, places), sql => Assert.Contains("\"News\"", sql, StringComparison.Ordinal));
            Assert.All(Statements(ChangeSelection.Of(db, filter), FeedOrders.ByRevision, places), sql => Assert.Contains("\"Changes\"", sql, StringComparison.Ordinal));
        }
    }

    private static IEnumerable<string> Statements<T>(IQueryable<T> entries, FeedOrder<T> order, FeedCursor[] places) =>
        places.Select(place => (FeedCursor?)place).Prepend(null)
            .SelectMany(place => (IQueryable<T>?[])[order.Keyed(entries, place), order.Keyless(entries, place)])
            .OfType<IQueryable<T>>().Select(query => query.Take(10).ToQueryString());
}
