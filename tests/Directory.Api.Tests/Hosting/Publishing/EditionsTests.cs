using CenterDirectory.Api.Hosting;
using CenterDirectory.Api.Hosting.Publishing;
using CenterDirectory.Data;
using CenterDirectory.Data.Provenance;
using Microsoft.AspNetCore.Http;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace CenterDirectory.Api.Tests.Hosting.Publishing;

/// <summary>Who has the newest revision is told so; everybody else gets the answer with a tag to come back with.</summary>
public sealed class EditionsTests : IAsyncLifetime
{
    private static readonly DateTime Committed = new(2026, 3, 5, 10, 20, 30, 400, DateTimeKind.Utc);
    private static readonly EditionTerms Terms = new();

    private readonly DirectoryInfo folder = System.IO.Directory.CreateTempSubdirectory("center-directory-");
    private readonly ServiceProvider services;
    private readonly SqliteRevision revision;
    private readonly Editions editions;
    private readonly SettableClock clock = new() { Now = new DateTimeOffset(Committed) };

    public EditionsTests()
    {
        var connectionString = $"Data Source={Path.Combine(folder.FullName, "directory.db")}";
        services = new ServiceCollection().AddLogging().AddDirectoryData(connectionString).BuildServiceProvider();
        revision = new SqliteRevision(connectionString);
        editions = new Editions(revision, services.GetRequiredService<IDbContextFactory<DirectoryDb>>(), SiteOriginTests.Origin(null, "http://localhost:6001"),
            new SourceVisits(services.GetRequiredService<IDbContextFactory<DirectoryDb>>(), clock));
    }

    public async ValueTask InitializeAsync() =>
        await services.GetRequiredService<DirectoryMigrator>().MigrateAsync(TestContext.Current.CancellationToken);

    public async ValueTask DisposeAsync()
    {
        revision.Dispose();
        await services.DisposeAsync();
        SqliteConnection.ClearAllPools();
        folder.Delete(recursive: true);
    }

    [Fact]
    public async Task Before_the_first_revision_nothing_may_be_kept()
    {
        var (edition, response) = await BeginAsync(Terms);

        Assert.Equal(new Edition(0, null), edition);
        Assert.Equal("no-cache", response.Headers.CacheControl);
        Assert.Equal(0, response.Headers.LastModified.Count);
    }

    [Fact]
    public async Task The_tag_of_the_newest_revision_is_answered_without_a_body()
    {
        await CommitAsync(1);
        var (first, response) = await BeginAsync(Terms);
        var tag = response.Headers.ETag.ToString();

        var (again, known) = await BeginAsync(Terms, request => request.IfNoneMatch = $"\"other\", W/{tag}");
        await CommitAsync(2);
        var (newer, _) = await BeginAsync(Terms, request => request.IfNoneMatch = tag);

        Assert.Equal(new Edition(1, Committed), first);
        Assert.Equal("Thu, 05 Mar 2026 10:20:30 GMT", response.Headers.LastModified);
        Assert.Equal("public, max-age=60", response.Headers.CacheControl);
        Assert.Null(again);
        Assert.Equal(StatusCodes.Status304NotModified, known.StatusCode);
        Assert.Equal(tag, known.Headers.ETag);
        Assert.Equal(2, newer?.Revision);
    }

    [Theory]
    [InlineData("Thu, 05 Mar 2026 10:20:30 GMT", true)]
    [InlineData("Thu, 05 Mar 2026 10:20:29 GMT", false)]
    public async Task A_date_counts_where_there_is_no_tag(string since, bool isKnown)
    {
        await CommitAsync(1);

        var (edition, _) = await BeginAsync(Terms, request => request.IfModifiedSince = since);
        var (tagged, _) = await BeginAsync(Terms, request => (request.IfModifiedSince, request.IfNoneMatch) = (since, "\"other\""));

        Assert.Equal(isKnown, edition is null);
        Assert.NotNull(tagged);
    }

    [Fact]
    public async Task What_the_clock_changed_is_not_known_by_the_date_of_the_revision()
    {
        await CommitAsync(1);
        var terms = new EditionTerms { Variant = "2026-03-07", Since = new DateTime(2026, 3, 7, 0, 0, 0, DateTimeKind.Utc) };

        var (edition, response) = await BeginAsync(terms, request => request.IfModifiedSince = "Thu, 05 Mar 2026 10:20:30 GMT");

        Assert.NotNull(edition);
        Assert.Equal("Sat, 07 Mar 2026 00:00:00 GMT", response.Headers.LastModified);
        Assert.EndsWith("-2026-03-07\"", response.Headers.ETag.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Who_found_the_site_under_another_name_gets_another_tag()
    {
        await CommitAsync(1);

        var (_, one) = await BeginAsync(Terms, host: "one.example");
        var (edition, other) = await BeginAsync(Terms, request => request.IfNoneMatch = one.Headers.ETag, "other.example");

        Assert.NotNull(edition);
        Assert.NotEqual(one.Headers.ETag, other.Headers.ETag);
    }

    [Fact]
    public async Task What_tells_of_confirmations_has_another_tag_once_a_source_was_found_on_another_day()
    {
        await CommitAsync(1);
        await VisitAsync(Committed);
        var telling = new EditionTerms { TellsConfirmation = true };
        var (_, first) = await BeginAsync(telling);

        await VisitAsync(Committed.AddHours(1));
        clock.Now += TimeSpan.FromMinutes(2);
        var (_, sameDay) = await BeginAsync(telling);
        await VisitAsync(Committed.AddDays(1));
        var (_, soon) = await BeginAsync(telling);
        clock.Now += TimeSpan.FromMinutes(2);
        var (_, nextDay) = await BeginAsync(telling);

        Assert.Equal([true, true, false], new[] { first, sameDay, soon }.Zip([sameDay, soon, nextDay], (one, other) => one.Headers.ETag == other.Headers.ETag));
        Assert.DoesNotContain("-" + nextDay.Headers.ETag.ToString().Trim('"').Split('-')[^1], (await BeginAsync(Terms)).Response.Headers.ETag.ToString(), StringComparison.Ordinal);
    }

    private async Task<(Edition? Edition, HttpResponse Response)> BeginAsync(EditionTerms terms, Action<IHeaderDictionary>? ask = null, string host = "localhost")
    {
        var http = new DefaultHttpContext();
        http.Request.Host = new HostString(host);
        ask?.Invoke(http.Request.Headers);
        return (await editions.BeginAsync(http, terms, TestContext.Current.CancellationToken), http.Response);
    }

    /// <summary>A source says at an instant what it said before.</summary>
    private async Task VisitAsync(DateTime instant)
    {
        await using var scope = services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<DirectoryDb>();
        var source = await db.Sources.SingleOrDefaultAsync(TestContext.Current.CancellationToken) ?? db.Add(new Source { Key = "registry", Title = "Реестр" }).Entity;
        source.LastSuccessAt = instant;
        await db.SaveChangesAsync(TestContext.Current.CancellationToken);
    }

    private async Task CommitAsync(int number)
    {
        await using var scope = services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<DirectoryDb>();
        db.Add(new Revision { Number = number, CommittedAt = Committed });
        await db.SaveChangesAsync(TestContext.Current.CancellationToken);
    }

    private sealed class SettableClock : TimeProvider
    {
        public DateTimeOffset Now { get; set; }

        public override DateTimeOffset GetUtcNow() => Now;
    }
}
