using CenterDirectory.Importers.Manifests;
using Microsoft.Extensions.Options;

namespace CenterDirectory.Importers;

/// <summary>Where manifests are looked for: section <c>Feeds</c> of the configuration.</summary>
public sealed class FeedsOptions
{
    /// <summary>Name of the section.</summary>
    public const string Section = "Feeds";

    /// <summary>Folders, read recursively; for one key the last folder wins. Full paths by the time the catalog is read.</summary>
    public IList<string> Paths { get; } = [];
}

/// <summary>The manifests of this installation, read once: a new or mended one is seen at the next start.</summary>
public sealed class FeedCatalog(IOptions<FeedsOptions> options)
{
    private readonly Lazy<ManifestSet> set = new(() => ManifestLoader.Load(options.Value.Paths));

    /// <summary>All manifests that can be used, by key; disabled ones included.</summary>
    public IReadOnlyList<FeedManifest> Manifests => set.Value.Manifests;

    /// <summary>What is wrong with the others.</summary>
    public IReadOnlyList<ManifestProblem> Problems => set.Value.Problems;

    /// <summary>The manifest of a key, or null.</summary>
    public FeedManifest? Find(string key) => Manifests.FirstOrDefault(manifest => manifest.Key == key);
}
