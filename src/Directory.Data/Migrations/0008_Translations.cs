using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace CenterDirectory.Data.Migrations;

/// <summary>Names and descriptions in English beside the Russian ones.</summary>
[DbContext(typeof(DirectoryDb))]
[Migration("0008_Translations")]
internal sealed class Translations : Migration
{
    private static readonly string[] Named =
    [
        "Centers", "Services", "Organizations", "Events", "News", "Territories", "Networks", "Programs", "Projects", "Grants", "Practices", "Metrics",
        "People", "ServiceStandards",
    ];

    private static readonly string[] Described = ["Centers", "Services", "Events", "Networks", "Programs", "Practices", "ServiceStandards"];

    protected override void Up(MigrationBuilder migrationBuilder)
    {
        foreach (var table in Named)
        {
            migrationBuilder.AddColumn<string>("NameEn", table, nullable: true);
        }

        foreach (var table in Described)
        {
            migrationBuilder.AddColumn<string>("DescriptionEn", table, nullable: true);
        }
    }
}
