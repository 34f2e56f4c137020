using CenterDirectory.Data.Entities;
using CenterDirectory.Data.Values;
using Microsoft.EntityFrameworkCore;

namespace CenterDirectory.Data.Tests.Migrations;

/// <summary>When an event was last moved, cancelled or called off: kept by the database itself.</summary>
public sealed class ReschedulingTests
{
    private static readonly DateTime First = new(2026, 1, 1, 0, 0, 0, DateTimeKind.Utc);
    private static readonly DateTime Later = First.AddDays(1);

    [Theory]
    [InlineData("Status")]
    [InlineData("Date")]
    [InlineData("StartsAt")]
    [InlineData("TimeZone")]
    [InlineData("Recurrence")]
    public async Task Another_time_or_state_is_noted(string change) => Assert.Equal(Later, await ChangeAsync(item => _ = change switch
    {
        "Status" => (item.Status = EventStatus.Cancelled).ToString(),
        "Date" => (item.Date = FuzzyDate.Of(new DateOnly(2026, 3, 2))).Value,
        "StartsAt" => (item.StartsAt = Later)!.Value.ToString("O"),
        "TimeZone" => item.TimeZone = "Asia/Omsk",
        _ => item.Recurrence = "RRULE:FREQ=DAILY",
    }));

    [Fact]
    public async Task Another_text_is_not() => Assert.Null(await ChangeAsync(item => item.Venue = "Дом культуры"));

    [Fact]
    public async Task The_same_time_said_again_is_not() => Assert.Null(await ChangeAsync(item => item.Status = EventStatus.Planned));

    [Fact]
    public async Task What_returns_is_newer_than_what_went()
    {
        using var database = await TemporaryDatabase.CreateMigratedAsync();
        await using var db = database.CreateDbContext();
        db.Add(new Event { Id = 7, Slug = "a", Title = "a", DisplayName = "a", CreatedAt = First, UpdatedAt = Later });
        await db.SaveChangesAsync(TestContext.Current.CancellationToken);

        Assert.Equal(Later, await db.Events.AsNoTracking().Select(item => item.RescheduledAt).SingleAsync(TestContext.Current.CancellationToken));
    }

    private static async Task<DateTime?> ChangeAsync(Action<Event> change)
    {
        using var database = await TemporaryDatabase.CreateMigratedAsync();
        await using var db = database.CreateDbContext();
        var item = new Event
        {
            Slug = "a", Title = "a", DisplayName = "a", Status = EventStatus.Planned, Date = FuzzyDate.Of(new DateOnly(2026, 3, 1)), CreatedAt = First, UpdatedAt = First,
        };
        db.Add(item);
        await db.SaveChangesAsync(TestContext.Current.CancellationToken);
        change(item);
        item.UpdatedAt = Later;
        await db.SaveChangesAsync(TestContext.Current.CancellationToken);
        return await db.Events.AsNoTracking().Select(other => other.RescheduledAt).SingleAsync(TestContext.Current.CancellationToken);
    }
}
