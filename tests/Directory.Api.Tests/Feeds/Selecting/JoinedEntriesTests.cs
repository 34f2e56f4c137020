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
        var place = new Territory { Slug = "new-place", Name = "Край", DisplayName = "Край", Kind = TerritoryKind.Region };
        var center = new Center { Slug = "new-center", DisplayName = "Центр" };
        var item = new Event { Slug = "new-event", Title = "Семинар", DisplayName = "Семинар", Territory = place };
        db.AddRange(center, item, new Event { Slug = "other", Title = "Чужое", DisplayName = "Чужое" }, new EventParticipant { Event = item, Center = center });
        await db.SaveChangesAsync(cancellationToken);
        db.AddRange(
            new TerritoryClosure { Ancestor = place, Descendant = place },
            new Tombstone { EntryType = EntryType.Center, EntityId = 100, Slug = "old-center", ReplacedById = center.Id },
            new Tombstone { EntryType = EntryType.Center, EntityId = 101, Slug = "gone-center" },
            new Tombstone { EntryType = EntryType.Event, EntityId = 100, Slug = "old-event", ReplacedById = item.Id },
            new Tombstone { EntryType = EntryType.Event, EntityId = 101, Slug = "gone-event" },
            new EarlierSlug { EntryType = EntryType.Center, EntityId = center.Id, Slug = "first-center" },
            new EarlierSlug { EntryType = EntryType.Event, EntityId = item.Id, Slug = "first-event" },
            // Who has a slug now goes before who had it.
            new EarlierSlug { EntryType = EntryType.Event, EntityId = item.Id, Slug = "other" },
            new EarlierSlug { EntryType = EntryType.Territory, EntityId = place.Id, Slug = "first-place" });
        await db.SaveChangesAsync(cancellationToken);

        foreach (var query in new[]
        {
            "center=old-center", "center=first-center", "center=new-center,old-center", "event=old-event", "event=new-event", "event=first-event,gone-event",
            "territory=first-place", "territory=NEW-place", "center=old-center&event=old-event&territory=first-place",
        })
        {
            var feed = await directory.FeedAsync($"events.rss?{query}");
            Assert.Equal((query, 1), (query, feed.Split("<item>").Length - 1));
            Assert.Contains("<title>Семинар</title>", feed, StringComparison.Ordinal);
        }

        Assert.Contains("<title>Чужое</title>", await directory.FeedAsync("events.rss?event=other"), StringComparison.Ordinal);
        Assert.DoesNotContain("VEVENT", await directory.FeedAsync("events.ics?event=gone-event"), StringComparison.Ordinal);
        foreach (var query in new[] { "center=gone-center", "event=nobody", "territory=nowhere" })
        {
            Assert.Equal((query, StatusCodes.Status400BadRequest), (query, (await directory.AnswerAsync($"events.rss?{query}")).Response.StatusCode));
        }
    }
}
