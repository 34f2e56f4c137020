using CenterDirectory.Data;
using CenterDirectory.Data.Entities;
using CenterDirectory.Data.Entities.Links;
using CenterDirectory.Data.Provenance;
using CenterDirectory.Data.Values;
using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace CenterDirectory.Api.Tests.Feeds.Selecting;

/// <summary>A link outlives the entry that it names.</summary>
public sealed class JoinedEntriesTests
{
    [Fact]
    public async Task What_was_joined_into_another_is_followed_there()
    {
        var cancellationToken = TestContext.Current.CancellationToken;
        await using var directory = await OwnDirectory.CreateAsync();
        await using var db = await directory.Services.GetRequiredService<IDbContextFactory<DirectoryDb>>().CreateDbContextAsync(cancellationToken);
        var center = new Center { Slug = "new-center", DisplayName = "Центр" };
        var item = new Event { Slug = "new-event", Title = "Семинар", DisplayName = "Семинар" };
        db.AddRange(center, item, new Event { Slug = "other", Title = "Чужое", DisplayName = "Чужое" }, new EventParticipant { Event = item, Center = center });
        await db.SaveChangesAsync(cancellationToken);
        db.AddRange(
            new Tombstone { EntryType = EntryType.Center, EntityId = 100, Slug = "old-center", ReplacedById = center.Id },
            new Tombstone { EntryType = EntryType.Center, EntityId = 101, Slug = "gone-center" },
            new Tombstone { EntryType = EntryType.Event, EntityId = 100, Slug = "old-event", ReplacedById = item.Id });
        await db.SaveChangesAsync(cancellationToken);

        foreach (var query in new[] { "center=old-center", "center=new-center", "event=old-event", "event=new-event", "center=old-center&event=old-event" })
        {
            var feed = await directory.FeedAsync($"events.rss?{query}");
            Assert.Equal((query, 1), (query, feed.Split("<item>").Length - 1));
            Assert.Contains("<title>Семинар</title>", feed, StringComparison.Ordinal);
        }

        Assert.Equal(StatusCodes.Status400BadRequest, (await directory.AnswerAsync("events.rss?center=gone-center")).Response.StatusCode);
    }
}
