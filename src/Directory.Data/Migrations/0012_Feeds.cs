using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace CenterDirectory.Data.Migrations;

/// <summary>What feeds of events ask: which changed last, and when one was last moved, cancelled or called off.</summary>
[DbContext(typeof(DirectoryDb))]
[Migration("0012_Feeds")]
internal sealed class Feeds : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.AddColumn<DateTime>("RescheduledAt", "Events", nullable: true);
        migrationBuilder.CreateIndex("IX_Events_UpdatedAt_Id", "Events", ["UpdatedAt", "Id"]);
        migrationBuilder.KeepReschedulings();
    }
}
