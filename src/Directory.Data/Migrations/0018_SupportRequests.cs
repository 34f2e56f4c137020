using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace CenterDirectory.Data.Migrations;

/// <summary>Requests of people who need support, the answers, and word of them that has to go out.</summary>
[DbContext(typeof(DirectoryDb))]
[Migration("0018_SupportRequests")]
internal sealed class SupportRequests : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        new TableDraft(migrationBuilder, "SupportRequests").Id()
            .Text("State").List("SupportKinds").OptionalText("Audience").OptionalLink("TerritoryId", "Territories").OptionalLink("CenterId", "Centers")
            .Instant("CreatedAt").OptionalInstant("FirstAnsweredAt").Day("ErasesOn")
            .OptionalBytes("Sealed").OptionalBytes("SealedNote").Bytes("ReceiptHash").OptionalText("ContactMark").Text("ConsentVersion").OptionalInstant("ErasedAt")
            .Index(isUnique: true, "ReceiptHash").Index("ContactMark", "CreatedAt").Index("CreatedAt", "Id").Index("ErasesOn");
        new TableDraft(migrationBuilder, "SupportMessages").Id()
            .Link("RequestId", "SupportRequests").OptionalLink("CenterId", "Centers").Instant("SentAt").Bytes("Sealed");
        new TableDraft(migrationBuilder, "RequestDeliveries").Id()
            .Link("RequestId", "SupportRequests").OptionalLong("MessageId").Text("Route", "Desk", "Event", "State").Instant("HappenedAt")
            .Whole("Attempts").Instant("NextAttemptAt").OptionalInstant("DeliveredAt").OptionalText("Problem")
            .Index("DeliveredAt", "NextAttemptAt");
    }
}
