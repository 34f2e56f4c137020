using CenterDirectory.Data.Values;
using CenterDirectory.Importers.Running;
using CenterDirectory.Importers.Scheduling;
using CenterDirectory.Importers.Tests.Fetching;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace CenterDirectory.Importers.Tests.Running;

/// <summary>When a source runs next, and how it is said to be doing.</summary>
public sealed class SourceCareTests
{
    [Fact]
    public async Task After_a_success_the_next_turn_is_by_the_schedule_in_its_zone()
    {
        await using var feed = await WebFeed.CreateAsync();

        await feed.RunAsync();

        var source = await feed.SourceAsync();
        Assert.Equal(At("2026-03-01T01:30:00Z"), source.NextRunAt);
        Assert.Equal((SourceHealthState.Ok, "The last run went well."), (source.Health.State, source.Health.MessageEn));
    }

    [Fact]
    public async Task Failures_make_the_pauses_longer_up_to_a_day_and_never_end_in_silence()
    {
        await using var feed = await WebFeed.CreateAsync();
        feed.Server.Answer(WebFeed.Path, "500 Internal Server Error", []);
        var pauses = new List<double>();
        for (var i = 0; i < 12; i++)
        {
            await feed.RunAsync();
            pauses.Add(((await feed.SourceAsync()).NextRunAt! - Now(feed)).Value.TotalMinutes);
        }

        double[] longest = [15, 30, 60, 120, 240, 480, 960, 1440, 1440, 1440, 1440, 1440];
        Assert.All(pauses.Zip(longest), pair => Assert.InRange(pair.First, pair.Second * 0.8, pair.Second));
        Assert.Equal(pauses.Count, pauses.Distinct().Count());
    }

    [Fact]
    public async Task A_publisher_who_asks_to_be_left_alone_is_left_alone()
    {
        await using var feed = await WebFeed.CreateAsync();
        feed.Server.Answer(WebFeed.Path, "503 Service Unavailable", [], "Retry-After: 7200");
        await feed.RunAsync();
        Assert.Equal(TimeSpan.FromHours(2), (await feed.SourceAsync()).NextRunAt - Now(feed));

        feed.Server.Answer(WebFeed.Path, "429 Too Many Requests", [], $"Retry-After: {feed.Directory.Clock.GetUtcNow().AddHours(6):R}");
        await feed.RunAsync();
        Assert.Equal(TimeSpan.FromHours(5), (await feed.SourceAsync()).NextRunAt - Now(feed));

        // Whoever says a year is asked tomorrow.
        feed.Server.Answer(WebFeed.Path, "503 Service Unavailable", [], "Retry-After: 31536000");
        await feed.RunAsync();
        Assert.Equal(TimeSpan.FromDays(1), (await feed.SourceAsync()).NextRunAt - Now(feed));
    }

    [Fact]
    public async Task A_source_fails_loudly_from_the_third_time_and_is_well_again_after_a_success()
    {
        await using var feed = await WebFeed.CreateAsync();
        feed.Server.Answer(WebFeed.Path, "500 Internal Server Error", []);
        var states = new List<SourceHealthState>();
        for (var i = 0; i < 3; i++)
        {
            await feed.RunAsync();
            states.Add((await feed.SourceAsync()).Health.State);
        }

        Assert.Equal([SourceHealthState.Ok, SourceHealthState.Ok, SourceHealthState.Failing], states);
        Assert.Contains("status 500", (await feed.SourceAsync()).Health.MessageEn, StringComparison.Ordinal);

        feed.Publish(WebFeed.Rows);
        await feed.RunAsync();
        Assert.Equal((SourceHealthState.Ok, 0), ((await feed.SourceAsync()).Health.State, (await feed.SourceAsync()).ConsecutiveFailures));
    }

    [Fact]
    public async Task What_is_gone_for_good_pauses_the_source_until_the_operator_resumes_it()
    {
        await using var feed = await WebFeed.CreateAsync();
        await feed.RunAsync();
        var before = await feed.DumpAsync();
        feed.Server.Answer(WebFeed.Path, "410 Gone", [], "Content-Length: 0");

        Assert.Equal(ImportRunStatus.Failed, (await feed.RunAsync()).Status);

        var source = await feed.SourceAsync();
        Assert.Equal((SourceHealthState.Paused, null), (source.Health.State, source.NextRunAt));
        Assert.Contains("410", source.Health.MessageRu, StringComparison.Ordinal);
        Assert.Equal(before, await feed.DumpAsync());

        feed.Publish(WebFeed.Rows);
        await Switch(feed).ResumeAsync(feed.Manifest, Cancel);
        Assert.NotNull((await feed.SourceAsync()).NextRunAt);
        Assert.Equal(ImportRunStatus.Unchanged, (await feed.RunAsync()).Status);
        Assert.Equal(SourceHealthState.Ok, (await feed.SourceAsync()).Health.State);
    }

    [Fact]
    public async Task What_the_operator_had_it_read_instead_says_nothing_about_the_publisher()
    {
        await using var feed = await WebFeed.CreateAsync();
        await feed.RunAsync();
        var next = (await feed.SourceAsync()).NextRunAt;
        feed.Server.Answer("/gone.csv", "410 Gone", [], "Content-Length: 0");

        Assert.Equal(ImportRunStatus.Failed, (await feed.RunAsync(new ImportOptions { FromFile = feed.Server.Address("/gone.csv").AbsoluteUri })).Status);

        var source = await feed.SourceAsync();
        Assert.Equal((SourceHealthState.Ok, next, 0), (source.Health.State, source.NextRunAt, source.ConsecutiveFailures));
        Assert.StartsWith("The last run changed nothing. ", source.Health.MessageEn, StringComparison.Ordinal);
        var before = source.LastSuccessAt;

        await feed.RunAsync(new ImportOptions { Replay = 1 });

        source = await feed.SourceAsync();
        Assert.Equal((next, "The last run went well."), (source.NextRunAt, source.Health.MessageEn));
        Assert.True(source.LastSuccessAt > before);
    }

    [Fact]
    public async Task A_pause_made_during_a_run_is_kept()
    {
        await using var feed = await WebFeed.CreateAsync();
        var paused = false;

        var outcome = await feed.Directory.RunAsync(feed.Manifest, progress: new Observer(report =>
        {
            if (report.Phase == ImportPhase.Reading && !paused)
            {
                paused = true;
                Switch(feed).PauseAsync(feed.Manifest, "переезд", Cancel).GetAwaiter().GetResult();
            }
        }));

        Assert.Equal((true, ImportRunStatus.Applied), (paused, outcome.Status));
        var source = await feed.SourceAsync();
        Assert.Equal((SourceHealthState.Paused, null), (source.Health.State, source.NextRunAt));
        Assert.Equal("Приостановлен оператором: переезд", source.Health.MessageRu);
    }

    [Fact]
    public async Task After_a_discarded_release_or_a_cancelled_run_nobody_says_that_all_went_well()
    {
        await using var feed = await WebFeed.CreateAsync("expect: { rows: [4, 100] }");
        var run = (await feed.RunAsync()).RunId!.Value;
        await feed.Directory.Pipeline.DiscardAsync(feed.Manifest, run, Cancel);
        Assert.Equal("The last run changed nothing. 3 rows where at least 4 were expected.", (await feed.SourceAsync()).Health.MessageEn);

        using var stop = new CancellationTokenSource();
        await feed.Directory.Pipeline.RunAsync(feed.Manifest, new ImportOptions(), new Observer(_ => stop.Cancel()), stop.Token);
        await Switch(feed).ResumeAsync(feed.Manifest, Cancel);
        Assert.Equal("The last run changed nothing. Stopped before its end. The data is untouched.", (await feed.SourceAsync()).Health.MessageEn);
    }

    [Fact]
    public async Task A_pause_by_hand_says_why_outlasts_a_run_by_name_and_makes_up_for_missed_turns()
    {
        await using var feed = await WebFeed.CreateAsync();
        await feed.RunAsync();
        await Switch(feed).PauseAsync(feed.Manifest, "издатель переезжает", Cancel);
        Assert.Equal((SourceHealthState.Paused, "Приостановлен оператором: издатель переезжает"), (await HealthAsync(feed)));

        await feed.RunAsync();
        Assert.Equal(SourceHealthState.Paused, (await feed.SourceAsync()).Health.State);
        Assert.Null((await feed.SourceAsync()).NextRunAt);

        feed.Directory.Clock.Advance(TimeSpan.FromDays(3));
        await Switch(feed).ResumeAsync(feed.Manifest, Cancel);
        Assert.True((await feed.SourceAsync()).NextRunAt < Now(feed));
    }

    [Fact]
    public async Task A_source_that_nobody_runs_any_more_becomes_stale()
    {
        await using var feed = await WebFeed.CreateAsync();
        await feed.RunAsync();
        feed.Directory.Clock.Advance(TimeSpan.FromHours(24));
        await NoteStaleAsync(feed);
        Assert.Equal(SourceHealthState.Ok, (await feed.SourceAsync()).Health.State);

        // Two turns, and six hours more.
        feed.Directory.Clock.Advance(TimeSpan.FromHours(7));
        await NoteStaleAsync(feed);
        Assert.Equal(SourceHealthState.Stale, (await feed.SourceAsync()).Health.State);
    }

    [Fact]
    public async Task A_source_without_a_schedule_fails_loudly_at_once_for_nobody_tries_again()
    {
        await using var feed = await WebFeed.CreateAsync();
        feed.Manifest = feed.Manifest with { Schedule = null };
        feed.Server.Answer(WebFeed.Path, "404 Not Found", []);

        await feed.RunAsync();

        var source = await feed.SourceAsync();
        Assert.Equal((SourceHealthState.Failing, null, null), (source.Health.State, source.NextRunAt, source.StaleAt));
    }

    [Fact]
    public async Task A_source_that_is_not_switched_on_has_no_next_run_and_another_schedule_another_one()
    {
        await using var feed = await WebFeed.CreateAsync();
        await feed.RunAsync();
        await Switch(feed).ResumeAsync(feed.Manifest with { Enabled = false }, Cancel);
        Assert.Equal((SourceHealthState.Disabled, null), ((await feed.SourceAsync()).Health.State, (await feed.SourceAsync()).NextRunAt));

        var registry = new SourceRegistry(
            feed.Directory.Databases, feed.Directory.Gate, feed.Directory.Locks, feed.Directory.Care, feed.Directory.Ranks, feed.Directory.Clock);
        await registry.RegisterAsync([feed.Manifest with { Schedule = new("0 0 12 * * ?", "Asia/Omsk") }], Cancel);
        Assert.Equal(At("2026-03-01T06:00:00Z"), (await feed.SourceAsync()).NextRunAt);

        await registry.RegisterAsync([], Cancel);
        Assert.Equal((SourceHealthState.Disabled, null), ((await feed.SourceAsync()).Health.State, (await feed.SourceAsync()).NextRunAt));
    }

    [Fact]
    public void Turns_of_sources_on_the_web_are_spread()
    {
        var options = Options.Create(new Importers.Fetching.ImportersOptions { Jitter = TimeSpan.FromMinutes(2) });
        var timetable = new SourceTimetable(options, new Random(7));
        using var files = new TestFeed();
        var manifest = ScratchDirectory.Manifest("web") with { Schedule = new("0 30 4 * * ?", "Europe/Moscow") };
        var web = manifest with { Tables = [manifest.Tables[0] with { Source = new() { Url = new Uri("https://example.org/a.csv"), Format = "csv" } }] };
        var turns = Enumerable.Range(0, 50).Select(_ => timetable.Next(web, At("2026-03-01T00:00:00Z"))!.Value).ToList();

        Assert.All(turns, turn => Assert.InRange(turn, At("2026-03-01T01:30:00Z"), At("2026-03-01T01:32:00Z")));
        Assert.True(turns.Distinct().Count() > 20);
        Assert.Equal(At("2026-03-01T01:30:00Z"), timetable.Next(manifest, At("2026-03-01T00:00:00Z")));
    }

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    private static DateTime At(string instant) => DateTimeOffset.Parse(instant, System.Globalization.CultureInfo.InvariantCulture).UtcDateTime;

    private static DateTime Now(WebFeed feed) => feed.Directory.Clock.GetUtcNow().UtcDateTime;

    private static SourceSwitch Switch(WebFeed feed) => new(feed.Directory.Databases, feed.Directory.Gate, feed.Directory.Care, feed.Directory.Clock);

    private static async Task<(SourceHealthState State, string Message)> HealthAsync(WebFeed feed)
    {
        var health = (await feed.SourceAsync()).Health;
        return (health.State, health.MessageRu);
    }

    private static Task NoteStaleAsync(WebFeed feed) => new SourceTurns(feed.Directory.Databases, feed.Directory.Gate, feed.Directory.Clock).NoteStaleAsync(Cancel);
}
