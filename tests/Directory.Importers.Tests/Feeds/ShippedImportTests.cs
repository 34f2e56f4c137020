using CenterDirectory.Data.Values;
using CenterDirectory.Importers.Manifests;
using CenterDirectory.Importers.Tests.Running;

namespace CenterDirectory.Importers.Tests.Feeds;

/// <summary>Every shipped manifest is imported for good, beside the territories that all of them refer to.</summary>
public sealed class ShippedImportTests
{
    public static TheoryData<string> Keys() => ShippedFeedTests.Keys();

    [Theory]
    [MemberData(nameof(Keys))]
    public async Task Imported_twice_changes_nothing(string key)
    {
        var manifests = ManifestLoader.Load([Path.Combine(TestFeed.SolutionRoot, "feeds")]).Manifests;
        var manifest = manifests.Single(manifest => manifest.Key == key);
        await using var directory = await ScratchDirectory.CreateAsync();
        if (key != "ru-territories")
        {
            await ImportAsync(directory, manifests.Single(manifest => manifest.Key == "ru-territories"));
        }

        var first = await ImportAsync(directory, manifest);
        var before = await directory.DumpAsync();
        var second = await ImportAsync(directory, manifest);

        Assert.Equal((ImportRunStatus.Applied, first.Added, 0), (first.Status, first.Read - first.OutOfScope, first.Errors));
        Assert.Equal((ImportRunStatus.Unchanged, 0, 0, first.Added), (second.Status, second.Added, second.Changed, second.Unchanged));
        Assert.Equal(before, await directory.DumpAsync());
    }

    private static async Task<ImportOutcome> ImportAsync(ScratchDirectory directory, FeedManifest manifest)
    {
        // A fixture is a few rows; the range of rows is about the whole source.
        manifest = manifest.Test is null ? manifest : manifest with { Expect = manifest.Expect with { MinRows = null } };
        var file = manifest.Test is { } test ? Path.GetFullPath(Path.Combine(Path.GetDirectoryName(manifest.File)!, test.Fixture)) : null;
        return await directory.RunAsync(manifest, new ImportOptions { FromFile = file });
    }
}
