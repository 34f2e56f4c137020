using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace CenterDirectory.Data.Migrations;

/// <summary>Indexes of links that most entries do not have hold those alone that have one.</summary>
[DbContext(typeof(DirectoryDb))]
[Migration("0024_SparseLinks")]
internal sealed class SparseLinks : Migration
{
    private static readonly string[] Entries =
    [
        "Centers", "Services", "Organizations", "Events", "News", "Territories", "Networks", "Programs", "Projects", "Grants", "Practices", "Metrics",
        "People", "ServiceStandards",
    ];

    protected override void Up(MigrationBuilder migrationBuilder)
    {
        MakeSparse(migrationBuilder, "Organizations", "ParentId");
        foreach (var table in Entries)
        {
            MakeSparse(migrationBuilder, table, "VerifiedById");
        }
    }

    private static void MakeSparse(MigrationBuilder builder, string table, string column)
    {
        builder.DropIndex($"IX_{table}_{column}", table);
        builder.CreateIndex($"IX_{table}_{column}", table, column, filter: $"\"{column}\" IS NOT NULL");
    }
}
