using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace CenterDirectory.Data.Migrations;

/// <summary>Which services are said to meet which standards, where standards hold, and who was reminded that cards want a word.</summary>
[DbContext(typeof(DirectoryDb))]
[Migration("0019_Standards")]
internal sealed class Standards : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.AddOptionalLink("ServiceStandards", "TerritoryId", "Territories");

        new TableDraft(migrationBuilder, "StandardDeclarations").Id()
            .Instant("DeclaredAt")
            .List("MetCriteria", "ObjectedCriteria")
            .OptionalText("Verdict", "Reason")
            .OptionalInstant("ReviewedAt")
            .OptionalDay("ExpiresOn")
            .Link("ServiceId", "Services")
            .Link("StandardId", "ServiceStandards")
            .OptionalLink("ReviewedById", "Organizations");

        new TableDraft(migrationBuilder, "Reminders").Id()
            .LinkThatTakesAlong("CenterId", "Centers")
            .Text("Recipient", "Route")
            .Whole("Number", "Attempts")
            .Instant("CreatedAt", "NextAttemptAt")
            .OptionalInstant("DoneAt")
            .OptionalText("Problem")
            .Index(isUnique: true, "Recipient", "Route", "Number")
            .Index("DoneAt", "NextAttemptAt");
    }
}
