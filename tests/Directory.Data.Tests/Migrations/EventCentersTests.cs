using CenterDirectory.Data.Entities;
using CenterDirectory.Data.Entities.Links;
using Microsoft.EntityFrameworkCore;

namespace CenterDirectory.Data.Tests.Migrations;

/// <summary>The database itself keeps the centers of events, whoever writes participants and events.</summary>
public sealed class EventCentersTests
{
    [Fact]
    public async Task A_center_is_there_once_however_many_of_its_people_take_part()
    {
        using var database = await TemporaryDatabase.CreateMigratedAsync();
        await using var db = database.CreateDbContext();
        var (center, item) = (NewCenter("a"), NewEvent());
        var people = new[] { Participant(item, center), Participant(item, center), Participant(item, null) };
        db.AddRange(people.AsEnumerable());
        await SaveAsync(db);
        Assert.Equal([(item.Id, center.Id)], await PairsAsync(database));

        db.Remove(people[0]);
        await SaveAsync(db);
        Assert.Equal([(item.Id, center.Id)], await PairsAsync(database));

        db.Remove(people[1]);
        await SaveAsync(db);
        Assert.Empty(await PairsAsync(database));
    }

    [Fact]
    public async Task A_participant_who_changes_sides_takes_the_link_along()
    {
        using var database = await TemporaryDatabase.CreateMigratedAsync();
        await using var db = database.CreateDbContext();
        var (one, other, item) = (NewCenter("a"), NewCenter("b"), NewEvent());
        var person = Participant(item, one);
        db.AddRange(person, other);
        await SaveAsync(db);

        person.Center = other;
        await SaveAsync(db);
        Assert.Equal([(item.Id, other.Id)], await PairsAsync(database));

        db.Remove(other);
        await SaveAsync(db);
        Assert.Empty(await PairsAsync(database));
    }

    [Fact]
    public async Task An_event_that_moves_moves_in_the_order_of_its_centers()
    {
        using var database = await TemporaryDatabase.CreateMigratedAsync();
        await using var db = database.CreateDbContext();
        var item = NewEvent();
        db.Add(Participant(item, NewCenter("a")));
        await SaveAsync(db);

        item.StartsAt = new DateTime(2026, 5, 1, 9, 0, 0, DateTimeKind.Utc);
        item.DateEarliest = new DateOnly(2026, 5, 1);
        await SaveAsync(db);

        await using var read = database.CreateDbContext();
        var link = await read.Set<EventCenter>().SingleAsync(TestContext.Current.CancellationToken);
        Assert.Equal((item.StartsAt, item.DateEarliest), (link.EventStartsAt, link.EventDateEarliest));
    }

    [Fact]
    public async Task A_participant_may_be_written_before_its_event()
    {
        using var database = await TemporaryDatabase.CreateMigratedAsync();
        await using var db = database.CreateDbContext();
        db.Add(NewCenter("a"));
        await SaveAsync(db);
        await using (var transaction = await db.Database.BeginTransactionAsync(TestContext.Current.CancellationToken))
        {
            await db.Database.ExecuteSqlAsync(
                $"""
                PRAGMA defer_foreign_keys = ON;
                INSERT INTO "EventParticipants" ("Role", "EventId", "CenterId") VALUES ('Host', 7, 1);
                """,
                TestContext.Current.CancellationToken);
            var item = NewEvent();
            item.Id = 7;
            db.Add(item);
            await SaveAsync(db);
            await transaction.CommitAsync(TestContext.Current.CancellationToken);
        }

        Assert.Equal([(7, 1)], await PairsAsync(database));
    }

    private static Center NewCenter(string slug) => new() { Slug = slug, DisplayName = slug };

    private static Event NewEvent() => new() { Slug = "event", Title = "Событие", DisplayName = "Событие" };

    private static EventParticipant Participant(Event item, Center? center) => new() { Event = item, Center = center };

    private static Task SaveAsync(DirectoryDb db) => db.SaveChangesAsync(TestContext.Current.CancellationToken);

    private static async Task<List<(long Event, long Center)>> PairsAsync(TemporaryDatabase database)
    {
        await using var db = database.CreateDbContext();
        var links = await db.Set<EventCenter>().ToListAsync(TestContext.Current.CancellationToken);
        return links.ConvertAll(link => (link.EventId, link.CenterId));
    }
}
