using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace CenterDirectory.Data.Migrations;

/// <summary>Entries found in the texts of news, and the news of centers and organizations out of what is stated and what is found.</summary>
[DbContext(typeof(DirectoryDb))]
[Migration("0011_Mentions")]
internal sealed class Mentions : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        var mentions = new TableDraft(migrationBuilder, "Mentions").Id()
            .Text("Text").Whole("Start", "Length").Real("Confidence")
            .Link("NewsId", "News", isIndexed: false)
            .Index("NewsId", "Start");
        foreach (var (kind, table) in MentionTriggers.Targets)
        {
            mentions.LinkThatTakesAlong($"Target{kind}Id", table);
        }

        new TableDraft(migrationBuilder, "CenterNews").Key("CenterId", "NewsId")
            .Link("CenterId", "Centers", isIndexed: false).Link("NewsId", "News", isIndexed: false).Index("NewsId", "CenterId");
        new TableDraft(migrationBuilder, "OrganizationNews").Key("OrganizationId", "NewsId")
            .Link("OrganizationId", "Organizations", isIndexed: false).Link("NewsId", "News", isIndexed: false).Index("NewsId", "OrganizationId");
        new TableDraft(migrationBuilder, "MentionStates").Long("Id").Key("Id").Whole("Version");

        migrationBuilder.Sql("""INSERT INTO "CenterNews" ("CenterId", "NewsId") SELECT DISTINCT "CenterId", "NewsId" FROM "NewsCenters" """);
        migrationBuilder.Sql("""INSERT INTO "OrganizationNews" ("OrganizationId", "NewsId") SELECT DISTINCT "OrganizationId", "NewsId" FROM "NewsOrganizations" """);
        migrationBuilder.KeepNewsOfTargets();
    }
}
