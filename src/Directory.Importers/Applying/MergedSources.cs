using System.Globalization;
using CenterDirectory.Importers.Editing;
using CenterDirectory.Importers.Running;

namespace CenterDirectory.Importers.Applying;

/// <summary>What merging needs to know of a source.</summary>
/// <param name="Id">Its row.</param>
/// <param name="Key">Its key.</param>
/// <param name="Priority">The higher is the stronger.</param>
/// <param name="AsOf">The day that its newest release states; records that state none have it.</param>
/// <param name="IsLive">Whether a run of it that ends well confirms what it holds.</param>
internal sealed record MergedSource(long Id, string Key, int Priority, DateOnly? AsOf, bool IsLive)
{
    /// <summary>Whether it is those who answer for the entries: what they say of a list is all of it.</summary>
    public bool IsFinal { get; } = Key == SelfService.Key;

    /// <summary>All of it that entries depend on, as the row of the source notes it when they are merged.</summary>
    public string Seal => string.Create(CultureInfo.InvariantCulture, $"{Priority} {AsOf:yyyy-MM-dd}{(IsLive ? LiveMark : "")}");

    private const string LiveMark = " live";

    /// <summary>Whether the source was live by a seal.</summary>
    public static bool IsLiveIn(string seal) => seal.EndsWith(LiveMark, StringComparison.Ordinal);
}

/// <summary>The sources as merging sees them.</summary>
internal sealed class MergedSources
{
    private const string Sql = """SELECT "Id", "Key", "Priority", "AsOf", "IsLive", "MergedAs" FROM "Sources" """;

    private readonly Dictionary<long, MergedSource> byId = [];
    private readonly Dictionary<long, string?> seals = [];

    private MergedSources()
    {
    }

    public static async Task<MergedSources> LoadAsync(ImportSession session, CancellationToken cancellationToken)
    {
        var sources = new MergedSources();
        var rows = await session.QueryAsync(
            Sql,
            reader => (
                Source: new MergedSource(
                    reader.GetInt64(0), reader.GetString(1), reader.GetInt32(2), reader.IsDBNull(3) ? null : reader.GetFieldValue<DateOnly>(3), reader.GetBoolean(4)),
                Seal: reader.IsDBNull(5) ? null : reader.GetString(5)),
            cancellationToken);
        foreach (var (source, seal) in rows)
        {
            sources.byId.Add(source.Id, source);
            sources.seals.Add(source.Id, seal);
        }

        return sources;
    }

    public MergedSource this[long id] => byId[id];

    /// <summary>Sources whose entries were merged with another rank than they have now.</summary>
    public IEnumerable<MergedSource> Outdated => byId.Values.Where(source => seals[source.Id] != source.Seal).OrderBy(source => source.Key, StringComparer.Ordinal);

    /// <summary>What entries were merged with; null if they never were.</summary>
    public string? SealOf(long id) => seals[id];
}
