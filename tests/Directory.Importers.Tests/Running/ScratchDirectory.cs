using System.Collections.Concurrent;
using CenterDirectory.Data;
using CenterDirectory.Importers.Fetching;
using CenterDirectory.Importers.Manifests;
using CenterDirectory.Importers.Records;
using CenterDirectory.Importers.Running;
using CenterDirectory.Importers.Scheduling;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace CenterDirectory.Importers.Tests.Running;

/// <summary>A migrated directory in a file of its own, with a pipeline that imports invented records into it.</summary>
internal sealed class ScratchDirectory : IAsyncDisposable
{
    private readonly string folder = System.IO.Directory.CreateTempSubdirectory("center-directory-").FullName;
    private readonly ServiceProvider services;
    private readonly FeedFetcher fetcher;

    private readonly PostgresDatabase? server;

    private ScratchDirectory(string? file, PostgresDatabase? server, Func<IDbContextFactory<DirectoryDb>, IDbContextFactory<DirectoryDb>>? wrap)
    {
        this.server = server;
        File = file ?? server?.ConnectionString ?? Path.Combine(folder, "directory.db");
        services = new ServiceCollection().AddLogging().AddDirectoryData(DatabaseProviders.IsPostgres(File) ? File : $"Data Source={File}").BuildServiceProvider();
        Databases = services.GetRequiredService<IDbContextFactory<DirectoryDb>>();
        Databases = wrap?.Invoke(Databases) ?? Databases;
        Options = new ImportersOptions { ArchivePath = Path.Combine(folder, "archive"), HostInterval = TimeSpan.Zero, Jitter = TimeSpan.Zero, AllowHosts = { "127.0.0.1" } };
        Care = new SourceCare(new SourceTimetable(Wrapped, new Random(1)), Wrapped);
        Archive = new SnapshotStore(Wrapped);
        Ahead = new FilesAhead(Archive);
        fetcher = new FeedFetcher(Wrapped, Archive, Clock);
        Pipeline = new ImportPipeline(
            Databases,
            (manifest, order, cancellationToken) => Feeds.ContainsKey(manifest.Key)
                ? Task.FromResult(Release.Nothing)
                : new FeedReleases(fetcher, Archive, Ahead).FetchAsync(manifest, order, cancellationToken),
            (manifest, release, known) => Feeds.TryGetValue(manifest.Key, out var records) ? records() : new RecordStreams(Wrapped).Open(manifest, release, known: known),
            Locks, Gate, Care, Clock, new TestLog<ImportPipeline>());
    }

    /// <summary>The file; on a server the connection string.</summary>
    public string File { get; }

    public IDbContextFactory<DirectoryDb> Databases { get; }

    public ImportPipeline Pipeline { get; }

    public SourceLocks Locks { get; } = new();

    public WriteGate Gate { get; } = new();

    public SettableClock Clock { get; } = new();

    public ImportersOptions Options { get; }

    public OptionsWrapper<ImportersOptions> Wrapped => new(Options);

    public SnapshotStore Archive { get; }

    public FilesAhead Ahead { get; }

    public SourceCare Care { get; }

    public SourceRanks Ranks => new(Databases, Gate, Care, Clock);

    /// <summary>What each source has to say at present; a source that is not here is read as its manifest says.</summary>
    public ConcurrentDictionary<string, Func<IRecordStream>> Feeds { get; } = [];

    public static async Task<ScratchDirectory> CreateAsync(
        string? file = null, Func<IDbContextFactory<DirectoryDb>, IDbContextFactory<DirectoryDb>>? wrap = null, DatabaseKind? on = null)
    {
        var isOnServer = file is null && (on ?? DatabaseKinds.Usual) == DatabaseKind.Postgres;
        var scratch = new ScratchDirectory(file, isOnServer ? await PostgresDatabase.CreateMigratedAsync() : null, wrap);
        await scratch.services.GetRequiredService<DirectoryMigrator>().MigrateAsync(TestContext.Current.CancellationToken);
        return scratch;
    }

    public static FeedManifest Manifest(string key, int priority = FeedManifest.DefaultPriority, int graceRuns = 0, FeedExpectations? expect = null) => new()
    {
        Key = key,
        Title = key,
        Priority = priority,
        GraceRuns = graceRuns,
        Expect = expect ?? new FeedExpectations(RemovedAtMost: 1),
        File = $"/feeds/{key}.yaml",
        Hash = "00",
        Tables =
        [
            new FeedTable
            {
                Name = "rows", Record = "Center", Line = 1, IdFrom = new RecordIdentity(["id"], false), Map = new ObjectMapping([], 1),
                Source = new FeedLocation { File = $"{key}.csv", Format = "csv" },
            },
        ],
    };

    /// <summary>Imports these records as what the source now says.</summary>
    public Task<ImportOutcome> ImportAsync(FeedManifest manifest, params IEnumerable<ImportRecord> records)
    {
        var all = records.ToList();
        Feeds[manifest.Key] = () => new InventedRecords(all);
        return RunAsync(manifest);
    }

    public Task<ImportOutcome> ImportAsync(string key, params IEnumerable<ImportRecord> records) => ImportAsync(Manifest(key), records);

    public Task<ImportOutcome> RunAsync(FeedManifest manifest, ImportOptions? options = null, IProgress<ImportProgress>? progress = null)
    {
        Clock.Advance(TimeSpan.FromHours(1));
        return Pipeline.RunAsync(manifest, options ?? new ImportOptions(), progress, TestContext.Current.CancellationToken);
    }

    public async Task<T> AskAsync<T>(Func<DirectoryDb, Task<T>> question)
    {
        await using var db = await Databases.CreateDbContextAsync();
        return await question(db);
    }

    /// <summary>Every row of the directory as text; runs and sources are told apart, they note failures too.</summary>
    public Task<string> DumpAsync(bool withIds = true) => DirectoryDump.WriteAsync(Databases, withIds);

    public async ValueTask DisposeAsync()
    {
        await Ahead.DisposeAsync();
        await services.DisposeAsync();
        fetcher.Dispose();
        Gate.Dispose();
        SqliteConnection.ClearAllPools();
        if (server is not null)
        {
            await server.DisposeAsync();
        }

        System.IO.Directory.Delete(folder, recursive: true);
    }
}

/// <summary>Records out of a list, in its order.</summary>
internal sealed class InventedRecords(IReadOnlyList<ImportRecord> records, FeedFailure? failure = null) : IRecordStream
{
    public RecordCounts Counts { get; } = new();

    public FeedFailure? Failure { get; private set; }

    public async IAsyncEnumerable<ImportRecord> ReadAsync(
        IssueSink issues, [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancellationToken)
    {
        foreach (var record in records)
        {
            cancellationToken.ThrowIfCancellationRequested();
            Counts.Read++;
            Counts.Records++;
            yield return record;
        }

        await Task.CompletedTask;
        Failure = failure;
    }
}
