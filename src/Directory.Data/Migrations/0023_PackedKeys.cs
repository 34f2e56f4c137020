using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace CenterDirectory.Data.Migrations;

/// <summary>Entries of pages of keys are packed. Those that are known are made anew by the next import.</summary>
[DbContext(typeof(DirectoryDb))]
[Migration("0023_PackedKeys")]
internal sealed class PackedKeys : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder) =>
        migrationBuilder.Sql("""DELETE FROM "MatchKeyPages"; DELETE FROM "MatchStates";""");
}
