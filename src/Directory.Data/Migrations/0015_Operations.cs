using CenterDirectory.Data.Postgres;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace CenterDirectory.Data.Migrations;

/// <summary>What several processes on one database need: the schedule that importers share, and when what the clock decides changes next.</summary>
[DbContext(typeof(DirectoryDb))]
[Migration("0015_Operations")]
internal sealed class SharedOperations : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.CreateIndex("IX_Events_OverFrom", "Events", "OverFrom");
        if (!migrationBuilder.IsOnSqlite())
        {
            migrationBuilder.Sql(PostgresScheduleTables.Create);
        }
    }
}
