using CenterDirectory.Importers.Manifests;

namespace CenterDirectory.Importers.Tests.Manifests;

public sealed class ManifestLoaderTests : IDisposable
{
    private readonly TestFeed feed = new();

    [Fact]
    public void Folders_are_read_with_their_subfolders()
    {
        Write("shipped/ru/a.yaml", "a", "A");
        Write("shipped/reports/b.yml", "b", "B");
        feed.Write("shipped/reports/b.csv", "id\n1\n");

        var set = Load("shipped");

        Assert.Empty(set.Problems);
        Assert.Equal(["a", "b"], set.Manifests.Select(manifest => manifest.Key));
    }

    [Fact]
    public void For_one_key_the_last_folder_wins()
    {
        Write("shipped/a.yaml", "a", "Shipped");
        Write("own/other-name.yaml", "a", "Own");

        Assert.Equal("Own", Assert.Single(Load("shipped", "own").Manifests).Title);
        Assert.Equal("Shipped", Assert.Single(Load("own", "shipped").Manifests).Title);
    }

    [Fact]
    public void A_broken_override_hides_what_it_overrides()
    {
        Write("shipped/a.yaml", "a", "Shipped");
        feed.Write("own/a.yaml", "key: a\ntitel: Own\n");

        var set = Load("shipped", "own");

        Assert.Empty(set.Manifests);
        Assert.Contains(set.Problems, problem => problem.Place.EndsWith(Path.Combine("own", "a.yaml") + ":2", StringComparison.Ordinal));
    }

    [Fact]
    public void Two_manifests_of_one_folder_cannot_share_a_key()
    {
        Write("shipped/a.yaml", "a", "First");
        Write("shipped/b.yaml", "a", "Second");

        var set = Load("shipped");

        Assert.Equal("First", Assert.Single(set.Manifests).Title);
        Assert.EndsWith("b.yaml:1", Assert.Single(set.Problems).Place, StringComparison.Ordinal);
    }

    [Fact]
    public void A_missing_folder_is_a_problem_and_the_others_are_read()
    {
        Write("shipped/a.yaml", "a", "A");

        var set = Load("nowhere", "shipped");

        Assert.Single(set.Manifests);
        Assert.Equal("There is no such folder; mend Feeds:Paths.", Assert.Single(set.Problems).Message.En);
    }

    public void Dispose() => feed.Dispose();

    private ManifestSet Load(params string[] folders) => ManifestLoader.Load(folders.Select(folder => Path.Combine(feed.Folder, folder)));

    private void Write(string path, string key, string title) => feed.Write(path, $$"""
        key: {{key}}
        title: {{title}}
        source: { file: {{key}}.csv }
        record: Center
        id-from: [id]
        map: { name: title }
        """);
}
