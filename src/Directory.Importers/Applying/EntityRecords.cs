using System.Globalization;
using System.Text;
using CenterDirectory.Data.Sqlite;
using CenterDirectory.Importers.Applying.Tables;
using CenterDirectory.Importers.Running;

namespace CenterDirectory.Importers.Applying;

/// <summary>A live record of an entity; its payload as it is stored, UTF-8 JSON.</summary>
internal sealed record EntityRecord(long EntityId, long SourceId, string ExternalId, ReadOnlyMemory<byte> Payload, DateTime FirstSeenAt);

/// <summary>Reads the records of touched entities, strongest first.</summary>
internal sealed class EntityRecords
{
    // Priority of the source, then the fresher statement, then the key: the same order whichever source was imported first.
    private const string Sql =
        """
        SELECT r."EntityId", r."SourceId", r."ExternalId", r."Payload", r."FirstSeenAt"
        FROM touched AS t
        CROSS JOIN "SourceRecords" AS r ON r."Kind" = t."Kind" AND r."EntityId" = t."EntityId" AND r."RetiredAt" IS NULL
        CROSS JOIN "Sources" AS s ON s."Id" = r."SourceId"
        WHERE t."Kind" = @kind AND t."EntityId" BETWEEN @a AND @b
        ORDER BY r."EntityId", s."Priority" DESC, r."ChangedAt" DESC, s."Key", r."ExternalId"
        """;

    private readonly SqliteRows find;
    private readonly byte[] instant = new byte[40];
    private DateTime seenAt;
    private int instantLength;

    public EntityRecords(ImportSession session, EntityTable table)
    {
        find = session.Rows(Sql);
        find.Set("@kind", table.Kind);
    }

    /// <summary>The records of the entities from the first to the last id, in order of ids.</summary>
    public List<EntityRecord> Read(long first, long last)
    {
        var records = new List<EntityRecord>();
        find.Start(first, last);
        while (find.Read())
        {
            records.Add(new EntityRecord(
                find.Number(0), find.Number(1), find.Text(2), find.Bytes(3).ToArray(), Instant(find.Bytes(4))));
        }

        return records;
    }

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
