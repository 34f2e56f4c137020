using Microsoft.EntityFrameworkCore.Migrations;

namespace CenterDirectory.Data.Migrations;

/// <summary>
/// Triggers that keep <c>Events.RescheduledAt</c>: calendars that show an event must hear of another time or state, whoever writes it. The instant is
/// that of the update itself, so it stays the same on every copy of the database.
/// </summary>
internal static class ReschedulingTriggers
{
    /// <summary>What an organizer may not change without raising the sequence number (RFC 5546, 2.1.4), and the place that the zone may hang on.</summary>
    private static readonly string[] Watched =
        ["Status", "Date", "PreviousDate", "StartsAt", "EndsAt", "TimeZone", "TerritoryId", "Recurrence"];

    private const string Note = """UPDATE "Events" SET "RescheduledAt" = NEW."UpdatedAt" WHERE "Id" = NEW."Id";""";

    public static void KeepReschedulings(this MigrationBuilder builder)
    {
        var columns = string.Join(", ", Watched.Select(column => $"\"{column}\""));
        var differs = string.Join(" OR ", Watched.Select(column => $"OLD.\"{column}\" IS DISTINCT FROM NEW.\"{column}\""));
        builder.CreateTrigger("Events_Rescheduled", $"AFTER UPDATE OF {columns}", differs);
        // A row that returns is as old as its first record says: nobody may take it for the one that was seen before it went.
        builder.CreateTrigger("Events_Returned", "AFTER INSERT", """NEW."CreatedAt" < NEW."UpdatedAt" """);
    }

    private static void CreateTrigger(this MigrationBuilder builder, string name, string moment, string condition)
    {
        if (builder.IsOnSqlite())
        {
            builder.Sql($"""CREATE TRIGGER "{name}" {moment} ON "Events" WHEN {condition} BEGIN {Note} END""");
            return;
        }

        builder.Sql(
            $"""
            CREATE FUNCTION "{name}"() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN {Note} RETURN NULL; END $$;
            CREATE TRIGGER "{name}" {moment} ON "Events" FOR EACH ROW WHEN ({condition}) EXECUTE FUNCTION "{name}"();
            """);
    }
}
