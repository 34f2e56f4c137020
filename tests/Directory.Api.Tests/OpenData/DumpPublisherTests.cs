using System.Text.Json;
using CenterDirectory.Api.OpenData.Dumps;
using CenterDirectory.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace CenterDirectory.Api.Tests.OpenData;

/// <summary>When dumps are written, what they show, and what becomes of old and unfinished ones.</summary>
public sealed class DumpPublisherTests : IAsyncLifetime
{
    private OwnDirectory directory = null!;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    private DumpStore Store => directory.Services.GetRequiredService<DumpStore>();

    private DumpOptions Options => directory.Services.GetRequiredService<IOptions<DumpOptions>>().Value;

    public async ValueTask InitializeAsync()
    {
        directory = await OwnDirectory.CreateAsync();
        directory.Write("clubs.yaml", "key: clubs\ntitle: Клубы\ngrace-runs: 0\nsource: { file: clubs.csv }\nrecord: Organization\nid-from: [id]\nmap: { slug: id, name: name }\nexpect: { removed-at-most: 100% }\n");
    }

    public ValueTask DisposeAsync() => directory.DisposeAsync();

    [Fact]
    public async Task An_empty_directory_has_no_dump() => Assert.Null(await PublishAsync());

    [Fact]
    public async Task A_revision_is_dumped_once_and_the_next_after_a_pause()
    {
        await ImportAsync("a,Первый");

        Assert.Equal(1, await PublishAsync());
        Assert.Null(await PublishAsync());

        await ImportAsync("a,Первый", "b,Второй");
        Assert.Null(await PublishAsync());
        directory.Now += Options.Pause;
        Assert.Equal(2, await PublishAsync());
        Assert.Equal([2, 1], Store.List().Select(dump => dump.Revision));
        Assert.Equal([2L, 1L], Store.List().Select(dump => dump.Package.Resources.Single(resource => resource.Path == "organizations.ndjson").Rows));
    }

    [Fact]
    public async Task Only_the_newest_are_kept()
    {
        Options.Keep = 2;
        Options.Pause = TimeSpan.Zero;
        for (var i = 1; i <= 4; i++)
        {
            await ImportAsync([.. Enumerable.Range(1, i).Select(number => $"{number},Клуб")]);
            await PublishAsync();
        }

        Assert.Equal([4, 3], Store.List().Select(dump => dump.Revision));
        Assert.Equal(["3", "4", "lock"], Names());
    }

    [Fact]
    public async Task Dumps_that_show_a_person_who_was_erased_go_with_the_next()
    {
        Options.Pause = TimeSpan.Zero;
        directory.Write("people.yaml", """
            key: people
            title: Люди
            grace-runs: 0
            expect: { removed-at-most: 100% }
            tables:
              - { name: people, source: { file: people.csv }, record: Person, id-from: [id], map: { name: name } }
              - { name: roles, source: { file: people.csv }, record: PersonRole, id-from: [id], map: { person: id, position: role }, ignore: [name] }
            """.Replace("map: { name: name }", "map: { name: name }, ignore: [role]", StringComparison.Ordinal));
        directory.Write("people.csv", "id,name,role\n1,Некто Первый,директор\n2,Некто Второй,директор\n");
        await ImportAsync("a,Первый");
        await PublishAsync();
        Assert.Equal(2, Store.List()[0].Package.Resources.Single(resource => resource.Path == "people.ndjson").Rows);

        directory.Write("people.csv", "id,name,role\n2,Некто Второй,директор\n");
        await ImportAsync("a,Первый");
        await PublishAsync();

        Assert.Equal(1, Assert.Single(Store.List()).Package.Resources.Single(resource => resource.Path == "people.ndjson").Rows);
    }

    [Fact]
    public async Task What_a_dead_process_left_is_never_seen_and_goes_with_the_next_look()
    {
        await ImportAsync("a,Первый");
        await PublishAsync();
        var unfinished = Store.Begin();
        await File.WriteAllTextAsync(Path.Combine(unfinished, DumpNames.Package), "{", Cancellation);

        Assert.Equal([1], Store.List().Select(dump => dump.Revision));
        await PublishAsync();
        Assert.Equal(["1", "lock"], Names());
    }

    [Fact]
    public async Task Two_do_not_write_at_a_time()
    {
        await ImportAsync("a,Первый");
        await using (Store.TryLock())
        {
            Assert.Null(await PublishAsync());
        }

        Assert.Equal(1, await PublishAsync());
    }

    [Fact]
    public async Task A_writer_that_fails_leaves_nothing()
    {
        await ImportAsync("a,Первый");
        using var stop = new CancellationTokenSource();
        await stop.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => directory.Services.GetRequiredService<DumpPublisher>().PublishAsync(null, stop.Token));

        Assert.Empty(Store.List());
        Assert.DoesNotContain(Names(), name => name != "lock");
    }

    [Fact]
    public async Task Dumps_of_a_history_that_is_no_more_go()
    {
        await ImportAsync("a,Первый");
        await PublishAsync();
        System.IO.Directory.Move(Path.Combine(Options.Path, "1"), Path.Combine(Options.Path, "7"));
        await PublishAsync();

        Assert.Equal(["1", "lock"], Names());
    }

    [Fact]
    public async Task A_dump_of_another_history_with_the_same_number_is_replaced()
    {
        await ImportAsync("a,Первый");
        await PublishAsync();
        await using (var db = await directory.Services.GetRequiredService<IDbContextFactory<DirectoryDb>>().CreateDbContextAsync(Cancellation))
        {
            await db.Revisions.ExecuteUpdateAsync(set => set.SetProperty(revision => revision.CommittedAt, new DateTime(2025, 1, 1, 0, 0, 0, DateTimeKind.Utc)), Cancellation);
        }

        Assert.Equal(1, await PublishAsync());
        Assert.Equal(2025, Store.Find(1)!.Package.CommittedAt.Year);
        Assert.Null(await PublishAsync());
    }

    [Fact]
    public async Task A_dump_shows_the_revision_at_which_it_began_however_much_is_imported_meanwhile()
    {
        await ImportAsync("a,Первый", "b,Второй");
        await using var snapshot = await DumpSnapshot.OpenAsync(directory.Services.GetRequiredService<IDbContextFactory<DirectoryDb>>(), Cancellation);
        await ImportAsync("b,Второй иначе", "c,Третий");
        var folder = Store.Begin();

        await new DumpWriter(snapshot, directory.Services.GetRequiredService<DumpTables>(), folder)
            .WriteAsync(directory.Services.GetRequiredService<DumpTables>().All, Cancellation);

        Assert.Equal(1, snapshot.Revision);
        Assert.Equal(["Первый", "Второй"], Records(Path.Combine(folder, "organizations.ndjson")).Select(record => record.GetProperty("name").GetString()));
    }

    [Fact]
    public async Task The_difference_tells_what_was_added_changed_and_removed()
    {
        Options.Pause = TimeSpan.Zero;
        await ImportAsync("a,Первый", "b,Второй", "c,Третий");
        await PublishAsync();
        directory.Now += TimeSpan.FromMinutes(1);
        await ImportAsync("a,Первый", "b,Второй иначе", "d,Новый", "e,Новейший");
        await PublishAsync();

        var lines = await DeltaAsync(Store.Find(1)!, Store.Find(2)!);
        var back = await DeltaAsync(Store.Find(2)!, Store.Find(1)!);

        Assert.Equal(["MOD b displayName,name,updatedAt", "DEL c ", "ADD d ", "ADD e "], lines.Select(Describe));
        Assert.Equal(["MOD", "ADD", "DEL", "DEL"], back.Select(line => line.GetProperty("change").GetString()));
        Assert.Empty(await DeltaAsync(Store.Find(2)!, Store.Find(2)!));
        Assert.Equal("Второй иначе", lines[0].GetProperty("record").GetProperty("name").GetString());
    }

    [Fact]
    public async Task Whoever_applies_the_difference_to_the_older_dump_has_the_newer()
    {
        Options.Pause = TimeSpan.Zero;
        var random = new Random(4);
        for (var i = 0; i < 6; i++)
        {
            directory.Now += TimeSpan.FromMinutes(1);
            await ImportAsync([.. Enumerable.Range(1, 40).Where(_ => random.Next(3) > 0).Select(number => $"{number},Клуб {random.Next(4)}"), $"last-{i},Всегда"]);
            await PublishAsync();
        }

        var dumps = Store.List();
        foreach (var (older, newer) in dumps.Skip(1).SelectMany((older, index) => dumps.Take(index + 1).Select(newer => (older, newer))))
        {
            var copy = Records(older.File(DumpNames.All)!.Path).ToDictionary(IdOf, record => record.GetRawText());
            foreach (var change in await DeltaAsync(older, newer))
            {
                Assert.Equal(change.GetProperty("change").GetString() == "ADD", !copy.ContainsKey(IdOf(change)));
                if (change.TryGetProperty("record", out var record))
                {
                    copy[IdOf(change)] = record.GetRawText();
                }
                else
                {
                    copy.Remove(IdOf(change));
                }
            }

            Assert.Equal(Records(newer.File(DumpNames.All)!.Path).Select(record => record.GetRawText()).Order(), copy.Values.Order());
        }
    }

    [Fact]
    public async Task Only_a_page_of_rows_is_read_at_a_time()
    {
        const int Clubs = (DumpWriter.PageSize * 3) + 7;
        await ImportAsync([.. Enumerable.Range(1, Clubs).Select(number => $"{number},Клуб {number}")]);
        var tables = directory.Services.GetRequiredService<DumpTables>();
        await using var snapshot = await DumpSnapshot.OpenAsync(directory.Services.GetRequiredService<IDbContextFactory<DirectoryDb>>(), Cancellation);

        var (sizes, after) = (new List<int>(), 0L);
        DumpPage page;
        do
        {
            page = await tables["Organization"].ReadAsync(snapshot.Db, tables, after, DumpWriter.PageSize, Cancellation);
            sizes.Add(page.Rows.Count);
            after = page.Rows[^1].Id;
        }
        while (page.Rows.Count == DumpWriter.PageSize);

        Assert.Equal([DumpWriter.PageSize, DumpWriter.PageSize, DumpWriter.PageSize, 7], sizes);
        Assert.Empty(snapshot.Db.ChangeTracker.Entries());
        await PublishAsync();
        Assert.Equal(Clubs, Store.Find(1)!.Package.Resources.Single(resource => resource.Path == "organizations.csv").Rows);
    }

    private static string Describe(JsonElement line) =>
        $"{line.GetProperty("change").GetString()} {(line.TryGetProperty("record", out var record) ? record.GetProperty("slug").GetString() : "c")} {(line.TryGetProperty("fields", out var fields) ? string.Join(',', fields.EnumerateArray().Select(field => field.GetString()).Order(StringComparer.Ordinal)) : "")}";

    private static string IdOf(JsonElement record) => record.GetProperty("id").GetString()!;

    private static IEnumerable<JsonElement> Records(string file) => File.ReadLines(file).Select(line => JsonElement.Parse(line));

    private static async Task<List<JsonElement>> DeltaAsync(StoredDump older, StoredDump newer)
    {
        using var memory = new MemoryStream();
        var pipe = System.IO.Pipelines.PipeWriter.Create(memory);
        await DumpDelta.WriteAsync(older, newer, pipe, Cancellation);
        await pipe.CompleteAsync();
        return [.. System.Text.Encoding.UTF8.GetString(memory.ToArray()).Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => JsonElement.Parse(line))];
    }

    private async Task ImportAsync(params string[] rows)
    {
        directory.Write("clubs.csv", "id,name\n" + string.Join('\n', rows) + "\n");
        await directory.ImportAsync();
    }

    private Task<int?> PublishAsync() => directory.Services.GetRequiredService<DumpPublisher>().PublishAsync("https://example.org", Cancellation);

    private IEnumerable<string> Names() => System.IO.Directory.EnumerateFileSystemEntries(Options.Path).Select(path => Path.GetFileName(path)!).Order(StringComparer.Ordinal);
}
