using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace CenterDirectory.Data.Migrations;

/// <summary>Indexes for the pages that are asked most: of a territory or a center, in their usual orders.</summary>
[DbContext(typeof(DirectoryDb))]
[Migration("0003_Reading")]
internal sealed class Reading : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        Widen(migrationBuilder, "Events", "TerritoryId", "StartsAt");
        Widen(migrationBuilder, "Centers", "TerritoryId", "DisplayNameFolded");
        Widen(migrationBuilder, "Organizations", "TerritoryId", "DisplayNameFolded");
        Widen(migrationBuilder, "Services", "CenterId", "DisplayNameFolded");
        migrationBuilder.CreateRankedIndex("Events", "DateEarliest", isDescending: false);
        migrationBuilder.CreateRankedIndex("News", "PublishedOnEarliest", isDescending: true);

        new TableDraft(migrationBuilder, "EventCenters").Key("EventId", "CenterId")
            .Link("EventId", "Events", isIndexed: false)
            .Link("CenterId", "Centers", isIndexed: false)
            .OptionalInstant("EventStartsAt")
            .OptionalDay("EventDateEarliest")
            .Index("CenterId", "EventStartsAt", "EventId")
            .Index("CenterId", "EventDateEarliest", "EventId");
        migrationBuilder.Sql(
            """
            INSERT INTO "EventCenters" ("EventId", "CenterId", "EventStartsAt", "EventDateEarliest")
            SELECT DISTINCT e."Id", p."CenterId", e."StartsAt", e."DateEarliest"
            FROM "EventParticipants" AS p JOIN "Events" AS e ON e."Id" = p."EventId" WHERE p."CenterId" IS NOT NULL
            """);
        migrationBuilder.KeepEventCenters();
    }

    /// <summary>An index of a link that has the order of its rows too, in place of the one of the link alone.</summary>
    private static void Widen(MigrationBuilder builder, string table, string link, string order)
    {
        builder.DropIndex($"IX_{table}_{link}", table);
        builder.CreateIndex($"IX_{table}_{link}_{order}_Id", table, [link, order, "Id"]);
    }
}
