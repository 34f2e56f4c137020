using System.Globalization;
using CenterDirectory.Data.Values;
using CenterDirectory.Importers.Fetching;
using CenterDirectory.Importers.Manifests;
using CenterDirectory.Importers.Planning;
using CenterDirectory.Importers.Records;
using CenterDirectory.Importers.Running;
using CenterDirectory.Importers.Tests.Running;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace CenterDirectory.Importers.Tests.Planning;

/// <summary>Rows that look as they did last time are not read again, and nobody notices but the clock.</summary>
public sealed class RowMemoryTests : IAsyncLifetime
{
    private const string Yaml =
        """
        key: registry
        title: Реестр
        source: { file: rows.csv, format: csv }
        record: Organization
        id-from: [id]
        grace-runs: 0
        map: { name: name, kind: { const: NONPROFIT }, ogrn: ogrn, registeredOn: { from: registered, date: [dd.MM.yyyy] } }
        ignore: [note]
        expect: { removed-at-most: 100% }
        """;

    private readonly TestFeed feed = new();
    private ScratchDirectory directory = null!;

    public async ValueTask InitializeAsync() => directory = await ScratchDirectory.CreateAsync();

    public async ValueTask DisposeAsync()
    {
        await directory.DisposeAsync();
        feed.Dispose();
    }

    [Fact]
    public async Task Rows_are_known_wherever_they_stand_and_whatever_is_written_into_columns_that_nobody_reads()
    {
        await ImportAsync("1;Забота;;01.02.2010;", "2;Радуга;;;старое");

        Write("2;Радуга;;;новое", "1;Забота;;01.02.2010;");

        Assert.Equal(["2 known", "1 known"], await ReadAsync());
        Assert.Equal((ImportRunStatus.Unchanged, 2, 2), Told(await RunAsync()));
    }

    [Fact]
    public async Task A_row_is_read_again_when_a_cell_of_it_is_another()
    {
        await ImportAsync("1;Забота;;01.02.2010;", "2;Радуга;;;");

        Write("1;Забота;;02.02.2010;", "2;Радуга;;;", "3;Третья;;;");

        Assert.Equal(["1", "2 known", "3"], await ReadAsync());
        var outcome = await RunAsync();
        Assert.Equal((1, 1, 1), (outcome.Added, outcome.Changed, outcome.Unchanged));
        Assert.Equal(["1 known", "2 known", "3 known"], await ReadAsync());
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public async Task Whichever_rows_change_come_and_go_all_are_known_afterwards(int seed)
    {
        var random = new Random(seed);
        for (var round = 0; round < 4; round++)
        {
            var ids = Enumerable.Range(1, 30).Where(_ => random.Next(4) > 0).ToArray();
            random.Shuffle(ids);
            await ImportAsync([.. ids.Select(id => $"{id};Организация {id} {random.Next(3)};;;")]);

            Assert.Equal(ids.Order(), (await ReadAsync()).Select(read => int.Parse(read.Replace(" known", "", StringComparison.Ordinal), CultureInfo.InvariantCulture)).Order());
            Assert.All(await ReadAsync(), read => Assert.EndsWith(" known", read, StringComparison.Ordinal));
        }
    }

    [Fact]
    public async Task A_column_may_move_within_the_file()
    {
        await ImportAsync("1;Забота;;01.02.2010;");

        feed.Write("rows.csv", "note;registered;ogrn;name;id\n;01.02.2010;;Забота;1\n");

        Assert.Equal(["1 known"], await ReadAsync());
    }

    [Fact]
    public async Task Another_manifest_reads_all_rows_anew()
    {
        await ImportAsync("1;Забота;;;");
        var other = feed.Manifest(Yaml.Replace("NONPROFIT", "SOCIAL_ENTERPRISE", StringComparison.Ordinal));

        Assert.Equal(["1"], await ReadAsync(other));
        Assert.Equal(1, (await directory.RunAsync(other)).Changed);
    }

    [Fact]
    public async Task A_manifest_that_makes_the_same_of_the_rows_knows_them_from_then_on()
    {
        await ImportAsync("1;Забота;;;");
        var other = feed.Manifest(Yaml + "\n# a remark\n");

        Assert.Equal(["1"], await ReadAsync(other));
        Assert.Equal(ImportRunStatus.Unchanged, (await directory.RunAsync(other)).Status);
        Assert.Equal(["1 known"], await ReadAsync(other));
    }

    [Fact]
    public async Task What_is_wrong_with_a_row_is_told_each_time()
    {
        await ImportAsync("1;Забота;123;;", "2;Радуга;;30.02.2010;");

        Assert.Equal(["1", "2"], await ReadAsync());
        var outcome = await RunAsync();
        Assert.Equal(ImportRunStatus.Unchanged, outcome.Status);
        Assert.Equal(2, outcome.Issues.Select(issue => issue.Row).Distinct().Count());
    }

    [Fact]
    public async Task A_new_row_may_repeat_the_number_of_a_known_one_and_either_may_stand_first()
    {
        await ImportAsync("1;Забота;1027700132195;;");
        foreach (var rows in new string[][] { ["1;Забота;1027700132195;;", "2;Радуга;1027700132195;;"], ["2;Радуга;1027700132195;;", "1;Забота;1027700132195;;"] })
        {
            Write(rows);

            Assert.Equal("ogrn-repeated", Assert.Single((await RunAsync()).Issues).Code);
        }
    }

    [Fact]
    public async Task A_known_row_that_stands_there_twice_is_told_whichever_way_it_is_met()
    {
        await ImportAsync("1;Забота;;;", "2;Радуга;;;");
        foreach (var rows in new string[][] { ["1;Забота;;;", "1;Забота;;;", "2;Радуга;;;"], ["1;Забота;;;", "1;Иначе;;;", "2;Радуга;;;"] })
        {
            Write(rows);

            var outcome = await RunAsync();
            Assert.Equal((ImportRunStatus.Unchanged, 3, 2), Told(outcome));
            Assert.Equal(("id-repeated", 3), (outcome.Issues.Single().Code, outcome.Issues.Single().Row));
        }

        Write("1;Иначе;;;", "1;Забота;;;", "2;Радуга;;;");
        var changed = await RunAsync();
        Assert.Equal((1, 1), (changed.Changed, changed.Unchanged));
        Assert.Equal(("id-repeated", 3), (changed.Issues.Single().Code, changed.Issues.Single().Row));
    }

    [Fact]
    public async Task Tables_that_make_different_records_of_the_same_cells_do_not_take_each_other_for_known()
    {
        const string two =
            """
            key: registry
            title: Реестр
            grace-runs: 0
            tables:
              - { name: one, source: { file: rows.csv, format: csv }, record: Organization, id-from: [id], map: { name: name }, ignore: [ogrn, registered, note] }
              - { name: two, source: { file: rows.csv, format: csv }, record: Organization, id-from: [id], id-prefix: "b-", map: { name: name }, ignore: [ogrn, registered, note] }
            """;
        Write("1;Забота;;;", "2;Радуга;;;");
        var manifest = feed.Manifest(two);
        Assert.Equal(4, (await directory.RunAsync(manifest)).Added);

        Write("2;Радуга;;;x", "1;Забота;;;y");
        var outcome = await directory.RunAsync(manifest);

        Assert.Equal((ImportRunStatus.Unchanged, 4, 4), Told(outcome));
        Assert.Empty(outcome.Issues);
    }

    [Fact]
    public async Task Damaged_text_is_remarked_upon_each_time()
    {
        await ImportAsync("1;Заб\uFFFDта;;;");

        Assert.Equal("text-damaged", Assert.Single((await RunAsync()).Issues).Code);
    }

    [Fact]
    public async Task A_row_that_was_away_is_read_when_it_returns()
    {
        await ImportAsync("1;Забота;;;", "2;Радуга;;;");
        await ImportAsync("1;Забота;;;");

        Write("1;Забота;;;", "2;Радуга;;;");

        Assert.Equal(["1 known", "2"], await ReadAsync());
        Assert.Equal(1, (await RunAsync()).Added);
        Assert.Equal(2, await directory.AskAsync(db => db.Organizations.CountAsync()));
    }

    [Fact]
    public async Task What_a_row_was_remembered_for_does_not_hold_for_a_record_that_others_have_changed()
    {
        await ImportAsync("1;Забота;;;");
        directory.Pipeline.RecordsInMemory = 0;
        await ImportAsync("1;Другое имя;;;");
        directory.Pipeline.RecordsInMemory = KnownRecords.Limit;

        var outcome = await ImportAsync("1;Забота;;;");

        Assert.Equal(1, outcome.Changed);
        Assert.Equal("Забота", await directory.AskAsync(db => db.Organizations.Select(found => found.Name).SingleAsync()));
    }

    [Fact]
    public async Task A_run_that_is_held_back_is_not_remembered()
    {
        await ImportAsync([.. Enumerable.Range(1, 30).Select(number => $"{number};Организация {number};;;")]);
        var strict = feed.Manifest(Yaml.Replace("removed-at-most: 100%", "rows: [20, 50]", StringComparison.Ordinal));
        await directory.RunAsync(strict);
        Write("1;Новое имя;;;");

        Assert.Equal(ImportRunStatus.Quarantined, (await directory.RunAsync(strict)).Status);
        Assert.Equal(["1"], await ReadAsync(strict));
    }

    private Task<ImportOutcome> ImportAsync(params string[] rows)
    {
        Write(rows);
        return RunAsync();
    }

    private void Write(params string[] rows) => feed.Write("rows.csv", "id;name;ogrn;registered;note\n" + string.Join('\n', rows) + "\n");

    private Task<ImportOutcome> RunAsync() => directory.RunAsync(feed.Manifest(Yaml));

    private static (ImportRunStatus Status, int Read, int Unchanged) Told(ImportOutcome outcome) => (outcome.Status, outcome.Read, outcome.Unchanged);

    /// <summary>The external ids in the order of the file, with a word behind those whose rows are known.</summary>
    private async Task<IEnumerable<string>> ReadAsync(FeedManifest? manifest = null)
    {
        manifest ??= feed.Manifest(Yaml);
        var cancellationToken = TestContext.Current.CancellationToken;
        var options = new OptionsWrapper<ImportersOptions>(feed.Options);
        using var fetcher = new FeedFetcher(options);
        await using var session = await ImportSession.OpenAsync(directory.Databases, cancellationToken);
        var source = await session.Db.Sources.Where(found => found.Key == manifest.Key).Select(found => found.Id).SingleAsync(cancellationToken);
        var known = await KnownRecords.LoadAsync(session, source, RowMemory.SealOf(manifest), KnownRecords.Limit, cancellationToken);
        var archive = new SnapshotStore(options);
        await using var release = await new FeedReleases(fetcher, archive, new FilesAhead(archive)).FetchAsync(manifest, new ReleaseOrder(), cancellationToken);
        var read = new List<string>();
        await foreach (var record in new RecordStreams(options).Open(manifest, release, known: new NotedRows(known!, read)).ReadAsync(new IssueSink(), cancellationToken))
        {
            read.Add(record.ExternalId);
        }

        return read;
    }

    /// <summary>Notes whose rows are met again.</summary>
    private sealed class NotedRows(IKnownRows known, List<string> read) : IKnownRows
    {
        public int Find(Fingerprint digest) => known.Find(digest);

        public bool Confirm(int place)
        {
            var isFirst = known.Confirm(place);
            var ids = Enumerable.Range(1, 30).Select(number => $"{number}");
            read.Add(ids.Single(id => known.IsConfirmed("Organization", id) && !read.Contains($"{id} known")) + " known");
            return isFirst;
        }

        public bool IsConfirmed(string kind, string externalId) => known.IsConfirmed(kind, externalId);
    }
}
