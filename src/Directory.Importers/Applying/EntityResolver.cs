using System.Text.Json;
using CenterDirectory.Data.Entities;
using CenterDirectory.Importers.Applying.Tables;
using CenterDirectory.Importers.Running;

namespace CenterDirectory.Importers.Applying;

/// <summary>
/// Which entity a new record speaks of: one of another source that shares a declared key with it, otherwise a new one.
/// A record that is known, or returns, keeps the entity it had. Two rows of one file are never one entity.
/// </summary>
internal sealed class EntityResolver(ImportSession session, long sourceId)
{
    /// <summary>The keys that identify an object wherever they are stated.</summary>
    private static readonly Dictionary<string, string[]> DeclaredKeys = new(StringComparer.Ordinal)
    {
        [nameof(Territory)] = [nameof(Territory.Code), nameof(Territory.Iso), nameof(Territory.Oktmo), nameof(Territory.Slug)],
        [nameof(Organization)] = [nameof(Organization.Slug)],
    };

    // By external id, not by row: the order of rows in the file leaves no trace in ids and slugs. Shorter ones first, so that 9 stands before 10.
    private const string Number =
        """
        UPDATE staged SET "EntityId" = @base + numbered."Rank"
        FROM (SELECT "Id", ROW_NUMBER() OVER (ORDER BY length("ExternalId"), "ExternalId") AS "Rank" FROM staged
              WHERE "Kind" = @kind AND "Action" = 1 AND "EntityId" IS NULL) AS numbered
        WHERE numbered."Id" = staged."Id"
        """;

    /// <summary>Gives each new record of a kind its entity.</summary>
    /// <returns>The last id that was taken before: ids beyond it are new entities.</returns>
    public async Task<long> ResolveAsync(EntityTable table, CancellationToken cancellationToken)
    {
        if (DeclaredKeys.TryGetValue(table.Kind, out var keys))
        {
            await JoinAsync(table, keys, cancellationToken);
        }

        var last = Math.Max(
            await session.CountAsync($"""SELECT MAX("Id") FROM "{table.Name}" """, cancellationToken),
            await session.CountAsync("""SELECT MAX("EntityId") FROM "SourceRecords" WHERE "Kind" = @kind""", cancellationToken, ("@kind", table.Kind)));
        await session.ExecuteAsync(Number, cancellationToken, ("@base", last), ("@kind", table.Kind));
        return last;
    }

    private async Task JoinAsync(EntityTable table, string[] keys, CancellationToken cancellationToken)
    {
        var fields = keys.Select(EntityTable.FieldName).ToList();
        var stated = string.Join(" OR ", fields.Select(field => $"""instr(p."Payload", '"{field}":') > 0"""));
        var records = await session.QueryAsync(
            $"""
            SELECT s."Id", p."Payload" FROM staged AS s JOIN staged_payloads AS p ON p."Id" = s."Id"
            WHERE s."Kind" = @kind AND s."Action" = 1 AND ({stated}) ORDER BY length(s."ExternalId"), s."ExternalId"
            """,
            reader => (Id: reader.GetInt64(0), Payload: reader.GetString(1)), cancellationToken, ("@kind", table.Kind));
        if (records.Count == 0)
        {
            return;
        }

        List<string> parameters = [.. keys.Select(key => "@" + key), "@kind", "@source"];
        var living = session.Prepare(LivingSql(table, keys), parameters);
        var gone = session.Prepare(GoneSql(keys), parameters);
        var join = session.Prepare("""UPDATE staged SET "EntityId" = @entity WHERE "Id" = @id""", "@entity", "@id");
        var joined = new HashSet<long>();
        foreach (var (id, payload) in records)
        {
            using var document = JsonDocument.Parse(payload);
            object?[] values = [.. fields.Select(field => Text(document.RootElement, field)), table.Kind, sourceId];
            if ((living.Scalar(values) ?? gone.Scalar(values)) is long entity && joined.Add(entity))
            {
                join.Execute([entity, id]);
            }
        }
    }

    /// <summary>An entity with one of the keys.</summary>
    private static string LivingSql(EntityTable table, string[] keys) =>
        $"""
        SELECT e."Id" FROM "{table.Name}" AS e
        WHERE ({string.Join(" OR ", keys.Select(key => $"e.\"{table.Column(key).Name}\" = @{key}"))}) AND {Unclaimed("e.\"Id\"")}
        ORDER BY e."Id" LIMIT 1
        """;

    /// <summary>One that went and had one of the keys: it is back, whichever source brings it.</summary>
    private static string GoneSql(string[] keys)
    {
        var matches = keys.Select(key => key == nameof(DirectoryEntry.Slug)
            ? "t.\"Slug\" = @Slug"
            : $"""
               EXISTS (SELECT 1 FROM "SourceRecords" AS once WHERE once."Kind" = @kind AND once."EntityId" = t."EntityId"
                   AND json_extract(once."Payload", '$.{EntityTable.FieldName(key)}') = @{key})
               """);
        return $"""
            SELECT t."EntityId" FROM "Tombstones" AS t
            WHERE t."EntryType" = @kind AND ({string.Join(" OR ", matches)}) AND {Unclaimed("t.\"EntityId\"")}
            ORDER BY t."EntityId" LIMIT 1
            """;
    }

    /// <summary>
    /// No record of this run speaks of the entity yet. A record that the run has lost is no hindrance: a publisher who renumbers his
    /// rows still means the same things.
    /// </summary>
    private static string Unclaimed(string id) =>
        $"""
        NOT EXISTS (
            SELECT 1 FROM "SourceRecords" AS r
            WHERE r."Kind" = @kind AND r."EntityId" = {id} AND r."SourceId" = @source AND (
                (r."RetiredAt" IS NULL AND NOT EXISTS (SELECT 1 FROM absences AS a WHERE a."RecordId" = r."Id" AND NOT a."IsOver"))
                OR EXISTS (SELECT 1 FROM staged AS s WHERE s."Kind" = r."Kind" AND s."ExternalId" = r."ExternalId")))
        """;

    private static string? Text(JsonElement payload, string field) => payload.TryGetProperty(field, out var value) ? value.GetString() : null;
}
