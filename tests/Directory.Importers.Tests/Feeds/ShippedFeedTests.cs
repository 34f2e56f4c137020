using CenterDirectory.Importers.Fetching;
using CenterDirectory.Importers.Manifests;
using CenterDirectory.Importers.Records;
using CenterDirectory.Importers.Validation;
using Microsoft.Extensions.Options;

namespace CenterDirectory.Importers.Tests.Feeds;

/// <summary>Every manifest under <c>feeds/</c> is a test: a source is added, and proven, without C#.</summary>
public sealed class ShippedFeedTests
{
    public static TheoryData<string> Keys() => [.. Load().Manifests.Select(manifest => manifest.Key)];

    [Fact]
    public void All_manifests_are_without_problems() =>
        Assert.Empty(Load().Problems.Select(problem => $"{Path.GetFileName(problem.File)}:{problem.Line}: {problem.Message.En}"));

    [Theory]
    [MemberData(nameof(Keys))]
    public async Task Its_records_are_those_that_were_reviewed(string key)
    {
        var manifest = Load().Manifests.Single(manifest => manifest.Key == key);
        using var feed = new TestFeed();
        var fixture = manifest.Test is { } test ? Path.Combine(Path.GetDirectoryName(manifest.File)!, test.Fixture) : null;

        var read = await feed.ReadAsync(manifest, fixture);

        Assert.Null(read.Failure);
        Assert.Equal(0, read.Issues.Errors);
        read.Describe().MatchSnapshot(key);
    }

    [Theory]
    [MemberData(nameof(Keys))]
    public async Task Its_check_passes(string key)
    {
        var manifest = Load().Manifests.Single(manifest => manifest.Key == key);
        using var fetcher = new FeedFetcher(new OptionsWrapper<ImportersOptions>(new ImportersOptions()));

        var check = await new FeedChecker(new RecordStreams(fetcher)).CheckAsync(manifest, TestContext.Current.CancellationToken);

        Assert.True(check.WasRead);
        Assert.Empty(check.Problems);
    }

    private static ManifestSet Load() => ManifestLoader.Load([Path.Combine(TestFeed.SolutionRoot, "feeds")]);
}
