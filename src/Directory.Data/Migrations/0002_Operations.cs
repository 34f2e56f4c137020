using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace CenterDirectory.Data.Migrations;

/// <summary>How sources are run: what a run read, when the next one is, and how the source is doing.</summary>
[DbContext(typeof(DirectoryDb))]
[Migration("0002_Operations")]
internal sealed class Operations : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        AddToSources<DateTime>(migrationBuilder, isNullable: true, "NextRunAt", "PausedAt", "StaleAt");
        AddToSources<string>(migrationBuilder, isNullable: true, "PauseReasonRu", "PauseReasonEn");
        AddToSources<string>(migrationBuilder, isNullable: false, "Health_State", "Health_MessageRu", "Health_MessageEn");
        // What is known of older sources is told at the next start; until then they are as good as never run.
        migrationBuilder.Sql("""UPDATE "Sources" SET "Health_State" = 'Ok' """);
        migrationBuilder.AddColumn<byte[]>("InputHash", "ImportRuns", nullable: true);

        new TableDraft(migrationBuilder, "RunInputs").Id()
            .Link("RunId", "ImportRuns", isIndexed: false)
            .Text("Address")
            .Bytes("Hash")
            .Long("Length")
            .OptionalText("ETag")
            .OptionalInstant("LastModified")
            .Index(isUnique: true, "RunId", "Address");
    }

    private static void AddToSources<T>(MigrationBuilder builder, bool isNullable, params string[] columns)
    {
        foreach (var column in columns)
        {
            builder.AddColumn<T>(column, "Sources", nullable: isNullable, defaultValue: isNullable ? null : "");
        }
    }
}
