using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace CenterDirectory.Data.Migrations;

/// <summary>Which records speak of one entity: keys to find them, pairs with their reasons, judgements of people. Keys of what is known already are made by the next import.</summary>
[DbContext(typeof(DirectoryDb))]
[Migration("0009_Matching")]
internal sealed class Matching : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.AddColumn<long>("OwnEntityId", "SourceRecords", nullable: true);
        AddKeys(migrationBuilder);
        new TableDraft(migrationBuilder, "MatchPairs")
            .Long("FirstId", "SecondId").Whole("Decision").Real("Score").Whole("Reasons")
            .Key("FirstId", "SecondId").Index("SecondId");
        new TableDraft(migrationBuilder, "MatchJudgements").Id()
            .Text("Kind", "FirstSource", "FirstKey", "SecondSource", "SecondKey").Flag("IsSame").Instant("JudgedAt").OptionalText("Note");
        migrationBuilder.CreateIndex(
            "IX_MatchJudgements_Pair", "MatchJudgements", ["Kind", "FirstSource", "FirstKey", "SecondSource", "SecondKey"], unique: true);
        new TableDraft(migrationBuilder, "MatchStates").Long("Id").Whole("Version").Key("Id");
        new TableDraft(migrationBuilder, "CenterDecisions")
            .Text("Source", "ExternalId").Flag("IsAccepted").OptionalText("Name").Instant("DecidedAt").OptionalText("Note")
            .Key("Source", "ExternalId");
    }

    /// <summary>On SQLite the rows lie in their key: half the size, and a walk through all keys in order reads the file once.</summary>
    private static void AddKeys(MigrationBuilder builder)
    {
        if (builder.IsOnSqlite())
        {
            builder.Sql(
                """
                CREATE TABLE "MatchKeys" (
                    "Key" INTEGER NOT NULL, "RecordId" INTEGER NOT NULL, "SourceId" INTEGER NOT NULL, "Mark" INTEGER NOT NULL,
                    CONSTRAINT "PK_MatchKeys" PRIMARY KEY ("Key", "RecordId")) WITHOUT ROWID
                """);
        }
        else
        {
            new TableDraft(builder, "MatchKeys").Long("Key", "RecordId", "SourceId").Whole("Mark").Key("Key", "RecordId");
        }
    }
}
