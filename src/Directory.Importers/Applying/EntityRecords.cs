using System.Globalization;
using System.Text;
using CenterDirectory.Data.Bulk;
using CenterDirectory.Data.Provenance.Merging;
using CenterDirectory.Importers.Applying.Tables;
using CenterDirectory.Importers.Editing;
using CenterDirectory.Importers.Running;

namespace CenterDirectory.Importers.Applying;

/// <summary>A live record of an entity; its payload as it is stored, UTF-8 JSON.</summary>
internal sealed record EntityRecord(
    long EntityId, MergedSource Source, string ExternalId, DateOnly? AsOf, ReadOnlyMemory<byte> Payload, DateTime FirstSeenAt)
{
    /// <summary>Whether it says what an entry of others should say instead, and is no entry by itself.</summary>
    public bool IsAmendment => Source.IsFinal && SelfService.IsAmendment(ExternalId);

    public MergeRank Rank => new(Source.Priority, AsOf ?? Source.AsOf, Source.Key, ExternalId);
}

/// <summary>Reads the records of touched entities, strongest first.</summary>
internal sealed class EntityRecords
{
    private const string Sql =
        """
        SELECT r."EntityId", r."SourceId", r."ExternalId", r."Payload", r."FirstSeenAt", r."AsOf"
        FROM touched AS t
        CROSS JOIN "SourceRecords" AS r
        WHERE r."Kind" = t."Kind" AND r."EntityId" = t."EntityId" AND r."RetiredAt" IS NULL AND t."Kind" = @kind AND t."EntityId" BETWEEN @a AND @b
        ORDER BY t."EntityId"
        """;

    private static readonly Comparer<EntityRecord> Order = Comparer<EntityRecord>.Create((one, other) => MergeRank.StrongestFirst.Compare(one.Rank, other.Rank));

    private readonly RowReader find;
    private readonly MergedSources sources;
    private readonly byte[] instant = new byte[40];
    private DateTime seenAt;
    private int instantLength;

    public EntityRecords(ImportSession session, EntityTable table, MergedSources sources)
    {
        this.sources = sources;
        find = session.Rows(Sql);
        find.Set("@kind", table.Kind);
    }

    /// <summary>The records of the entities from the first to the last id, in order of ids.</summary>
    public List<EntityRecord> Read(long first, long last)
    {
        var records = new List<EntityRecord>();
        var begin = 0;
        find.Start(first, last);
        while (find.Read())
        {
            var id = find.Number(0);
            if (records.Count > begin && records[begin].EntityId != id)
            {
                Sort(records, begin);
                begin = records.Count;
            }

            records.Add(new EntityRecord(id, sources[find.Number(1)], find.Text(2), Day(find.Bytes(5)), find.Bytes(3).ToArray(), Instant(find.Bytes(4))));
        }

        Sort(records, begin);
        return records;
    }

    /// <summary>Sorts the records of one entity, the last ones read.</summary>
    private static void Sort(List<EntityRecord> records, int begin)
    {
        if (records.Count - begin > 1)
        {
            records.Sort(begin, records.Count - begin, Order);
        }
    }

    private static DateOnly? Day(ReadOnlySpan<byte> text) => text.IsEmpty ? null : DateOnly.Parse(Encoding.UTF8.GetString(text), CultureInfo.InvariantCulture);

    /// <summary>Most records of a window were first seen by one run: at the same instant.</summary>
    private DateTime Instant(ReadOnlySpan<byte> text)
    {
        if (!text.SequenceEqual(instant.AsSpan(0, instantLength)))
        {
            text.CopyTo(instant);
            instantLength = text.Length;
            seenAt = DateTime.SpecifyKind(DateTime.Parse(Encoding.UTF8.GetString(text), CultureInfo.InvariantCulture), DateTimeKind.Utc);
        }

        return seenAt;
    }
}
