using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace CenterDirectory.Data.Migrations;

/// <summary>Keys of people who write, what they did with them, and what must not be done twice.</summary>
[DbContext(typeof(DirectoryDb))]
[Migration("0016_Keys")]
internal sealed class Keys : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        new TableDraft(migrationBuilder, "AccessKeys").Id()
            .Text("Label", "Role").Instant("CreatedAt", "ExpiresAt").OptionalInstant("RevokedAt")
            .OptionalLong("NetworkId", "TerritoryId").OptionalDay("LastUsedOn");
        new TableDraft(migrationBuilder, "AccessSecrets").Bytes("Hash").Key("Hash").Link("KeyId", "AccessKeys").OptionalInstant("EndsAt");
        new TableDraft(migrationBuilder, "AccessKeyCenters").Key("KeyId", "CenterId").Link("KeyId", "AccessKeys", isIndexed: false).Long("CenterId");
        new TableDraft(migrationBuilder, "AuditEntries").Id()
            .Instant("At").OptionalLong("KeyId").Text("Act", "ObjectType").Long("ObjectId").OptionalWhole("RevisionNumber")
            .Index("KeyId", "Id").Index("ObjectType", "ObjectId", "Id");
        new TableDraft(migrationBuilder, "RememberedWrites")
            .Long("KeyId").Text("Name").Bytes("InputHash").Text("Result").Instant("WrittenAt")
            .Key("KeyId", "Name").Index("WrittenAt");
    }
}
