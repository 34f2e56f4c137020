using System.Text.Json;
using CenterDirectory.Data.Entities;
using CenterDirectory.Data.Entities.Links;
using CenterDirectory.Data.Values;
using CenterDirectory.Importers.Records;
using CenterDirectory.Importers.Running;

namespace CenterDirectory.Importers.Planning;

/// <summary>People are kept for their public roles: a person without one that still holds is left out of the plan, as if the source had not named them.</summary>
internal sealed class PeopleWithRoles(ImportSession session, KnownRecords? known, long sourceId, string sourceKey, DateOnly today)
{
    private const string Staged = $"""SELECT "Id", "ExternalId", "Table", "Row" FROM staged WHERE "Kind" = '{nameof(Person)}' """;

    // A role of another source counts as well; one that is missing now counts until its grace is over.
    private const string Roles =
        $"""
        SELECT f."TargetKey", p."Payload" FROM staged_references AS f
        JOIN staged AS s ON s."Id" = f."StagedId" JOIN staged_payloads AS p ON p."Id" = s."Id"
        WHERE f."TargetKind" = '{nameof(Person)}' AND s."Kind" = '{nameof(PersonRole)}'
        UNION ALL
        SELECT f."TargetKey", r."Payload" FROM "RecordReferences" AS f JOIN "SourceRecords" AS r ON r."Id" = f."SourceRecordId"
        WHERE f."TargetKind" = '{nameof(Person)}' AND r."Kind" = '{nameof(PersonRole)}' AND r."RetiredAt" IS NULL
            AND (r."SourceId" = @source OR f."TargetKey" LIKE @prefix || ':%')
        """;

    /// <summary>Takes people without a role out of the staging table.</summary>
    public async Task KeepAsync(IssueSink issues, CancellationToken cancellationToken)
    {
        session.BeginPrivate();
        var people = await session.QueryAsync(
            Staged, reader => (Id: reader.GetInt64(0), Key: reader.GetString(1), Table: reader.GetString(2), Row: reader.GetInt32(3)), cancellationToken);
        if (people.Count > 0)
        {
            var named = await NamedAsync(cancellationToken);
            var forget = session.Prepare("""DELETE FROM staged WHERE "Id" = @id""", "@id");
            foreach (var (id, key, table, row) in people.Where(person => !named.Contains(person.Key)))
            {
                forget.Execute([id]);
                known?.Unsee(nameof(Person), key);
                issues.Add(new RecordIssue(IssueSeverity.Warning, "person-without-role", table, row, null, new LocalizedText(
                    "У человека нет публичной роли, которая ещё действует; запись пропущена. Назовите роль в таблице PersonRole или уберите человека.",
                    "The person has no public role that still holds and was left out. State a role in a table PersonRole, or take the person out.")));
            }
        }

        await session.CommitAsync(cancellationToken);
    }

    private async Task<HashSet<string>> NamedAsync(CancellationToken cancellationToken)
    {
        var roles = await session.QueryAsync(
            Roles, reader => (Key: reader.GetString(0), Payload: reader.GetString(1)), cancellationToken, ("@source", sourceId), ("@prefix", sourceKey));
        var prefix = sourceKey + ":";
        return roles.Where(role => Holds(role.Payload))
            .Select(role => role.Key.StartsWith(prefix, StringComparison.Ordinal) ? role.Key[prefix.Length..] : role.Key)
            .ToHashSet(StringComparer.Ordinal);
    }

    private bool Holds(string payload)
    {
        using var role = JsonDocument.Parse(payload);
        return !role.RootElement.TryGetProperty("period", out var period) || FuzzyDate.Parse(period.GetString()!).Latest is not { } last || last >= today;
    }
}
