using System.Runtime.CompilerServices;
using CenterDirectory.Importers.Fetching;
using CenterDirectory.Importers.Manifests;
using CenterDirectory.Importers.Records;
using Microsoft.Extensions.Options;

namespace CenterDirectory.Importers.Tests;

/// <summary>The manifests that the project ships, read as an import would read them.</summary>
internal static class ShippedFeeds
{
    /// <summary>The folder of the solution.</summary>
    public static string Root { get; } = FindRoot();

    /// <summary>All of them; the test fails if one has problems. What somebody tries out with the README is none of them.</summary>
    public static IReadOnlyList<FeedManifest> Load()
    {
        var example = Path.Combine(Root, "feeds", "example") + Path.DirectorySeparatorChar;
        var set = ManifestLoader.Load([Path.Combine(Root, "feeds")]);
        Assert.Empty(
            from problem in set.Problems
            where !problem.File.StartsWith(example, StringComparison.Ordinal)
            select $"{problem.Place} {problem.Message.En}");
        return [.. set.Manifests.Where(manifest => !manifest.File.StartsWith(example, StringComparison.Ordinal))];
    }

    /// <summary>The records of a file, of the fixture if the manifest has one, else of its own files.</summary>
    public static async Task<List<ImportRecord>> ReadAsync(FeedManifest manifest, IssueSink issues, string? file = null)
    {
        var fixture = manifest.Test is { } test ? Path.Combine(Path.GetDirectoryName(manifest.File)!, test.Fixture) : null;
        using var fetcher = new FeedFetcher(Options.Create(new ImportersOptions()));
        var stream = new RecordStreams(fetcher).Open(manifest, file ?? fixture);
        var records = new List<ImportRecord>();
        await foreach (var record in stream.ReadAsync(issues, TestContext.Current.CancellationToken))
        {
            records.Add(record);
        }

        Assert.Null(stream.Failure);
        return records;
    }

    private static string FindRoot([CallerFilePath] string file = "") =>
        Path.GetFullPath(Path.Combine(Path.GetDirectoryName(file)!, "..", ".."));
}
