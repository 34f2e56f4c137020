using CenterDirectory.Data.Search;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace CenterDirectory.Data.Migrations;

/// <summary>The index of full-text search; <see cref="DirectoryMigrator"/> fills it from what the directory holds.</summary>
[DbContext(typeof(DirectoryDb))]
[Migration("0006_Search")]
internal sealed class Search : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        new TableDraft(migrationBuilder, "SearchEntries").Long("Key", "Position").Key("Key").OptionalLong("TerritoryId").Long("SupportKinds").OptionalDay("Until");
        migrationBuilder.CreateIndex("IX_SearchEntries_Until", "SearchEntries", "Until", filter: "\"Until\" IS NOT NULL");
        new TableDraft(migrationBuilder, "SearchStates").Long("Id").Key("Id").Whole("Version");
        if (migrationBuilder.IsOnSqlite())
        {
            migrationBuilder.Sql(SqliteSearchTables.Create);
        }
    }
}
