using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace CenterDirectory.Data.Migrations;

/// <summary>Keys of matching lie some hundreds to a row. Those that are known are made anew by the next import.</summary>
[DbContext(typeof(DirectoryDb))]
[Migration("0022_KeyPages")]
internal sealed class KeyPages : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.DropTable("MatchKeys");
        new TableDraft(migrationBuilder, "MatchKeyPages").Long("First").Bytes("Entries").Key("First");
        migrationBuilder.Sql("""DELETE FROM "MatchStates" """);
    }
}
