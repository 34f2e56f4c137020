using CenterDirectory.Data.Values;
using CenterDirectory.Importers.Records;
using CenterDirectory.Importers.Running;
using Microsoft.EntityFrameworkCore;

namespace CenterDirectory.Importers.Tests.Running;

/// <summary>The same imports make the same directory, whatever the database; and a server has failures that a file has not.</summary>
public sealed class BothDatabasesTests
{
    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public async Task The_same_imports_make_the_same_directory(int seed)
    {
        await using var file = await ScratchDirectory.CreateAsync(on: DatabaseKind.Sqlite);
        await using var server = await ScratchDirectory.CreateAsync(on: DatabaseKind.Postgres);

        var (one, other) = (await LiveAsync(file, seed), await LiveAsync(server, seed));

        Assert.Equal(one, other);
        Assert.Equal(await file.CanonicalAsync(), await server.CanonicalAsync());
        Assert.Equal(await file.DumpAsync(), await server.DumpAsync());
    }

    [Fact]
    public async Task More_records_than_are_compared_in_memory_are_compared_by_the_server()
    {
        await using var directory = await ScratchDirectory.CreateAsync(on: DatabaseKind.Postgres);
        directory.Pipeline.RecordsInMemory = 0;
        await directory.ImportAsync("many", Organizations(0, 400));

        var outcome = await directory.ImportAsync("many", Organizations(100, 420));

        Assert.Equal((20, 0, 300, 100), (outcome.Added, outcome.Changed, outcome.Unchanged, outcome.Retired));
        Assert.Equal(320, await directory.AskAsync(db => db.Organizations.CountAsync()));
    }

    [Fact]
    public async Task A_connection_that_is_lost_fails_the_run_and_the_next_one_works()
    {
        await using var directory = await ScratchDirectory.CreateAsync(on: DatabaseKind.Postgres);
        await directory.ImportAsync("one", Organizations(0, 10));
        var before = await directory.DumpAsync();
        directory.Feeds["one"] = () => new BrokenInTheMiddle(directory, [.. Organizations(0, 40)]);

        var broken = await directory.RunAsync(ScratchDirectory.Manifest("one"));

        Assert.Equal(ImportRunStatus.Failed, broken.Status);
        Assert.Equal(before, await directory.DumpAsync());
        Assert.Equal(ImportRunStatus.Applied, (await directory.ImportAsync("one", Organizations(0, 40))).Status);
        Assert.Equal(40, await directory.AskAsync(db => db.Organizations.CountAsync()));
    }

    [Fact]
    public async Task One_process_writes_at_a_time_and_one_imports_a_source()
    {
        await using var directory = await ScratchDirectory.CreateAsync(on: DatabaseKind.Postgres);
        await using var one = await ImportSession.OpenAsync(directory.Databases, TestContext.Current.CancellationToken);
        await using var other = await ImportSession.OpenAsync(directory.Databases, TestContext.Current.CancellationToken);
        using (var held = new SourceLocks().TryTake(one.Connection, "source"))
        {
            Assert.NotNull(held);
            Assert.Null(new SourceLocks().TryTake(other.Connection, "source"));
            using var another = new SourceLocks().TryTake(other.Connection, "another");
            Assert.NotNull(another);
        }

        using var free = new SourceLocks().TryTake(other.Connection, "source");
        Assert.NotNull(free);

        await one.BeginAsync(TestContext.Current.CancellationToken);
        var waiting = other.BeginAsync(TestContext.Current.CancellationToken);
        Assert.NotSame(waiting, await Task.WhenAny(waiting, Task.Delay(TimeSpan.FromMilliseconds(300), TestContext.Current.CancellationToken)));
        await one.CommitAsync(TestContext.Current.CancellationToken);
        await waiting;
    }

    [Fact]
    public async Task Texts_that_the_server_cannot_store_come_without_what_it_cannot()
    {
        await using var directory = await ScratchDirectory.CreateAsync(on: DatabaseKind.Postgres);

        var outcome = await directory.ImportAsync("odd", Invented.Organization("1\0", "Фонд \0«Ёлка» \ud83c\udf32"));

        Assert.Equal(ImportRunStatus.Applied, outcome.Status);
        Assert.Equal("Фонд «Ёлка» \ud83c\udf32", await directory.AskAsync(db => db.Organizations.Select(found => found.Name).SingleAsync()));
    }

    /// <summary>Some releases of several sources, one after another, with changes, gaps, returns and namesakes.</summary>
    /// <returns>What the runs told.</returns>
    private static async Task<List<string>> LiveAsync(ScratchDirectory directory, int seed)
    {
        var random = new Random(seed);
        var told = new List<string>();
        await directory.ImportAsync("places", Enumerable.Range(0, 4).Select(i => Invented.Territory($"t{i}", $"Область {i}")));
        for (var release = 0; release < 6; release++)
        {
            var source = $"source-{random.Next(3)}";
            var first = random.Next(20);
            var records = Enumerable.Range(first, 15 + random.Next(30))
                .Select(i => Invented.Organization($"{source}-{i}", $"Организация {(i + release) % 9} «Пример»")).OrderBy(_ => random.Next()).ToList();
            var outcome = await directory.ImportAsync(ScratchDirectory.Manifest(source, graceRuns: random.Next(2)), records);
            told.Add($"{source} {outcome.Status} {outcome.Added} {outcome.Changed} {outcome.Unchanged} {outcome.Retired} {outcome.EntriesChanged} {outcome.Reason?.En}");
            told.AddRange(outcome.Issues.Select(issue => $"{issue.Code} {issue.Row}"));
        }

        return told;
    }

    private static IEnumerable<ImportRecord> Organizations(int first, int end) =>
        Enumerable.Range(first, end - first).Select(i => Invented.Organization($"{i}", $"Организация {i}"));

    /// <summary>Has the server end all other connections when half of the records are read.</summary>
    private sealed class BrokenInTheMiddle(ScratchDirectory directory, IReadOnlyList<ImportRecord> records) : IRecordStream
    {
        public RecordCounts Counts { get; } = new();

        public FeedFailure? Failure => null;

        public async IAsyncEnumerable<ImportRecord> ReadAsync(
            IssueSink issues, [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancellationToken)
        {
            for (var i = 0; i < records.Count; i++)
            {
                if (i == records.Count / 2)
                {
                    await directory.AskAsync(db => db.Database.ExecuteSqlRawAsync(
                        "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = current_database() AND pid <> pg_backend_pid()", cancellationToken));
                }

                Counts.Read++;
                Counts.Records++;
                yield return records[i];
            }
        }
    }
}
