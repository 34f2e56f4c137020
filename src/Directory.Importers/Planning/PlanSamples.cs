using System.Text.Json;
using CenterDirectory.Importers.Running;

namespace CenterDirectory.Importers.Planning;

/// <summary>One record of a plan, for the eyes of who tries a manifest.</summary>
/// <param name="Action"><c>added</c>, <c>changed</c> or <c>missing</c>.</param>
/// <param name="Kind">Record kind.</param>
/// <param name="ExternalId">The source's key.</param>
/// <param name="Fields">Fields stated by an added record; fields that differ in a changed one.</param>
public sealed record PlanSample(string Action, string Kind, string ExternalId, IReadOnlyList<string> Fields);

/// <summary>Reads a few records of each action out of a plan.</summary>
internal sealed class PlanSamples(ImportSession session)
{
    private const int PerAction = 5;

    private const string Staged =
        """
        SELECT s."Kind", s."ExternalId", s."Payload", r."Payload" FROM staged AS s LEFT JOIN "SourceRecords" AS r ON r."Id" = s."RecordId"
        WHERE s."Action" IN (@first, @second) ORDER BY s."Kind", s."ExternalId" LIMIT @limit
        """;

    private const string Missing =
        """
        SELECT r."Kind", r."ExternalId" FROM absences AS a JOIN "SourceRecords" AS r ON r."Id" = a."RecordId"
        WHERE NOT a."IsOver"
        ORDER BY r."Kind", r."ExternalId" LIMIT @limit
        """;

    public async Task<IReadOnlyList<PlanSample>> ReadAsync(CancellationToken cancellationToken)
    {
        var missing = await session.QueryAsync(
            Missing, reader => new PlanSample("missing", reader.GetString(0), reader.GetString(1), []),
            cancellationToken, ("@limit", PerAction));
        return
        [
            .. await StagedAsync("added", StagedAction.Added, StagedAction.Returned, cancellationToken),
            .. await StagedAsync("changed", StagedAction.Changed, StagedAction.Changed, cancellationToken),
            .. missing,
        ];
    }

    private Task<List<PlanSample>> StagedAsync(string name, StagedAction first, StagedAction second, CancellationToken cancellationToken) =>
        session.QueryAsync(
            Staged,
            reader => new PlanSample(
                name, reader.GetString(0), reader.GetString(1),
                Differing(reader.GetString(2), name == "changed" ? reader.GetString(3) : "{}")),
            cancellationToken, ("@first", (long)first), ("@second", (long)second), ("@limit", PerAction));

    private static List<string> Differing(string now, string before)
    {
        using var newer = JsonDocument.Parse(now);
        using var older = JsonDocument.Parse(before);
        var names = newer.RootElement.EnumerateObject().Concat(older.RootElement.EnumerateObject()).Select(field => field.Name).Distinct();
        return [.. names.Where(name => Text(newer, name) != Text(older, name))];
    }

    private static string? Text(JsonDocument payload, string name) =>
        payload.RootElement.TryGetProperty(name, out var value) ? value.GetRawText() : null;
}
