using System.Globalization;
using CenterDirectory.Data.Entities;
using CenterDirectory.Data.Entities.Links;

namespace CenterDirectory.Importers.Applying;

/// <summary>
/// Erases a person whose last public role has ended: the entry, and what records once said of them. No tombstone keeps the slug, for it is
/// made of the name; the id stays with the record, under which the person would come back.
/// </summary>
internal static class PeopleWithoutRoles
{
    private const string Find =
        """
        SELECT p."Id" FROM "People" AS p
        WHERE NOT EXISTS (SELECT 1 FROM "PersonRoles" AS r WHERE r."PersonId" = p."Id" AND (r."PeriodLatest" IS NULL OR r."PeriodLatest" >= @today))
        ORDER BY p."Id"
        """;

    private const string Retire =
        $"""UPDATE "SourceRecords" SET "RetiredAt" = @now WHERE "Kind" = '{nameof(Person)}' AND "EntityId" = @id AND "RetiredAt" IS NULL""";

    // Any source may have spoken of them, and its next run may have nothing new to count.
    private const string Recount =
        $"""
        UPDATE "Sources" SET "RecordCount" = (SELECT COUNT(*) FROM "SourceRecords" AS r WHERE r."SourceId" = "Sources"."Id" AND r."RetiredAt" IS NULL)
        WHERE "Id" IN (SELECT "SourceId" FROM "SourceRecords" WHERE "Kind" = '{nameof(Person)}' AND "RetiredAt" = @now)
        """;

    private const string Forget =
        $$"""
        DELETE FROM "RecordReferences" WHERE "SourceRecordId" IN (
            SELECT "Id" FROM "SourceRecords" WHERE "Kind" = '{{nameof(PersonRole)}}' AND "RetiredAt" IS NOT NULL);
        UPDATE "SourceRecords" SET "Payload" = '{}', "RecordUrl" = NULL
        WHERE "Kind" IN ('{{nameof(Person)}}', '{{nameof(PersonRole)}}') AND "RetiredAt" IS NOT NULL AND "Payload" <> '{}';
        """;

    public static async Task EraseAsync(ApplyContext context, Func<EntityMerger> people, CancellationToken cancellationToken)
    {
        var today = context.Run.Now.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
        var erased = await context.Session.QueryAsync(Find, reader => reader.GetInt64(0), cancellationToken, ("@today", today));
        foreach (var id in erased)
        {
            TellLinks(context, id);
            people().Remove(id);
            await context.Session.ExecuteAsync(Retire, cancellationToken, ("@id", id), ("@now", context.Run.Now));
        }

        if (erased.Count > 0)
        {
            await context.Session.ExecuteAsync(Recount, cancellationToken, ("@now", context.Run.Now));
        }

        await context.Session.ExecuteAsync(Forget, cancellationToken);
    }

    /// <summary>The database lets go of the person in what speaks of them; whoever shows it has changed.</summary>
    private static void TellLinks(ApplyContext context, long id)
    {
        foreach (var link in context.Tables.InOrder.Where(table => table.Entry is null))
        {
            if (link.Find(nameof(PersonRole.PersonId)) is not { } person)
            {
                continue;
            }

            List<long> ids = [];
            using (var reader = context.Session.PrepareQuery($"""SELECT "Id" FROM "{link.Name}" WHERE "{person.Name}" = @id""", "@id").Read(id))
            {
                while (reader.Read())
                {
                    ids.Add(reader.GetInt64(0));
                }
            }

            foreach (var row in ids.Select(context.Rows(link).Find))
            {
                context.Tell(link, row, null, []);
            }
        }
    }
}
