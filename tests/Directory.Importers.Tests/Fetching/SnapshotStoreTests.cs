using CenterDirectory.Importers.Fetching;
using CenterDirectory.Importers.Tests.Running;

namespace CenterDirectory.Importers.Tests.Fetching;

public sealed class SnapshotStoreTests
{
    [Fact]
    public async Task A_sweep_deletes_what_nobody_refers_to_and_nothing_that_is_not_the_archives()
    {
        await using var directory = await ScratchDirectory.CreateAsync();
        var store = directory.Archive;
        var kept = await SaveAsync(store, "нужное");
        var gone = await SaveAsync(store, "ненужное");
        var archive = directory.Options.ArchivePath;
        var hash = new string('a', 64);
        string[] foreign =
        [
            "directory.db", "notes/list.csv", "aa/list.csv", $"bb/{hash}", hash, $"aa/{hash.ToUpperInvariant()}", "incoming/list.csv", "notes/center-directory-draft",
        ];
        string[] left = ["incoming/center-directory-draft", $"aa/{hash}"];
        foreach (var file in foreign.Concat(left))
        {
            System.IO.Directory.CreateDirectory(Path.GetDirectoryName(Path.Combine(archive, file))!);
            await File.WriteAllTextAsync(Path.Combine(archive, file), "x", TestContext.Current.CancellationToken);
        }

        store.Prune(new HashSet<string> { SnapshotStore.NameOf(kept.Hash) });

        Assert.Equal([true, false], new[] { kept, gone }.Select(snapshot => File.Exists(snapshot.Path)));
        Assert.All(foreign, file => Assert.True(File.Exists(Path.Combine(archive, file)), file));
        Assert.All(left, file => Assert.False(File.Exists(Path.Combine(archive, file)), file));
    }

    private static Task<Importers.Fetching.Snapshot> SaveAsync(SnapshotStore store, string text) =>
        store.SaveAsync(new MemoryStream(System.Text.Encoding.UTF8.GetBytes(text)), TestContext.Current.CancellationToken);
}
