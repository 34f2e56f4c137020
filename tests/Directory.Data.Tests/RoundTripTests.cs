using System.Text.Json;
using System.Text.Json.Serialization;
using CenterDirectory.Data.Entities;
using CenterDirectory.Data.Provenance;
using CenterDirectory.Data.Values;
using Microsoft.EntityFrameworkCore;

namespace CenterDirectory.Data.Tests;

public sealed class RoundTripTests
{
    private static readonly JsonSerializerOptions Readable = new(DirectoryJson.Options) { WriteIndented = true, ReferenceHandler = ReferenceHandler.IgnoreCycles };

    [Fact]
    public async Task What_is_written_comes_back()
    {
        var cancellationToken = TestContext.Current.CancellationToken;
        using var database = await TemporaryDatabase.CreateMigratedAsync();
        await using (var db = database.CreateDbContext())
        {
            await SampleDirectory.FillAsync(db, cancellationToken);
        }

        await using var later = database.CreateDbContext();
        var centers = await later.Centers.AsNoTracking().Include(center => center.Territory).Include(center => center.Operator)
            .Include(center => center.FoundingAct).OrderBy(center => center.Slug).ToListAsync(cancellationToken);
        var events = await later.Events.AsNoTracking().ToListAsync(cancellationToken);
        var services = await later.Services.AsNoTracking().OrderBy(service => service.Slug).ToListAsync(cancellationToken);

        Assert.Equal(DateTimeKind.Utc, centers[1].CreatedAt.Kind);
        Assert.Equal(SampleDirectory.Day, centers[1].CreatedAt);
        JsonSerializer.Serialize(new { centers, events, services }, Readable).MatchSnapshot("json");
    }

    [Fact]
    public async Task Folded_texts_and_bounds_follow_when_a_tracked_entity_changes()
    {
        var cancellationToken = TestContext.Current.CancellationToken;
        using var database = await TemporaryDatabase.CreateMigratedAsync();
        await using var db = database.CreateDbContext();
        var center = new Center { Slug = "a", Name = "Ёлка", DisplayName = "«Ёлка»", StartsOn = FuzzyDate.Parse("2019-08") };
        db.Add(center);
        await db.SaveChangesAsync(cancellationToken);
        Assert.Equal(("елка", "елка"), (center.NameFolded, center.DisplayNameFolded));
        Assert.Equal((new DateOnly(2019, 8, 1), new DateOnly(2019, 8, 31)), (center.StartsOnEarliest, center.StartsOnLatest));

        (center.Name, center.StartsOn) = (null, FuzzyDate.Parse("XXXX-08"));
        await db.SaveChangesAsync(cancellationToken);

        await using var later = database.CreateDbContext();
        var stored = await later.Centers.SingleAsync(cancellationToken);
        Assert.Equal((null, "елка"), (stored.NameFolded, stored.DisplayNameFolded));
        Assert.Equal((null, null), (stored.StartsOnEarliest, stored.StartsOnLatest));
    }

    [Fact]
    public async Task When_a_center_goes_its_links_go_and_its_services_stay()
    {
        var cancellationToken = TestContext.Current.CancellationToken;
        using var database = await TemporaryDatabase.CreateMigratedAsync();
        await using var db = database.CreateDbContext();
        await SampleDirectory.FillAsync(db, cancellationToken);

        await db.Centers.Where(center => center.Slug == "centr").ExecuteDeleteAsync(cancellationToken);

        Assert.Equal(2, await db.Services.CountAsync(service => service.CenterId == null, cancellationToken));
        Assert.Equal(1, await db.NetworkMembers.CountAsync(cancellationToken));
        Assert.Equal(0, await db.NewsCenters.CountAsync(cancellationToken));
        Assert.Equal(2, await db.EventParticipants.CountAsync(participant => participant.CenterId == null, cancellationToken));
    }

    [Fact]
    public async Task The_number_of_a_removed_row_is_not_given_again()
    {
        var cancellationToken = TestContext.Current.CancellationToken;
        using var database = await TemporaryDatabase.CreateMigratedAsync();
        await using var db = database.CreateDbContext();
        var first = new Network { Slug = "a" };
        db.Add(first);
        await db.SaveChangesAsync(cancellationToken);
        await db.Networks.ExecuteDeleteAsync(cancellationToken);

        var second = new Network { Slug = "a" };
        db.Add(second);
        await db.SaveChangesAsync(cancellationToken);

        Assert.True(second.Id > first.Id);
    }

    [Fact]
    public async Task A_run_its_issues_and_its_revision_belong_together()
    {
        var cancellationToken = TestContext.Current.CancellationToken;
        using var database = await TemporaryDatabase.CreateMigratedAsync();
        await using (var db = database.CreateDbContext())
        {
            var run = new ImportRun
            {
                Source = new Source { Key = "primer", Title = "Пример", Format = "csv", ManifestHash = [1, 2] },
                Status = ImportRunStatus.Applied,
                StartedAt = SampleDirectory.Day,
                Issues = [new ImportIssue { Severity = IssueSeverity.Warning, Code = "ogrn-check-digit", Row = 3, Table = "a", MessageRu = "нет", MessageEn = "no" }],
            };
            var record = new SourceRecord
            {
                Source = run.Source, Kind = nameof(Center), ExternalId = "1", EntityId = 5, Hash = new byte[16], Payload = """{"name":"Ёлка"}""",
                References = [new RecordReference { Field = "territory", TargetKind = nameof(Territory), TargetKey = "27" }],
            };
            var revision = new Revision
            {
                Number = 1, CommittedAt = SampleDirectory.Day, Run = run, ChangeCount = 1,
                Changes = [new Change { Sequence = 1, Kind = ChangeKind.Updated, Type = EntryType.NewsItem, EntityId = 5, Fields = ["title", "url"] }],
            };
            db.AddRange(run, record, revision, new Tombstone { EntryType = EntryType.Center, EntityId = 4, Slug = "b", RevisionNumber = 1 });
            await db.SaveChangesAsync(cancellationToken);
        }

        await using var later = database.CreateDbContext();
        var stored = await later.ImportRuns.Include(run => run.Issues).Include(run => run.Revision!.Changes).Include(run => run.Source).SingleAsync(cancellationToken);
        Assert.Equal((1, "primer"), (stored.Revision!.Number, stored.Source.Key));
        Assert.Equal(["title", "url"], stored.Revision.Changes.Single().Fields);
        Assert.Equal("ogrn-check-digit", stored.Issues.Single().Code);
        Assert.Equal("27", (await later.RecordReferences.SingleAsync(cancellationToken)).TargetKey);
        Assert.Equal(EntryType.Center, (await later.Tombstones.SingleAsync(cancellationToken)).EntryType);
    }
}
