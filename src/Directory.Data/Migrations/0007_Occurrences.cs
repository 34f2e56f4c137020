using CenterDirectory.Data.Values;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace CenterDirectory.Data.Migrations;

/// <summary>What copies, calendars and maps ask: changes in the order of their key.</summary>
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
