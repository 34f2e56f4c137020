using System.Text.Json;
using System.Text.Json.Nodes;
using CenterDirectory.GraphQL.Execution;
using CenterDirectory.GraphQL.Language;
using CenterDirectory.GraphQL.Validation;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;

namespace CenterDirectory.GraphQL.Tests.Golden;

/// <summary>What the engine says of a case, in the form of the oracle's answers (<c>tests/oracle/oracle.mjs</c>).</summary>
internal static class GoldenAnswer
{
    private static readonly ServiceProvider Services = new ServiceCollection().AddScoped<Counter>().BuildServiceProvider();

    /// <summary>Limits that are no part of the specification stay out of the way.</summary>
    private static readonly GraphQLEngine Engine = new(
        TestSchema.Instance,
        Options.Create(new EngineOptions { Tokens = 100_000, Depth = 200, Fields = 100_000, Aliases = 10_000, Rows = 1_000_000, TimeoutSeconds = 60 }),
        NullLogger<GraphQLEngine>.Instance);

    public static async Task<JsonObject> OfAsync(GoldenCase item)
    {
        DocumentNode document;
        try
        {
            document = Parser.Parse(item.Document, new ParserLimits(MaxTokens: 100_000));
        }
        catch (GraphQLSyntaxException error)
        {
            return new JsonObject { ["syntax"] = Place(error.Location) };
        }

        var problems = Validator.Validate(TestSchema.Instance, document);
        if (problems.Count > 0)
        {
            return new JsonObject { ["rules"] = Rules(problems) };
        }

        if (document.Definitions.OfType<OperationDefinitionNode>().Any(operation => operation.Operation == OperationType.Subscription))
        {
            return new JsonObject { ["valid"] = true };
        }

        using var variables = item.Variables is null ? null : JsonDocument.Parse(item.Variables);
        await using var scope = Services.CreateAsyncScope();
        var response = await Engine.ExecuteAsync(new GraphQLRequest(item.Document, item.Operation, variables?.RootElement), scope.ServiceProvider);
        return Executed(JsonNode.Parse(response.Body.Span)!.AsObject());
    }

    private static JsonObject Rules(IEnumerable<GraphQLError> problems)
    {
        var rules = new JsonObject();
        foreach (var group in problems.GroupBy(problem => problem.Rule!).OrderBy(group => group.Key, StringComparer.Ordinal))
        {
            // Where two fields cannot be merged only that they cannot is compared.
            var places = group.Key == "OverlappingFieldsCanBeMerged"
                ? new[] { "*" }.AsEnumerable()
                : group.Select(problem => string.Join(' ', problem.Locations.Select(Place))).Order(StringComparer.Ordinal);
            rules.Add(group.Key, new JsonArray([.. places.Select(place => JsonValue.Create(place))]));
        }

        return rules;
    }

    private static JsonObject Executed(JsonObject response)
    {
        var errors = response["errors"]?.AsArray().Select(error => error!.AsObject()).ToList() ?? [];
        if (!response.ContainsKey("data"))
        {
            return new JsonObject { ["request"] = new JsonArray([.. errors.Select(error => JsonValue.Create(Places(error)))]) };
        }

        var answer = new JsonObject();
        if (errors.Count > 0)
        {
            answer["errors"] = new JsonArray([.. errors.Select(error => new JsonObject
            {
                ["at"] = Places(error),
                ["path"] = error["path"] is JsonArray path ? string.Join('.', path.Select(step => step!.ToString())) : null,
            })]);
        }

        var data = response["data"]?.DeepClone();
        BuiltIns.Normalize(data);
        answer["data"] = data;
        return answer;
    }

    private static string Places(JsonObject error) =>
        string.Join(' ', error["locations"]?.AsArray().Select(place => $"{place!["line"]}:{place["column"]}") ?? []);

    private static string Place(SourceLocation place) => $"{place.Line}:{place.Column}";

    /// <summary>In answers to introspection: no descriptions of what every schema has, in whose words is free, and lists of types by name.</summary>
    private static class BuiltIns
    {
        private static readonly HashSet<string> Names = ["Int", "Float", "String", "Boolean", "ID", "include", "skip", "deprecated", "specifiedBy", "oneOf"];

        public static void Normalize(JsonNode? node)
        {
            switch (node)
            {
                case JsonArray items:
                    items.ToList().ForEach(Normalize);
                    break;
                case JsonObject members:
                    if (members["types"] is JsonArray types && types.Any(type => NameOf(type) == "__Type"))
                    {
                        Sort(types);
                        Sort(members["directives"] as JsonArray);
                    }

                    members.Select(member => member.Value).ToList().ForEach(Normalize);
                    break;
            }
        }

        private static void Sort(JsonArray? items)
        {
            var sorted = items?.OrderBy(NameOf, StringComparer.Ordinal).ToList() ?? [];
            items?.Clear();
            foreach (var item in sorted)
            {
                items!.Add(item);
                if (NameOf(item) is { } name && (name.StartsWith("__", StringComparison.Ordinal) || Names.Contains(name)))
                {
                    DropDescriptions(item);
                }
            }
        }

        private static string? NameOf(JsonNode? node) => (node as JsonObject)?["name"]?.ToString();

        private static void DropDescriptions(JsonNode? node)
        {
            if (node is JsonArray items)
            {
                items.ToList().ForEach(DropDescriptions);
            }
            else if (node is JsonObject members)
            {
                if (members.ContainsKey("description"))
                {
                    members["description"] = null;
                }

                members.Select(member => member.Value).ToList().ForEach(DropDescriptions);
            }
        }
    }
}
