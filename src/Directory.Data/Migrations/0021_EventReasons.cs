using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace CenterDirectory.Data.Migrations;

/// <summary>Why events are moved or called off, in the words of who does it.</summary>
[DbContext(typeof(DirectoryDb))]
[Migration("0021_EventReasons")]
internal sealed class EventReasons : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.AddColumn<string>("StatusReason", "Events", nullable: true);
        migrationBuilder.AddColumn<string>("StatusReasonEn", "Events", nullable: true);
    }
}
