using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace CenterDirectory.Data.Migrations;

/// <summary>The core of the directory and where it came from.</summary>
[DbContext(typeof(DirectoryDb))]
[Migration("0001_Initial")]
internal sealed class Initial : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.CreateFold();
        CreatePlacesAndOrganizations(migrationBuilder);
        CreateCenters(migrationBuilder);
        CreateEventsAndNews(migrationBuilder);
        CreateNetworks(migrationBuilder);
        CreateSources(migrationBuilder);
        CreateRuns(migrationBuilder);
        CreateRevisions(migrationBuilder);
    }

    private static void CreatePlacesAndOrganizations(MigrationBuilder migrationBuilder)
    {
        new TableDraft(migrationBuilder, "Territories").Entry()
            .Text("Name", "NameFolded", "Kind")
            .OptionalText("Code", "Iso", "Oktmo", "TimeZone")
            .OptionalQuantity("DeclaredCenters")
            .OptionalLink("ParentId", "Territories")
            .Index("Code", "Id").Index("Iso").Index("Oktmo");

        new TableDraft(migrationBuilder, "TerritoryClosures").Key("AncestorId", "DescendantId")
            .Link("AncestorId", "Territories", isIndexed: false)
            .Link("DescendantId", "Territories");

        new TableDraft(migrationBuilder, "Organizations").Entry()
            .Text("Name", "NameFolded", "Kind", "Status", "RegistryNumbers", "Contacts", "Awards")
            .OptionalText("ShortName", "Ogrn", "Inn", "Okved", "AddressText", "TerritoryText", "Website", "LegalForm_Okopf", "LegalForm_Label")
            .List("Aliases", "ActivityAreas")
            .OptionalFuzzyDate("RegisteredOn")
            .OptionalPoint("Location")
            .OptionalFlag("IsSociallyOriented", "IsPublicBenefitProvider", "IsSocialEnterprise")
            .OptionalLink("ParentId", "Organizations")
            .OptionalLink("TerritoryId", "Territories")
            .Index("Ogrn").Index("Inn");

        new TableDraft(migrationBuilder, "LegalActs").Id()
            .Text("Title", "TitleFolded")
            .OptionalText("Kind", "Number", "SignedBy", "Url")
            .OptionalFuzzyDate("SignedOn")
            .OptionalLink("IssuerId", "Organizations");
    }

    private static void CreateCenters(MigrationBuilder migrationBuilder)
    {
        new TableDraft(migrationBuilder, "Centers").Entry()
            .OptionalText("Name", "NameFolded", "ShortName", "Description", "TerritoryText", "TimeZone", "HostUnit", "AddressText", "Website")
            .Text("Level", "Status", "Contacts")
            .List("Aliases", "Specializations", "SupportKinds", "Audiences", "StatedSupportKinds", "StatedAudiences", "ActivityAreas", "Goals")
            .OptionalFuzzyDate("StartsOn")
            .OptionalQuantity("DeclaredMembers")
            .OptionalPoint("Location")
            .OptionalLink("TerritoryId", "Territories")
            .OptionalLink("OperatorId", "Organizations")
            .OptionalLink("FoundingActId", "LegalActs")
            .OptionalLink("ParentId", "Centers");

        new TableDraft(migrationBuilder, "CenterServiceAreas").Id()
            .Link("CenterId", "Centers")
            .Link("TerritoryId", "Territories");

        new TableDraft(migrationBuilder, "Services").Entry()
            .Text("Name", "NameFolded", "Status", "Contacts")
            .OptionalText("Description", "Fee", "Eligibility", "Result", "Duration", "HowToApply", "Url")
            .List("SupportKinds", "Audiences", "DeliveryModes", "ActivityAreas", "RequiredDocuments")
            .OptionalLink("CenterId", "Centers")
            .OptionalLink("ProviderId", "Organizations")
            .OptionalLink("TerritoryId", "Territories");
    }

    private static void CreateEventsAndNews(MigrationBuilder migrationBuilder)
    {
        new TableDraft(migrationBuilder, "Events").Entry()
            .Text("Title", "TitleFolded", "Kind", "Status")
            .OptionalText("AttendanceMode", "Level", "DateText", "TimeZone", "Venue", "AddressText", "TerritoryText", "Url", "RegistrationUrl", "Description")
            .OptionalFuzzyDate("Date").OptionalFuzzyDate("PreviousDate")
            .OptionalInstant("StartsAt", "EndsAt")
            .OptionalPoint("Location")
            .List("AlternativeTitles", "Agenda", "Findings", "Outcomes", "Audiences")
            .OptionalWhole("Capacity")
            .OptionalLink("PartOfId", "Events")
            .OptionalLink("TerritoryId", "Territories")
            .Index("DateEarliest", "Id").Index("DateLatest");

        new TableDraft(migrationBuilder, "EventParticipants").Id()
            .Text("Role")
            .OptionalText("Name", "NameFolded", "Position")
            .Link("EventId", "Events")
            .OptionalLink("OrganizationId", "Organizations")
            .OptionalLink("CenterId", "Centers");

        new TableDraft(migrationBuilder, "News").Entry()
            .Text("Title", "TitleFolded")
            .OptionalText("Summary", "Text", "Url", "Author", "Publisher", "PhotoCredit")
            .OptionalFuzzyDate("PublishedOn")
            .OptionalInstant("PublishedAt")
            .OptionalLink("TerritoryId", "Territories")
            .Index("PublishedOnLatest", "Id").Index("PublishedAt");

        new TableDraft(migrationBuilder, "NewsEvents").Id()
            .Link("NewsId", "News")
            .Link("EventId", "Events");

        new TableDraft(migrationBuilder, "NewsCenters").Id()
            .Link("NewsId", "News")
            .Link("CenterId", "Centers");
    }

    private static void CreateNetworks(MigrationBuilder migrationBuilder)
    {
        new TableDraft(migrationBuilder, "Networks").Entry()
            .Text("Name", "NameFolded")
            .OptionalText("Description")
            .OptionalLink("CoordinatorId", "Organizations");

        new TableDraft(migrationBuilder, "NetworkMembers").Id()
            .Text("Role")
            .OptionalFuzzyDate("Since")
            .Link("NetworkId", "Networks")
            .Link("CenterId", "Centers");

        new TableDraft(migrationBuilder, "NetworkTerritories").Id()
            .Link("NetworkId", "Networks")
            .Link("TerritoryId", "Territories");
    }

    private static void CreateSources(MigrationBuilder migrationBuilder)
    {
        new TableDraft(migrationBuilder, "Sources").Id()
            .Text("Key", "Title", "Format")
            .OptionalText("Publisher", "Licence", "Url", "Schedule")
            .Whole("Priority", "ConsecutiveFailures", "RecordCount")
            .Flag("Enabled")
            .OptionalBytes("ManifestHash")
            .OptionalInstant("LastSuccessAt")
            .OptionalLink("TerritoryId", "Territories")
            .Index(isUnique: true, "Key");

        new TableDraft(migrationBuilder, "SourceRecords").Id()
            .Link("SourceId", "Sources", isIndexed: false)
            .Text("Kind", "ExternalId", "Payload")
            .OptionalText("RecordUrl")
            .OptionalLong("EntityId")
            .Bytes("Hash")
            .Whole("MissingRuns")
            .OptionalInstant("RetiredAt")
            .Instant("FirstSeenAt", "ChangedAt")
            .Index(isUnique: true, "SourceId", "Kind", "ExternalId")
            .Index("Kind", "EntityId");

        new TableDraft(migrationBuilder, "RecordReferences").Key("SourceRecordId", "Field", "TargetKey")
            .Link("SourceRecordId", "SourceRecords", isIndexed: false)
            .Text("Field", "TargetKind", "TargetKey")
            .Index("TargetKind", "TargetKey");
    }

    private static void CreateRuns(MigrationBuilder migrationBuilder)
    {
        new TableDraft(migrationBuilder, "ImportRuns").Id()
            .Link("SourceId", "Sources", isIndexed: false)
            .Text("Status")
            .Instant("StartedAt").OptionalInstant("FinishedAt")
            .Whole("Read", "Added", "Changed", "Unchanged", "Retired", "OutOfScope", "Warnings", "Errors")
            .OptionalText("ReasonRu", "ReasonEn")
            .Index("StartedAt").Index("SourceId", "StartedAt");

        new TableDraft(migrationBuilder, "ImportIssues").Id()
            .Link("RunId", "ImportRuns")
            .Text("Severity", "Code", "MessageRu", "MessageEn")
            .OptionalText("Table", "Field")
            .OptionalWhole("Row");
    }

    private static void CreateRevisions(MigrationBuilder migrationBuilder)
    {
        new TableDraft(migrationBuilder, "Revisions").Key("Number")
            .Whole("Number")
            .Instant("CommittedAt")
            .Whole("ChangeCount")
            .OptionalLink("RunId", "ImportRuns", isUnique: true);

        new TableDraft(migrationBuilder, "Changes").Id()
            .Whole("RevisionNumber", "Sequence")
            .Reference("RevisionNumber", "Revisions", "Number", ReferentialAction.Cascade)
            .Text("Kind", "Type")
            .Long("EntityId")
            .List("Fields")
            .Index(isUnique: true, "RevisionNumber", "Sequence")
            .Index("Type", "EntityId");

        new TableDraft(migrationBuilder, "Tombstones").Key("EntryType", "EntityId")
            .Text("EntryType", "Slug")
            .Long("EntityId")
            .Whole("RevisionNumber")
            .Instant("RemovedAt")
            .OptionalLong("ReplacedById")
            .Index("EntryType", "Slug");
    }
}
