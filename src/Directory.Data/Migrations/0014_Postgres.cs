using CenterDirectory.Data.Postgres;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace CenterDirectory.Data.Migrations;

/// <summary>What importing and search need on PostgreSQL and have on SQLite by other means.</summary>
[DbContext(typeof(DirectoryDb))]
[Migration("0014_Postgres")]
internal sealed class ImportsOnPostgres : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        if (migrationBuilder.IsOnSqlite())
        {
            return;
        }

        migrationBuilder.Sql(PostgresFunctions.Create);
        migrationBuilder.Sql(PostgresSearchTables.Create);
        migrationBuilder.Sql(PostgresMentionMoves.Create);
    }
}
