using CenterDirectory.Importers.Records;

namespace CenterDirectory.Importers.Tests.Records;

public sealed class RecordSchemaTests
{
    [Fact]
    public void Every_entry_and_link_is_a_record_kind() =>
        Assert.Equal(
            [
                "Center", "CenterMember", "CenterPartnership", "CenterServiceArea", "Event", "EventParticipant", "Grant", "Metric", "Network",
                "NetworkMember", "NetworkTerritory", "NewsCenter", "NewsEvent", "NewsItem", "NewsOrganization", "Organization", "Person", "PersonRole",
                "Practice", "PracticeCenter", "Program", "ProgramCenter", "ProgramTerritory", "Project", "ProjectCenter", "ProjectTerritory", "Quote",
                "Replication", "Service", "ServiceStandard", "StandardDeclaration", "Territory",
            ],
            RecordSchema.Kinds);

    [Fact]
    public void The_fields_of_all_kinds_are_those_that_were_reviewed() =>
        string.Join('\n', RecordSchema.Kinds.Select(kind => $"{kind}\n{Describe(RecordSchema.Find(kind)!, "  ")}")).MatchSnapshot();

    private static string Describe(RecordSchema schema, string indent) => string.Concat(schema.Fields.Select(field =>
        $"{indent}{field.Name}: {(field.IsList ? "list of " : "")}{field.Shape}{(field.TargetKind is { } kind ? $" of {kind}" : string.Concat(field.TargetKinds.Select(choice => " " + choice)))}{(field.IsRequired ? ", required" : "")}\n"
        + (field.Object is { } part ? Describe(part, indent + "  ") : "")));
}
