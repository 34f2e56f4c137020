using System.Net.Http.Json;
using System.Text.Json;
using CenterDirectory.Data;
using CenterDirectory.Data.Entities;
using CenterDirectory.GraphQL.Http;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace CenterDirectory.Api.Tests.Hosting;

/// <summary>What the clock decides is kept until the clock decides otherwise.</summary>
public sealed class EventTurnsTests
{
    private const string Upcoming = "{ events(where: {isUpcoming: {eq: true}}, order: [{slug: ASC}]) { nodes { slug isUpcoming } } }";

    private readonly SteppingClock clock = new();

    [Fact]
    public async Task An_event_leaves_the_upcoming_ones_at_its_end_though_nothing_was_committed()
    {
        await using var hosted = await HostedDirectory.StartAsync(builder => builder.Services.AddSingleton<TimeProvider>(clock));
        await AddAsync(hosted, ("first", 1), ("second", 3));
        await hosted.CommitRevisionAsync(1);
        using var client = hosted.Client();

        var before = await AskAsync(client);
        Assert.Equal(("first second", "public, max-age=60"), (before.Slugs, before.CacheControl));

        clock.Advance(TimeSpan.FromSeconds(3550));
        var shortly = await AskAsync(client);
        Assert.Equal((before.Slugs, before.Tag, "public, max-age=50"), (shortly.Slugs, shortly.Tag, shortly.CacheControl));

        clock.Advance(TimeSpan.FromSeconds(50));
        var after = await AskAsync(client);
        Assert.Equal("second", after.Slugs);
        Assert.NotEqual(before.Tag, after.Tag);
    }

    [Fact]
    public async Task The_next_turn_is_the_next_end_of_an_event_also_when_the_clock_is_set_back()
    {
        await using var hosted = await HostedDirectory.StartAsync(builder => builder.Services.AddSingleton<TimeProvider>(clock));
        var turns = hosted.Services.GetRequiredService<IRevisionSource>();
        Assert.Null(await turns.NextTurnAsync(Cancel));
        await hosted.CommitRevisionAsync(1);
        Assert.Equal(DateTime.MaxValue, await turns.NextTurnAsync(Cancel));

        await AddAsync(hosted, ("first", 1), ("second", 3));
        await hosted.CommitRevisionAsync(2);
        var start = clock.GetUtcNow().UtcDateTime;
        Assert.Equal(start.AddHours(1), await turns.NextTurnAsync(Cancel));
        clock.Advance(TimeSpan.FromHours(1));
        Assert.Equal(start.AddHours(3), await turns.NextTurnAsync(Cancel));
        clock.Advance(TimeSpan.FromHours(-1));
        Assert.Equal(start.AddHours(1), await turns.NextTurnAsync(Cancel));
    }

    /// <summary>Ends are written as an import writes them: the model takes them for the database's own.</summary>
    private async Task AddAsync(HostedDirectory hosted, params (string Slug, int Hours)[] events)
    {
        await using var db = await hosted.Services.GetRequiredService<IDbContextFactory<DirectoryDb>>().CreateDbContextAsync(Cancel);
        var now = clock.GetUtcNow().UtcDateTime;
        foreach (var (slug, hours) in events)
        {
            db.Add(new Event { Slug = slug, Title = slug, DisplayName = slug });
            await db.SaveChangesAsync(Cancel);
            var end = now.AddHours(hours);
            await db.Events.Where(item => item.Slug == slug)
                .ExecuteUpdateAsync(set => set.SetProperty(item => item.UpcomingUntil, end).SetProperty(item => item.OverFrom, end), Cancel);
        }
    }

    private static async Task<(string Slugs, string? Tag, string? CacheControl)> AskAsync(HttpClient client)
    {
        using var answer = await client.GetAsync("/graphql?query=" + Uri.EscapeDataString(Upcoming), Cancel);
        var body = await answer.Content.ReadFromJsonAsync<JsonElement>(Cancel);
        var slugs = body.GetProperty("data").GetProperty("events").GetProperty("nodes").EnumerateArray().Select(node => node.GetProperty("slug").GetString());
        return (string.Join(' ', slugs), answer.Headers.ETag?.Tag, answer.Headers.CacheControl?.ToString());
    }

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;
}
