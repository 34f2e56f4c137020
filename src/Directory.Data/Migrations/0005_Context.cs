using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace CenterDirectory.Data.Migrations;

/// <summary>What stands around centers: people, programs, projects and their money, practices, figures, standards.</summary>
[DbContext(typeof(DirectoryDb))]
[Migration("0005_Context")]
internal sealed class Context : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        CreatePeople(migrationBuilder);
        CreateProgramsAndProjects(migrationBuilder);
        Widen(migrationBuilder);
        CreatePracticesAndStandards(migrationBuilder);
        CreateMetrics(migrationBuilder);
        CreateLinksOfCenters(migrationBuilder);
    }

    private static void CreatePeople(MigrationBuilder migrationBuilder)
    {
        new TableDraft(migrationBuilder, "People").Entry()
            .Text("Name", "NameFolded");

        new TableDraft(migrationBuilder, "PersonRoles").Id()
            .OptionalText("Role", "Position", "OrganizationText")
            .OptionalFuzzyDate("Period")
            .OptionalLink("PersonId", "People")
            .OptionalLink("OrganizationId", "Organizations")
            .OptionalLink("CenterId", "Centers");

        new TableDraft(migrationBuilder, "Quotes").Id()
            .Text("Text", "Speaker", "SpeakerFolded")
            .OptionalText("Position")
            .Link("NewsId", "News")
            .OptionalLink("PersonId", "People");
    }

    private static void CreateProgramsAndProjects(MigrationBuilder migrationBuilder)
    {
        new TableDraft(migrationBuilder, "Programs").Entry()
            .Text("Name", "NameFolded")
            .OptionalText("Description")
            .List("Audiences", "Topics")
            .OptionalFlag("IssuesCertificate")
            .OptionalFuzzyDate("Period")
            .OptionalLink("OperatorId", "Organizations")
            .Index("PeriodEarliest", "Id");

        new TableDraft(migrationBuilder, "Projects").Entry()
            .Text("Name", "NameFolded", "Status")
            .OptionalText("Goal", "Outcome", "Attribution")
            .OptionalFuzzyDate("Period")
            .OptionalLink("RecipientId", "Organizations")
            .OptionalLink("ProgramId", "Programs")
            .Index("PeriodEarliest", "Id");

        new TableDraft(migrationBuilder, "Grants").Entry()
            .OptionalText("Name", "NameFolded", "Number", "Competition", "Direction", "Funder")
            .OptionalMoney("Amount")
            .OptionalFuzzyDate("AwardedOn")
            .OptionalLink("OperatorId", "Organizations")
            .OptionalLink("RecipientId", "Organizations")
            .OptionalLink("ProjectId", "Projects")
            .Index("AwardedOnEarliest", "Id");

        migrationBuilder.CreateRankedIndex("Projects", "PeriodEarliest", isDescending: true);
        migrationBuilder.CreateRankedIndex("Grants", "AwardedOnEarliest", isDescending: true);
        Link(migrationBuilder, "ProgramTerritories", "ProgramId", "Programs", "TerritoryId", "Territories");
        Link(migrationBuilder, "ProgramCenters", "ProgramId", "Programs", "CenterId", "Centers");
        Link(migrationBuilder, "ProjectTerritories", "ProjectId", "Projects", "TerritoryId", "Territories");
        Link(migrationBuilder, "ProjectCenters", "ProjectId", "Projects", "CenterId", "Centers");
    }

    /// <summary>What the tables of the core did not hold yet.</summary>
    private static void Widen(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.AddOptionalLink("Networks", "ProgramId", "Programs");
        migrationBuilder.AddOptionalLink("Events", "ProgramId", "Programs");
        migrationBuilder.AddOptionalLink("Events", "ProjectId", "Projects");
        migrationBuilder.AddOptionalLink("EventParticipants", "PersonId", "People");
        migrationBuilder.AddColumn<string>("Address", "Centers", nullable: true);
        migrationBuilder.AddColumn<string>("OpeningHours", "Centers", nullable: false, defaultValue: "[]");
        migrationBuilder.AddColumn<string>("Address", "Organizations", nullable: true);
        migrationBuilder.AddColumn<long>("Price_AmountMinor", "Services", nullable: true);
        migrationBuilder.AddColumn<string>("Price_Currency", "Services", nullable: true);
    }

    private static void CreatePracticesAndStandards(MigrationBuilder migrationBuilder)
    {
        new TableDraft(migrationBuilder, "Practices").Entry()
            .Text("Name", "NameFolded")
            .OptionalText("Description", "OwnerText", "OriginText")
            .OptionalLink("OwnerId", "Organizations")
            .OptionalLink("OriginId", "Territories");

        new TableDraft(migrationBuilder, "Replications").Id()
            .Text("Status")
            .OptionalText("ToText")
            .Link("PracticeId", "Practices")
            .OptionalLink("ToId", "Territories")
            .OptionalLink("EventId", "Events");

        new TableDraft(migrationBuilder, "ServiceStandards").Entry()
            .Text("Name", "NameFolded", "Criteria")
            .OptionalText("Description", "Version")
            .List("SupportKinds")
            .OptionalWhole("ValidMonths")
            .OptionalLink("IssuerId", "Organizations")
            .OptionalLink("NetworkId", "Networks");
    }

    private static void CreateMetrics(MigrationBuilder migrationBuilder)
    {
        new TableDraft(migrationBuilder, "Metrics").Entry()
            .Text("Name", "NameFolded", "Kind")
            .OptionalText("TerritoryText")
            .Quantity("Quantity")
            .List("ActivityAreas")
            .OptionalFuzzyDate("Period")
            .OptionalLink("TerritoryId", "Territories")
            .OptionalLink("SubjectCenterId", "Centers")
            .OptionalLink("SubjectOrganizationId", "Organizations")
            .OptionalLink("SubjectTerritoryId", "Territories")
            .OptionalLink("SubjectNetworkId", "Networks")
            .OptionalLink("SubjectProgramId", "Programs")
            .OptionalLink("SubjectProjectId", "Projects")
            .OptionalLink("SubjectEventId", "Events")
            .Index("PeriodEarliest", "Id");
        migrationBuilder.CreateRankedIndex("Metrics", "PeriodEarliest", isDescending: true);
    }

    private static void CreateLinksOfCenters(MigrationBuilder migrationBuilder)
    {
        Link(migrationBuilder, "PracticeCenters", "PracticeId", "Practices", "CenterId", "Centers");
        Link(migrationBuilder, "NewsOrganizations", "NewsId", "News", "OrganizationId", "Organizations");

        new TableDraft(migrationBuilder, "CenterMembers").Id()
            .OptionalText("Role", "Text")
            .OptionalFuzzyDate("Since")
            .Link("CenterId", "Centers")
            .Link("OrganizationId", "Organizations");

        new TableDraft(migrationBuilder, "CenterPartnerships").Id()
            .List("SupportKinds")
            .OptionalText("Text")
            .OptionalFuzzyDate("Since")
            .Link("CenterId", "Centers")
            .Link("PartnerId", "Centers")
            .OptionalLink("EventId", "Events");

        migrationBuilder.Sql(
            """
            CREATE VIEW "CenterPartners" AS
            SELECT "Id" * 2 AS "Id", "CenterId" AS "SideId", "PartnerId" AS "CenterId", "SupportKinds", "Text", "Since", "SinceEarliest", "SinceLatest", "EventId"
            FROM "CenterPartnerships"
            UNION ALL
            SELECT "Id" * 2 + 1, "PartnerId", "CenterId", "SupportKinds", "Text", "Since", "SinceEarliest", "SinceLatest", "EventId"
            FROM "CenterPartnerships"
            """);
    }

    private static void Link(MigrationBuilder builder, string table, string first, string firstTarget, string second, string secondTarget) =>
        new TableDraft(builder, table).Id().Link(first, firstTarget).Link(second, secondTarget);
}
