using System.Text.Json;
using CenterDirectory.Importers.Running;

namespace CenterDirectory.Importers.Planning;

/// <summary>One record of a plan, for the eyes of who tries a manifest.</summary>
/// <param name="Action"><c>added</c>, <c>changed</c>, <c>retired</c>, or <c>missing</c> while its grace lasts.</param>
/// <param name="Kind">Record kind.</param>
/// <param name="ExternalId">The source's key.</param>
/// <param name="Fields">Fields stated by an added record; fields that differ in a changed one.</param>
public sealed record PlanSample(string Action, string Kind, string ExternalId, IReadOnlyList<FieldDifference> Fields);

/// <summary>What a field says now and said before, as JSON cut short; null where nothing is said. For the operator only: values may be personal.</summary>
public sealed record FieldDifference(string Field, string? Before, string? Now);

/// <summary>Reads a few records of each action out of a plan.</summary>
internal sealed class PlanSamples(ImportSession session, int graceRuns)
{
    private const int PerAction = 5;
    private const int LongestValue = 80;

    private const string Staged =
        """
        SELECT s."Kind", s."ExternalId", p."Payload", r."Payload"
        FROM staged AS s JOIN staged_payloads AS p ON p."Id" = s."Id" LEFT JOIN "SourceRecords" AS r ON r."Id" = s."RecordId"
        WHERE s."Action" IN (@first, @second) ORDER BY s."Kind", s."ExternalId" LIMIT @limit
        """;

    private const string Absent =
        """
        SELECT r."Kind", r."ExternalId" FROM absences AS a JOIN "SourceRecords" AS r ON r."Id" = a."RecordId"
        WHERE NOT a."IsOver" AND (r."MissingRuns" >= @grace) = @over
        ORDER BY r."Kind", r."ExternalId" LIMIT @limit
        """;

    public async Task<IReadOnlyList<PlanSample>> ReadAsync(CancellationToken cancellationToken) =>
    [
        .. await StagedAsync("added", StagedAction.Added, StagedAction.Returned, cancellationToken),
        .. await StagedAsync("changed", StagedAction.Changed, StagedAction.Changed, cancellationToken),
        .. await AbsentAsync("retired", isOver: true, cancellationToken),
        .. await AbsentAsync("missing", isOver: false, cancellationToken),
    ];

    private Task<List<PlanSample>> AbsentAsync(string name, bool isOver, CancellationToken cancellationToken) =>
        session.QueryAsync(
            Absent, reader => new PlanSample(name, reader.GetString(0), reader.GetString(1), []),
            cancellationToken, ("@grace", graceRuns), ("@over", isOver), ("@limit", PerAction));

    private Task<List<PlanSample>> StagedAsync(string name, StagedAction first, StagedAction second, CancellationToken cancellationToken) =>
        session.QueryAsync(
            Staged,
            reader => new PlanSample(
                name, reader.GetString(0), reader.GetString(1),
                Differing(reader.GetString(2), name == "changed" ? reader.GetString(3) : "{}")),
            cancellationToken, ("@first", (long)first), ("@second", (long)second), ("@limit", PerAction));

    private static List<FieldDifference> Differing(string now, string before)
    {
        using var newer = JsonDocument.Parse(now);
        using var older = JsonDocument.Parse(before);
        var names = newer.RootElement.EnumerateObject().Concat(older.RootElement.EnumerateObject()).Select(field => field.Name).Distinct();
        return
        [
            .. from name in names
               let difference = (Before: Text(older, name), Now: Text(newer, name))
               where difference.Before != difference.Now
               select new FieldDifference(name, Cut(difference.Before), Cut(difference.Now)),
        ];
    }

    private static string? Text(JsonDocument payload, string name) =>
        payload.RootElement.TryGetProperty(name, out var value) ? value.GetRawText() : null;

    private static string? Cut(string? text) => text is { Length: > LongestValue } ? text[..LongestValue] + "…" : text;
}
