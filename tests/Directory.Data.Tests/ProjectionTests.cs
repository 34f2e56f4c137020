using System.Runtime.CompilerServices;
using CenterDirectory.Data.Entities;
using CenterDirectory.Data.Values;
using Microsoft.EntityFrameworkCore;

namespace CenterDirectory.Data.Tests;

/// <summary>
/// The shapes that the GraphQL engine asks for: entities projected into themselves, pages of children, filters on lists and on folded texts.
/// Complex values are projected member by member: taken whole beside a to-one entity they make EF read every column of the row.
/// </summary>
public sealed class ProjectionTests
{
    [Fact]
    public Task Entities_are_projected_into_themselves() => CheckAsync(db => db.Centers
        .OrderBy(center => center.DisplayNameFolded).ThenBy(center => center.Id).Take(10)
        .Select(center => new Center
        {
            Id = center.Id,
            Name = center.Name,
            StartsOn = center.StartsOn,
            SupportKinds = center.SupportKinds,
            Aliases = center.Aliases,
            Contacts = center.Contacts,
            Website = center.Website,
            DeclaredMembers = center.DeclaredMembers == null
                ? null
                : new Quantity { Value = center.DeclaredMembers.Value, Comparator = center.DeclaredMembers.Comparator },
            Territory = center.Territory == null
                ? null
                : new Territory
                {
                    Id = center.Territory.Id,
                    Oktmo = center.Territory.Oktmo,
                    DeclaredCenters = center.Territory.DeclaredCenters == null ? null : new Quantity { Value = center.Territory.DeclaredCenters.Value },
                    Parent = center.Territory.Parent == null ? null : new Territory { Id = center.Territory.Parent.Id, Kind = center.Territory.Parent.Kind },
                },
            FoundingAct = center.FoundingAct == null ? null : new LegalAct { SignedOn = center.FoundingAct.SignedOn },
        }));

    [Fact]
    public Task Complex_values_may_be_projected_whole() => CheckAsync(db => db.Centers
        .OrderBy(center => center.Id).Take(10)
        .Select(center => new Center { Id = center.Id, DeclaredMembers = center.DeclaredMembers, Location = center.Location }));

    [Fact]
    public Task Children_are_paged_in_one_statement()
    {
        long[] keys = [1, 2, 3];
        return CheckAsync(db => db.Centers.Where(center => keys.Contains(center.Id))
            .SelectMany(
                center => center.Services.Where(service => keys.Contains(service.CenterId!.Value))
                    .OrderBy(service => service.DisplayNameFolded).ThenBy(service => service.Id).Take(2),
                (center, service) => new Keyed<Service>
                {
                    Key = center.Id,
                    Item = new Service
                    {
                        Id = service.Id,
                        Name = service.Name,
                        SupportKinds = service.SupportKinds,
                        Fee = service.Fee,
                        Provider = service.Provider == null ? null : new Organization { Id = service.Provider.Id, Ogrn = service.Provider.Ogrn },
                    },
                })
            .OrderBy(keyed => keyed.Key).ThenBy(keyed => keyed.Item.Name));
    }

    [Fact]
    public Task Linked_entries_are_paged_through_the_link()
    {
        long[] keys = [1, 2, 3];
        return CheckAsync(db => db.Territories.Where(territory => keys.Contains(territory.Id))
            .SelectMany(
                territory => territory.Below.Where(pair => keys.Contains(pair.AncestorId))
                    .SelectMany(pair => pair.Descendant.Centers).OrderBy(center => center.Id).Take(5),
                (territory, center) => new Keyed<Center> { Key = territory.Id, Item = new Center { Id = center.Id, Slug = center.Slug } })
            .OrderBy(keyed => keyed.Key).ThenBy(keyed => keyed.Item.Id));
    }

    [Fact]
    public Task Lists_of_enum_values_can_be_filtered()
    {
        var kind = SupportKind.MediaPromotion;
        SupportKind[] kinds = [SupportKind.MediaPromotion, SupportKind.Property];
        return CheckAsync(db => db.Centers
            .Where(center => center.SupportKinds.Any(item => item == kind) && center.SupportKinds.Any(item => kinds.Contains(item))
                && !center.Audiences.Any(item => item == Audience.Veterans) && center.Aliases.Any(alias => SearchText.Fold(alias)!.Contains("елка")))
            .Select(center => center.Id));
    }

    [Fact]
    public Task Texts_numbers_and_dates_can_be_filtered()
    {
        var part = SearchText.Fold("ОТДЕЛ")!;
        var ogrn = Ogrn.Parse("1027700132195");
        var day = new DateOnly(2019, 4, 15);
        var level = CenterLevel.Municipal;
        var date = FuzzyDate.Parse("2019-04~");
        var site = new Uri("https://example.org/центр");
        return CheckAsync(db => db.Centers
            .Where(center => SearchText.Fold(center.HostUnit)!.Contains(part) && center.NameFolded!.StartsWith("ресурсный") && center.Level == level)
            .Where(center => center.Operator!.Ogrn == ogrn && center.StartsOnEarliest <= day && center.StartsOnLatest >= day && center.StartsOn == date)
            .Where(center => center.DeclaredMembers!.Value > 10 && center.DeclaredMembers.Comparator == Comparator.MoreThan && center.Website == site)
            .Where(center => center.TerritoryId != null && center.CreatedAt < SampleDirectory.Day.AddDays(1))
            .OrderByDescending(center => center.DeclaredMembers!.Value)
            .Select(center => center.Id));
    }

    [Fact]
    public Task There_and_below_is_one_join()
    {
        var key = "99";
        return CheckAsync(db => db.Centers
            .Where(center => center.Territory!.Above.Any(pair => pair.Ancestor.Code == key))
            .OrderBy(center => center.Id).Select(center => center.Slug));
    }

    /// <summary>The statement and its rows are a snapshot on SQLite; PostgreSQL, where there is one, must find the same rows.</summary>
    private static async Task CheckAsync<T>(Func<DirectoryDb, IQueryable<T>> query, [CallerMemberName] string test = "")
    {
        var cancellationToken = TestContext.Current.CancellationToken;
        using var database = await TemporaryDatabase.CreateMigratedAsync();
        await using var db = database.CreateDbContext();
        await SampleDirectory.FillAsync(db, cancellationToken);
        var rows = await ReadAsync(db, query);
        $"{query(db).ToQueryString()}\n\n{rows}\n".MatchSnapshot("sql", test);

        if (Environment.GetEnvironmentVariable("TEST_POSTGRES") is { Length: > 0 } server)
        {
            await using var other = TemporaryDatabase.Open($"{server};Database=projections");
            await other.Database.EnsureDeletedAsync(cancellationToken);
            await other.Database.MigrateAsync(cancellationToken);
            await SampleDirectory.FillAsync(other, cancellationToken);
            Assert.Equal(rows, await ReadAsync(other, query));
        }
    }

    private static async Task<string> ReadAsync<T>(DirectoryDb db, Func<DirectoryDb, IQueryable<T>> query)
    {
        db.ChangeTracker.Clear();
        var rows = await query(db).ToListAsync(TestContext.Current.CancellationToken);
        Assert.NotEmpty(rows);
        return Rows.Write(rows);
    }

    private sealed class Keyed<TItem>
    {
        public long Key { get; set; }

        public required TItem Item { get; set; }
    }
}
