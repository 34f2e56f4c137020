using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace CenterDirectory.Data.Migrations;

/// <summary>What rows looked like when they were read last.</summary>
[DbContext(typeof(DirectoryDb))]
[Migration("0020_SourceRows")]
internal sealed class RowsSeenLast : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder) =>
        new TableDraft(migrationBuilder, "SourceRows").Link("SourceId", "Sources", isIndexed: false).Bytes("Seal").Bytes("Digests").Key("SourceId");
}
