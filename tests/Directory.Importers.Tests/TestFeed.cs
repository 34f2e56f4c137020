using System.Text;
using CenterDirectory.Importers.Fetching;
using CenterDirectory.Importers.Manifests;
using CenterDirectory.Importers.Records;
using CenterDirectory.Importers.Validation;
using Microsoft.Extensions.Options;

namespace CenterDirectory.Importers.Tests;

/// <summary>A folder with a manifest and its files, gone with the test.</summary>
internal sealed class TestFeed : IDisposable
{
    private readonly string folder = System.IO.Directory.CreateTempSubdirectory("feed").FullName;

    public ImportersOptions Options { get; } = new();

    public string Folder => folder;

    public static string SolutionRoot { get; } = FindSolutionRoot();

    public static string Fixtures => Path.Combine(SolutionRoot, "tests", "Directory.Importers.Tests", "Fixtures");

    /// <summary>The file of the sample data, or null where there is none.</summary>
    public static string? SampleFile(string name) =>
        Environment.GetEnvironmentVariable("DIRECTORY_SAMPLE_DATA") is { Length: > 0 } folder ? Path.GetFullPath(Path.Combine(folder, name)) : null;

    public string Write(string name, string text) => Write(name, Encoding.UTF8.GetBytes(text));

    public string Write(string name, byte[] bytes)
    {
        var path = Path.Combine(folder, name);
        System.IO.Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllBytes(path, bytes);
        return path;
    }

    public FeedManifest Manifest(string yaml)
    {
        var set = ManifestLoader.LoadFile(Write("feed.yaml", yaml));
        Assert.True(set.Problems.Count == 0, string.Join('\n', set.Problems.Select(problem => $"{problem.Line}: {problem.Message.En}")));
        return Assert.Single(set.Manifests);
    }

    /// <summary>The problems of a manifest as «line: message».</summary>
    public IReadOnlyList<string> Problems(string yaml)
    {
        var set = ManifestLoader.LoadFile(Write("feed.yaml", yaml));
        Assert.Empty(set.Manifests);
        return [.. set.Problems.Select(problem => $"{problem.Line}: {problem.Message.En}")];
    }

    public Task<ReadFeed> ReadAsync(string yaml, string? file = null) => ReadAsync(Manifest(yaml), file);

    public async Task<ReadFeed> ReadAsync(FeedManifest manifest, string? file = null)
    {
        var options = new OptionsWrapper<ImportersOptions>(Options);
        using var fetcher = new FeedFetcher(options);
        var issues = new IssueSink();
        var records = new List<ImportRecord>();
        await using var release = await ReleasesOf(fetcher, options).FetchAsync(manifest, new ReleaseOrder { FromFile = file }, TestContext.Current.CancellationToken);
        if (release.Failure is { } failure)
        {
            return new ReadFeed(records, issues, new RecordCounts(), failure.Reason);
        }

        var stream = new RecordStreams(options).Open(manifest, release);
        await foreach (var record in stream.ReadAsync(issues, TestContext.Current.CancellationToken))
        {
            records.Add(record);
        }

        return new ReadFeed(records, issues, stream.Counts, stream.Failure);
    }

    /// <summary>What <c>feeds check</c> says of a feed.</summary>
    public static async Task<FeedCheck> CheckAsync(FeedManifest manifest)
    {
        var options = new OptionsWrapper<ImportersOptions>(new ImportersOptions());
        using var fetcher = new FeedFetcher(options);
        return await new FeedChecker(new RecordStreams(options), ReleasesOf(fetcher, options)).CheckAsync(manifest, TestContext.Current.CancellationToken);
    }

    public void Dispose() => System.IO.Directory.Delete(folder, recursive: true);

    private static FeedReleases ReleasesOf(FeedFetcher fetcher, OptionsWrapper<ImportersOptions> options)
    {
        var archive = new SnapshotStore(options);
        return new FeedReleases(fetcher, archive, new FilesAhead(archive));
    }

    private static string FindSolutionRoot()
    {
        var folder = AppContext.BaseDirectory;
        while (!File.Exists(Path.Combine(folder, "CenterDirectory.sln")))
        {
            folder = Path.GetDirectoryName(folder) ?? throw new InvalidOperationException("The tests run outside of the solution.");
        }

        return folder;
    }
}

/// <summary>Everything that came out of reading a feed.</summary>
internal sealed record ReadFeed(IReadOnlyList<ImportRecord> Records, IssueSink Issues, RecordCounts Counts, FeedFailure? Failure)
{
    public IReadOnlyList<string> Payloads => [.. Records.Select(record => Encoding.UTF8.GetString(record.Payload.Span))];

    public string Payload => Assert.Single(Payloads);

    /// <summary>The issues as «code row field».</summary>
    public IReadOnlyList<string> Codes => [.. Issues.Stored.Select(issue => $"{issue.Code} {issue.Row} {issue.Field}".TrimEnd())];

    /// <summary>All that a reviewer should see, as text.</summary>
    public string Describe()
    {
        List<string> lines = [$"read {Counts.Read}, records {Counts.Records}, out of scope {Counts.OutOfScope}"];
        foreach (var record in Records)
        {
            lines.AddRange(["", $"{record.Table} {record.Kind} {record.ExternalId}", Encoding.UTF8.GetString(record.Payload.Span)]);
            lines.AddRange(record.References.Select(reference => $"  {reference.Field} -> {reference.TargetKind} {reference.TargetKey}"));
        }

        lines.Add("");
        lines.AddRange(Issues.Stored.Select(issue => $"{issue.Severity} {issue.Table}:{issue.Row} {issue.Code}: {issue.Message.En}"));
        return string.Join('\n', lines).TrimEnd() + "\n";
    }
}
