using System.Runtime.InteropServices;
using CenterDirectory.Data;
using CenterDirectory.GraphQL.Types;

namespace CenterDirectory.Api.OpenData.Dumps;

/// <summary>The entries that the rows of one page refer to: noted first, then looked up together, one statement a kind.</summary>
internal sealed class DumpReferences
{
    private readonly Dictionary<string, HashSet<long>> noted = new(StringComparer.Ordinal);
    private readonly Dictionary<string, IReadOnlyDictionary<long, string>> slugs = new(StringComparer.Ordinal);

    /// <summary>The global id of an entry or link.</summary>
    public static string IdOf(string kind, long id) => GlobalId.Encode(kind, id);

    public void Note(string kind, long id) => (CollectionsMarshal.GetValueRefOrAddDefault(noted, kind, out _) ??= []).Add(id);

    public string SlugOf(string kind, long id) => slugs[kind][id];

    /// <summary>Looks up what was noted.</summary>
    public async Task ResolveAsync(DirectoryDb db, DumpTables tables, CancellationToken cancellationToken)
    {
        foreach (var (kind, ids) in noted)
        {
            slugs[kind] = await tables[kind].SlugsAsync(db, [.. ids], cancellationToken);
        }
    }
}
