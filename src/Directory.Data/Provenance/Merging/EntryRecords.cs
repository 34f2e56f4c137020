using Microsoft.EntityFrameworkCore;

namespace CenterDirectory.Data.Provenance.Merging;

/// <summary>A live record of an entry, for those who show where its fields come from.</summary>
internal sealed record EntryRecord
{
    public required long EntityId { get; init; }

    public required long SourceId { get; init; }

    public required MergeRank Rank { get; init; }

    /// <summary>What it states; empty unless asked for.</summary>
    public string Payload { get; init; } = "{}";

    public Uri? RecordUrl { get; init; }

    /// <summary>When the source was last found to say it: its last good run, unless that did not bring the record.</summary>
    public DateTime FetchedAt { get; init; }
}

/// <summary>Reads the live records of entries of one kind, strongest first, with one statement for any number of entries.</summary>
internal static class EntryRecords
{
    /// <param name="db">The directory.</param>
    /// <param name="kind">Record kind of the entries.</param>
    /// <param name="ids">The entries.</param>
    /// <param name="withPayloads">Whether what they state is wanted.</param>
    /// <param name="cancellationToken">Stops it.</param>
    public static async Task<ILookup<long, EntryRecord>> LoadAsync(
        DirectoryDb db, string kind, long[] ids, bool withPayloads, CancellationToken cancellationToken)
    {
        var rows = await db.SourceRecords
            .Where(record => record.Kind == kind && Enumerable.Contains(ids, record.EntityId!.Value) && record.RetiredAt == null)
            .Select(record => new
            {
                record.EntityId, record.SourceId, record.ExternalId, record.RecordUrl, record.ChangedAt, record.MissingRuns,
                AsOf = record.AsOf ?? record.Source.AsOf, record.Source.Key, record.Source.Priority, record.Source.LastSuccessAt,
                Payload = withPayloads ? record.Payload : "{}",
            })
            .ToListAsync(cancellationToken);
        return rows
            .Select(row => new EntryRecord
            {
                EntityId = row.EntityId!.Value,
                SourceId = row.SourceId,
                Rank = new MergeRank(row.Priority, row.AsOf, row.Key, row.ExternalId),
                Payload = row.Payload,
                RecordUrl = row.RecordUrl,
                FetchedAt = row.MissingRuns == 0 && row.LastSuccessAt > row.ChangedAt ? row.LastSuccessAt.Value : row.ChangedAt,
            })
            .OrderBy(record => record.Rank, MergeRank.StrongestFirst)
            .ToLookup(record => record.EntityId);
    }
}
