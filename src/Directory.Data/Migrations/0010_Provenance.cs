using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace CenterDirectory.Data.Migrations;

/// <summary>
/// What merging goes by (the day that a source states), what follows from it (who confirms an entry, how good a card is), and the slugs that entries
/// had before. Entries that are there already get all that at the next start: nothing has been merged so yet.
/// </summary>
[DbContext(typeof(DirectoryDb))]
[Migration("0010_Provenance")]
internal sealed class RecordRanks : Migration
{
    private static readonly string[] Entries =
    [
        "Centers", "Services", "Organizations", "Events", "News", "Territories", "Networks", "Programs", "Projects", "Grants", "Practices", "Metrics",
        "People", "ServiceStandards",
    ];

    protected override void Up(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.AddColumn<DateOnly>("AsOf", "SourceRecords", nullable: true);
        migrationBuilder.AddColumn<DateOnly>("AsOf", "Sources", nullable: true);
        migrationBuilder.AddColumn<bool>("IsLive", "Sources", nullable: false, defaultValue: false);
        migrationBuilder.AddColumn<string>("MergedAs", "Sources", nullable: true);
        foreach (var table in Entries)
        {
            // It was never filled; EF would copy the whole table to drop it.
            migrationBuilder.Sql($"""ALTER TABLE "{table}" DROP COLUMN "VerifiedAt" """);
            migrationBuilder.AddOptionalLink(table, "VerifiedById", "Sources");
        }

        migrationBuilder.AddColumn<double>("Quality_Completeness", "Centers", nullable: false, defaultValue: 0d);
        migrationBuilder.AddColumn<double>("Quality_Verification", "Centers", nullable: false, defaultValue: 0d);
        migrationBuilder.Sql(
            $"""ALTER TABLE "Centers" ADD COLUMN "Quality_MissingFields" {migrationBuilder.ListType()} NOT NULL DEFAULT '{(migrationBuilder.IsOnSqlite() ? "[]" : "{}")}' """);
        new TableDraft(migrationBuilder, "EarlierSlugs").Text("EntryType", "Slug").Key("EntryType", "Slug").Long("EntityId");
    }
}
