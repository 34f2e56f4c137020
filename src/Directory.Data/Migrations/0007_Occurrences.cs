using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace CenterDirectory.Data.Migrations;

/// <summary>What copies, calendars and maps ask: changes in the order of their key.</summary>
[DbContext(typeof(DirectoryDb))]
[Migration("0007_Occurrences")]
internal sealed class Occurrences : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder) => NumberChanges(migrationBuilder);

    /// <summary>The key of a change becomes its revision and place, see <see cref="Provenance.Change.IdOf"/>.</summary>
    private static void NumberChanges(MigrationBuilder builder)
    {
        builder.DropIndex("IX_Changes_RevisionNumber_Sequence", "Changes");
        builder.DropIndex("IX_Changes_Type_EntityId", "Changes");
        builder.CreateIndex("IX_Changes_RevisionNumber", "Changes", "RevisionNumber");
        builder.Sql("""UPDATE "Changes" SET "Id" = CAST("RevisionNumber" AS bigint) * 4294967296 + "Sequence" """);
    }
}
