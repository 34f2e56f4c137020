using CenterDirectory.Data;
using CenterDirectory.Data.Entities;
using CenterDirectory.Data.Values;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace CenterDirectory.Api.Tests.Pages.Entries;

/// <summary>A page that shows a part leads to the whole.</summary>
public sealed class RestTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_territory_leads_to_the_lists_that_have_the_rest()
    {
        await using var directory = await OwnDirectory.CreateAsync();
        await using var db = await directory.Services.GetRequiredService<IDbContextFactory<DirectoryDb>>().CreateDbContextAsync(Cancellation);
        var place = new Territory { Slug = "kraj", Name = "Край", DisplayName = "Край", Kind = TerritoryKind.Region };
        db.AddRange(
            [
                place, new TerritoryClosure { Ancestor = place, Descendant = place },
                .. Enumerable.Range(1, 25).Select(number => new Event { Slug = $"event-{number}", Title = "Встреча", DisplayName = "Встреча", Territory = place }),
                new NewsItem { Slug = "news", Title = "Новость", DisplayName = "Новость", Territory = place },
            ]);
        await db.SaveChangesAsync(Cancellation);
        using var client = await directory.ServeAsync();

        var page = await client.GetStringAsync("/territories/kraj?lang=ru", Cancellation);
        var list = await client.GetStringAsync("/events?territory=kraj&lang=ru", Cancellation);

        Assert.Contains("<a href=\"/events?territory=kraj&amp;lang=ru\">в полном списке</a>", page, StringComparison.Ordinal);
        Assert.DoesNotContain("/news?territory=kraj", page, StringComparison.Ordinal);
        Assert.Contains("25 событий", list, StringComparison.Ordinal);
    }
}
