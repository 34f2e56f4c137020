using CenterDirectory.Data.Values;
using CenterDirectory.Importers.Manifests;
using CenterDirectory.Importers.Tests.Running;

namespace CenterDirectory.Importers.Tests.Feeds;

/// <summary>All shipped sources, each with its fixture or the files beside it, end in the same directory in whatever order they are imported.</summary>
public sealed class ShippedOrderTests
{
    [Fact]
    public async Task The_order_of_imports_leaves_no_trace()
    {
        var manifests = ManifestLoader.Load([Path.Combine(TestFeed.SolutionRoot, "feeds")]).Manifests.OrderBy(manifest => manifest.Key, StringComparer.Ordinal).ToArray();
        var expected = Lines(await EndOfAsync(manifests));
        var shuffled = manifests.ToArray();
        new Random(17).Shuffle(shuffled);
        foreach (var order in new[] { [.. manifests.Reverse()], shuffled })
        {
            var actual = Lines(await EndOfAsync(order));
            var differing = expected.Except(actual).Select(line => "- " + line).Concat(actual.Except(expected).Select(line => "+ " + line)).ToList();

            Assert.True(differing.Count == 0, string.Join('\n', differing.Take(40)));
            Assert.Equal(expected.Count, actual.Count);
        }
    }

    private static List<string> Lines(string dump) => [.. dump.Split('\n')];

    private static async Task<string> EndOfAsync(IEnumerable<FeedManifest> manifests)
    {
        await using var directory = await ScratchDirectory.CreateAsync();
        foreach (var manifest in manifests)
        {
            // A fixture is a few rows; the range of rows is about the whole source.
            var fitting = manifest.Test is null ? manifest : manifest with { Expect = manifest.Expect with { MinRows = null } };
            var file = manifest.Test is { } test ? Path.GetFullPath(Path.Combine(Path.GetDirectoryName(manifest.File)!, test.Fixture)) : null;
            Assert.Equal(ImportRunStatus.Applied, (await directory.RunAsync(fitting, new ImportOptions { FromFile = file })).Status);
        }

        return await directory.CanonicalAsync();
    }
}
