using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace CenterDirectory.Data.Migrations;

/// <summary>What centers say of themselves: what each edit made of its records, and when somebody who answers for an entry confirmed it.</summary>
[DbContext(typeof(DirectoryDb))]
[Migration("0017_SelfService")]
internal sealed class SelfServiceEdits : Migration
{
    private static readonly string[] Entries =
    [
        "Centers", "Services", "Organizations", "Events", "News", "Territories", "Networks", "Programs", "Projects", "Grants", "Practices", "Metrics",
        "People", "ServiceStandards",
    ];

    protected override void Up(MigrationBuilder migrationBuilder)
    {
        new TableDraft(migrationBuilder, "RecordEdits").Id().Whole("RevisionNumber").Text("Kind", "ExternalId").OptionalText("Before", "After").Index("RevisionNumber");
        foreach (var table in Entries)
        {
            migrationBuilder.AddColumn<DateTime>("ConfirmedAt", table, nullable: true);
        }
    }
}
