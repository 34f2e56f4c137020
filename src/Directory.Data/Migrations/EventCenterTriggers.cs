using Microsoft.EntityFrameworkCore.Migrations;

namespace CenterDirectory.Data.Migrations;

/// <summary>
/// Triggers that keep <c>EventCenters</c>: whoever writes participants or events, an import, an edit or a test, need not know of it. Rows go
/// with their event or center by foreign key.
/// </summary>
internal static class EventCenterTriggers
{
    private const string Insert =
        """INSERT INTO "EventCenters" ("EventId", "CenterId", "EventStartsAt", "EventDateEarliest")""";

    private const string AddOfParticipant =
        $"""
        {Insert}
        SELECT e."Id", NEW."CenterId", e."StartsAt", e."DateEarliest" FROM "Events" AS e WHERE e."Id" = NEW."EventId" AND NEW."CenterId" IS NOT NULL
        ON CONFLICT DO NOTHING;
        """;

    private const string RemoveOfParticipant =
        """
        DELETE FROM "EventCenters" WHERE "EventId" = OLD."EventId" AND "CenterId" = OLD."CenterId" AND NOT EXISTS (
            SELECT 1 FROM "EventParticipants" AS p WHERE p."EventId" = OLD."EventId" AND p."CenterId" = OLD."CenterId");
        """;

    /// <summary>A participant may be written before its event.</summary>
    private const string AddOfEvent =
        $"""
        {Insert}
        SELECT DISTINCT p."EventId", p."CenterId", NEW."StartsAt", NEW."DateEarliest"
        FROM "EventParticipants" AS p WHERE p."EventId" = NEW."Id" AND p."CenterId" IS NOT NULL
        ON CONFLICT DO NOTHING;
        """;

    private const string CopyOfEvent =
        """
        UPDATE "EventCenters" SET "EventStartsAt" = NEW."StartsAt", "EventDateEarliest" = NEW."DateEarliest" WHERE "EventId" = NEW."Id";
        """;

    public static void KeepEventCenters(this MigrationBuilder builder)
    {
        builder.CreateTrigger("EventParticipants_Added", "AFTER INSERT", "EventParticipants", AddOfParticipant);
        builder.CreateTrigger("EventParticipants_Removed", "AFTER DELETE", "EventParticipants", RemoveOfParticipant);
        builder.CreateTrigger(
            "EventParticipants_Changed", """AFTER UPDATE OF "EventId", "CenterId" """, "EventParticipants", RemoveOfParticipant + AddOfParticipant);
        builder.CreateTrigger("Events_Added", "AFTER INSERT", "Events", AddOfEvent);
        builder.CreateTrigger("Events_Moved", """AFTER UPDATE OF "StartsAt", "DateEarliest" """, "Events", CopyOfEvent);
    }
}
