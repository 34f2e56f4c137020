using CenterDirectory.Importers.Applying.Tables;
using CenterDirectory.Importers.Running;

namespace CenterDirectory.Importers.Applying;

/// <summary>A live record of an entity.</summary>
internal sealed record EntityRecord(
    long EntityId, long RecordId, long SourceId, string SourceKey, string ExternalId, string Payload, DateTime FirstSeenAt);

/// <summary>Reads the records of touched entities, strongest first.</summary>
internal sealed class EntityRecords(ImportSession session)
{
    // Priority of the source, then the fresher statement, then the key: the same order whichever source was imported first.
    private const string Sql =
        """
        SELECT r."EntityId", r."Id", r."SourceId", s."Key", r."ExternalId", r."Payload", r."FirstSeenAt"
        FROM touched AS t
        CROSS JOIN "SourceRecords" AS r ON r."Kind" = t."Kind" AND r."EntityId" = t."EntityId" AND r."RetiredAt" IS NULL
        CROSS JOIN "Sources" AS s ON s."Id" = r."SourceId"
        WHERE t."Kind" = @kind AND t."EntityId" BETWEEN @first AND @last
        ORDER BY r."EntityId", s."Priority" DESC, r."ChangedAt" DESC, s."Key", r."ExternalId"
        """;

    /// <summary>The records of the entities from the first to the last id, by entity.</summary>
    public async Task<ILookup<long, EntityRecord>> ReadAsync(EntityTable table, long first, long last, CancellationToken cancellationToken)
    {
        var records = await session.QueryAsync(
            Sql,
            reader => new EntityRecord(
                reader.GetInt64(0), reader.GetInt64(1), reader.GetInt64(2), reader.GetString(3), reader.GetString(4), reader.GetString(5),
                reader.GetDateTime(6)),
            cancellationToken, ("@kind", table.Kind), ("@first", first), ("@last", last));
        return records.ToLookup(record => record.EntityId);
    }
}
