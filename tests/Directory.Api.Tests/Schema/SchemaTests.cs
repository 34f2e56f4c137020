using CenterDirectory.Api.Hosting;
using CenterDirectory.Api.Schema;
using CenterDirectory.GraphQL.Types;

namespace CenterDirectory.Api.Tests.Schema;

/// <summary>The public schema as a whole.</summary>
public sealed class SchemaTests
{
    private static readonly GraphQL.Types.Schema TheSchema = DirectorySchema.Build();

    [Fact]
    public void The_committed_schema_is_the_one_that_is_served() =>
        Snapshot.MatchFile(SchemaPrinter.Print(TheSchema), Path.Combine(HostPaths.Root, "schema", "schema.graphql"));

    [Fact]
    public void Everything_says_what_it_is() => Assert.Empty(
        from type in TheSchema.Types
        where !type.Name.StartsWith("__", StringComparison.Ordinal)
        from member in Members(type).Prepend((type.Name, type.Description))
        where string.IsNullOrWhiteSpace(member.Item2)
        select member.Item1);

    [Fact]
    public void Directives_and_their_arguments_say_what_they_are() => Assert.Empty(
        from directive in TheSchema.Directives
        from member in directive.Arguments.Select(argument => ($"@{directive.Name}({argument.Name})", argument.Description)).Prepend(($"@{directive.Name}", directive.Description))
        where string.IsNullOrWhiteSpace(member.Item2)
        select member.Item1);

    /// <summary>A page of items is the same shape everywhere, so that clients write one piece of code for all.</summary>
    [Fact]
    public void Connections_are_alike()
    {
        foreach (var type in TheSchema.Types.Where(SchemaProbes.IsConnection).Cast<ObjectType>())
        {
            var item = SchemaProbes.ItemOf(type).Name;
            // The feed of changes is read to its end: nobody needs to know beforehand how long it is.
            string[] parts = item switch
            {
                "Change" => ["edges", "latestRevision", "nodes", "pageInfo"],
                "SearchResult" => ["edges", "facets", "nodes", "pageInfo", "totalCount"],
                _ => ["edges", "nodes", "pageInfo", "totalCount"],
            };
            Assert.Equal(parts, type.Fields.Select(field => field.Name).Order());
            Assert.Equal($"[{item}!]!", type.FieldsByName["nodes"].Type.ToString());
            Assert.True(item == "Change" || type.FieldsByName["totalCount"].Type.ToString() == "Int!");
        }
    }

    private static IEnumerable<(string Name, string? Description)> Members(NamedType type) => type switch
    {
        FieldsType fields => fields.Fields.SelectMany(field => field.Arguments
            .Select(argument => ($"{type.Name}.{field.Name}({argument.Name})", argument.Description))
            .Prepend(($"{type.Name}.{field.Name}", field.Description))),
        InputObjectType input => input.Fields.Select(field => ($"{type.Name}.{field.Name}", field.Description)),
        EnumType values => values.Values.Select(value => ($"{type.Name}.{value.Name}", value.Description)),
        _ => [],
    };
}
