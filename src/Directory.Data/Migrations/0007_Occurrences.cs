using CenterDirectory.Data.Values;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace CenterDirectory.Data.Migrations;

/// <summary>What copies, maps and calendars ask: changes in the order of their key, points as vectors, occurrences of events.</summary>
[DbContext(typeof(DirectoryDb))]
[Migration("0007_Occurrences")]
internal sealed class Occurrences : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        NumberChanges(migrationBuilder);
        foreach (var table in new[] { "Centers", "Organizations", "Events" })
        {
            AddVectors(migrationBuilder, table);
        }

        AddOccurrences(migrationBuilder);
    }

    /// <summary>When events take place. Those that are known already get theirs at the next start: it looks for events that were never expanded.</summary>
    private static void AddOccurrences(MigrationBuilder builder)
    {
        builder.AddColumn<string>("Recurrence", "Events", nullable: true);
        builder.AddColumn<DateTime>("UpcomingUntil", "Events", nullable: true);
        builder.AddColumn<DateTime>("OverFrom", "Events", nullable: true);
        builder.AddColumn<DateOnly>("ExpandedTo", "Events", nullable: true);
        builder.CreateIndex("IX_Events_UpcomingUntil", "Events", "UpcomingUntil");
        builder.CreateIndex("IX_Events_ExpandedTo", "Events", "ExpandedTo", filter: "\"ExpandedTo\" IS NOT NULL");
        builder.Sql("""UPDATE "Events" SET "ExpandedTo" = '0001-01-01' """);

        new TableDraft(builder, "EventOccurrences").Id()
            .Link("EventId", "Events", isIndexed: false)
            .Day("StartsOn", "EndsOn")
            .OptionalInstant("StartsAt", "EndsAt")
            .Text("Status")
            .Instant("BeginsAt")
            .Index("StartsOn", "BeginsAt", "Id", "EndsOn")
            .Index("EventId", "StartsOn");
    }

    /// <summary>The key of a change becomes its revision and place, see <see cref="Provenance.Change.IdOf"/>.</summary>
    private static void NumberChanges(MigrationBuilder builder)
    {
        builder.DropIndex("IX_Changes_RevisionNumber_Sequence", "Changes");
        builder.DropIndex("IX_Changes_Type_EntityId", "Changes");
        builder.CreateIndex("IX_Changes_RevisionNumber", "Changes", "RevisionNumber");
        builder.Sql("""UPDATE "Changes" SET "Id" = CAST("RevisionNumber" AS bigint) * 4294967296 + "Sequence" """);
    }

    /// <summary>Points as vectors, and the index that finds what lies near another; most rows have none and are not in it.</summary>
    private static void AddVectors(MigrationBuilder builder, string table)
    {
        builder.AddComputed(table, GeoVector.Columns[0], GeoVector.X);
        builder.AddComputed(table, GeoVector.Columns[1], GeoVector.Y);
        builder.AddComputed(table, GeoVector.Columns[2], GeoVector.Z);
        builder.CreateIndex($"IX_{table}_{string.Join('_', GeoVector.Columns)}", table, GeoVector.Columns, filter: GeoVector.IsKnown);
    }
}
