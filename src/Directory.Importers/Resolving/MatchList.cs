using System.Data.Common;
using System.Text.Json;
using CenterDirectory.Data;
using CenterDirectory.Data.Values;
using CenterDirectory.Importers.Resolving.Rules;
using Microsoft.EntityFrameworkCore;

namespace CenterDirectory.Importers.Resolving;

/// <summary>One of the two records of a pair.</summary>
/// <param name="Record">Its source and key.</param>
/// <param name="EntityId">The entity it is of now.</param>
/// <param name="Name">What it is called there.</param>
/// <param name="Facts">Other fields that tell which entity it is: number, place.</param>
public sealed record MatchSide(RecordName Record, long EntityId, string Name, string Facts);

/// <summary>Two records that are of one entity, or may be.</summary>
/// <param name="A">One.</param>
/// <param name="B">The other.</param>
/// <param name="Score">How sure the rules are, 0 to 1.</param>
/// <param name="Reasons">Why.</param>
/// <param name="Judgement">What a person said; null if nobody did.</param>
/// <param name="IsConflict">A number says one, the rest says two.</param>
public sealed record MatchedPair(MatchSide A, MatchSide B, double Score, IReadOnlyList<LocalizedText> Reasons, bool? Judgement, bool IsConflict)
{
    /// <summary>Whether they are of one entity now.</summary>
    public bool IsJoined => A.EntityId == B.EntityId;
}

/// <summary>Which pairs to list.</summary>
public enum MatchFilter
{
    /// <summary>Those that wait for a person.</summary>
    Waiting,

    /// <summary>Those that are joined.</summary>
    Joined,

    /// <summary>Those that a person judged.</summary>
    Judged,
}

/// <summary>Reads the pairs for people.</summary>
public sealed class MatchList(IDbContextFactory<DirectoryDb> databases)
{
    // A judgement of records without a pair of their own stands in the list as well.
    private const string Pairs =
        """
        WITH judged AS (
            SELECT a."Id" AS "A", b."Id" AS "B", CASE WHEN a."Id" < b."Id" THEN a."Id" ELSE b."Id" END AS "Low",
                CASE WHEN a."Id" < b."Id" THEN b."Id" ELSE a."Id" END AS "High", j."IsSame", j."Kind" FROM "MatchJudgements" AS j
            JOIN "Sources" AS s ON s."Key" = j."FirstSource" JOIN "SourceRecords" AS a ON a."SourceId" = s."Id" AND a."Kind" = j."Kind" AND a."ExternalId" = j."FirstKey"
            JOIN "Sources" AS t ON t."Key" = j."SecondSource" JOIN "SourceRecords" AS b ON b."SourceId" = t."Id" AND b."Kind" = j."Kind" AND b."ExternalId" = j."SecondKey"),
        listed AS (
            SELECT p."FirstId" AS "A", p."SecondId" AS "B", p."Score", p."Reasons", p."Decision" FROM "MatchPairs" AS p
            UNION ALL SELECT j."Low", j."High", 0, 0, 0 FROM judged AS j
            WHERE NOT EXISTS (SELECT 1 FROM "MatchPairs" AS p WHERE p."FirstId" = j."Low" AND p."SecondId" = j."High")
            GROUP BY 1, 2)
        SELECT sa."Key", a."ExternalId", a."EntityId", a."Payload", sb."Key", b."ExternalId", b."EntityId", b."Payload", l."Score", l."Reasons", l."Decision", j."IsSame"
        FROM listed AS l
        JOIN "SourceRecords" AS a ON a."Id" = l."A" JOIN "Sources" AS sa ON sa."Id" = a."SourceId"
        JOIN "SourceRecords" AS b ON b."Id" = l."B" JOIN "Sources" AS sb ON sb."Id" = b."SourceId"
        LEFT JOIN judged AS j ON (j."A" = l."A" AND j."B" = l."B") OR (j."A" = l."B" AND j."B" = l."A")
        WHERE a."Kind" = @kind AND a."EntityId" IS NOT NULL AND b."EntityId" IS NOT NULL AND (
            (@filter = 0 AND a."EntityId" <> b."EntityId" AND j."IsSame" IS NULL)
            OR (@filter = 1 AND a."EntityId" = b."EntityId") OR (@filter = 2 AND j."IsSame" IS NOT NULL) OR @filter = 3)
            AND (@source = '' OR (sa."Key" = @source AND (@id = '' OR a."ExternalId" = @id)) OR (sb."Key" = @source AND (@id = '' OR b."ExternalId" = @id)))
        ORDER BY l."Score" DESC, l."A", l."B" LIMIT @limit
        """;

    private static readonly string[] Told = ["ogrn", "inn", "code", "oktmo", "date", "territory", "territoryText", "addressText"];

    /// <summary>The pairs of a kind, the surest first.</summary>
    /// <param name="kind">Record kind.</param>
    /// <param name="filter">Which of them.</param>
    /// <param name="source">Only pairs with a record of this source; null for all.</param>
    /// <param name="limit">How many at most.</param>
    /// <param name="cancellationToken">Stops it.</param>
    public Task<IReadOnlyList<MatchedPair>> ReadAsync(string kind, MatchFilter filter, string? source, int limit, CancellationToken cancellationToken) =>
        ReadAsync(kind, (long)filter, source ?? "", "", limit, cancellationToken);

    /// <summary>All pairs of a record, whatever became of them.</summary>
    public Task<IReadOnlyList<MatchedPair>> OfAsync(string kind, RecordName record, CancellationToken cancellationToken) =>
        ReadAsync(kind, 3, record.Source, record.ExternalId, 1_000, cancellationToken);

    private async Task<IReadOnlyList<MatchedPair>> ReadAsync(
        string kind, long filter, string source, string id, int limit, CancellationToken cancellationToken)
    {
        await using var db = await databases.CreateDbContextAsync(cancellationToken);
        await db.Database.OpenConnectionAsync(cancellationToken);
        await using var command = db.Database.GetDbConnection().CreateCommand();
        command.CommandText = Pairs;
        foreach (var (name, value) in new (string, object)[] { ("@kind", kind), ("@filter", filter), ("@source", source), ("@id", id), ("@limit", limit) })
        {
            var parameter = command.CreateParameter();
            (parameter.ParameterName, parameter.Value) = (name, value);
            command.Parameters.Add(parameter);
        }

        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        var pairs = new List<MatchedPair>();
        while (await reader.ReadAsync(cancellationToken))
        {
            pairs.Add(new MatchedPair(
                Side(reader, 0), Side(reader, 4), reader.GetDouble(8), MatchReasons.Labels((MatchReason)reader.GetInt32(9)),
                reader.IsDBNull(11) ? null : reader.GetBoolean(11), reader.GetInt32(10) == (int)MatchDecision.Conflict));
        }

        return pairs;
    }

    private static MatchSide Side(DbDataReader reader, int at)
    {
        using var payload = JsonDocument.Parse(reader.GetString(at + 3));
        string? Text(string field) =>
            payload.RootElement.TryGetProperty(field, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;
        var facts = Told.Select(Text).OfType<string>();
        return new MatchSide(
            new RecordName(reader.GetString(at), reader.GetString(at + 1)), reader.GetInt64(at + 2), Text("name") ?? Text("title") ?? Text("shortName") ?? "–",
            string.Join(", ", facts));
    }
}
