using CenterDirectory.Api.Schema;

namespace CenterDirectory.Api.Tests.Operations;

/// <summary>Tools read the schema with the widest query that introspection has, nine levels of wrappers deep.</summary>
public sealed class IntrospectionTests(DirectoryServer server)
{
    [Fact]
    public async Task Tools_can_read_the_whole_schema_without_a_statement()
    {
        var wrappers = Enumerable.Repeat("kind name ofType {", 9).Aggregate("", (text, level) => text + level + " ") + "kind name" + new string('}', 9);
        var input = $"name description defaultValue isDeprecated deprecationReason type {{ {wrappers} }}";
        var document = $$"""
            query IntrospectionQuery {
              __schema {
                description
                queryType { name kind } mutationType { name kind } subscriptionType { name kind }
                types {
                  kind name description specifiedByURL isOneOf
                  fields(includeDeprecated: true) { name description isDeprecated deprecationReason args(includeDeprecated: true) { {{input}} } type { {{wrappers}} } }
                  inputFields(includeDeprecated: true) { {{input}} }
                  interfaces { {{wrappers}} }
                  enumValues(includeDeprecated: true) { name description isDeprecated deprecationReason }
                  possibleTypes { {{wrappers}} }
                }
                directives { name description isRepeatable locations args(includeDeprecated: true) { {{input}} } }
              }
            }
            """;

        var answer = await server.QueryAsync(document);

        var names = answer.At("__schema.types").EnumerateArray().Select(type => type.GetProperty("name").GetString()).ToList();
        Assert.Equal(DirectorySchema.Build().Types.Select(type => type.Name).Order(), names.Order());
        Assert.Empty(answer.Statements);
    }
}
