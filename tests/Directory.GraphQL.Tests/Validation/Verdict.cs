using CenterDirectory.GraphQL.Execution;
using CenterDirectory.GraphQL.Language;
using CenterDirectory.GraphQL.Types;
using CenterDirectory.GraphQL.Validation;

namespace CenterDirectory.GraphQL.Tests.Validation;

/// <summary>What validation says, in the form tests compare: <c>Rule line:column line:column; Rule …</c>, sorted; empty for a valid document.</summary>
internal static class Verdict
{
    public static string Of(string document) => Of(ValidationSchema.Instance, document);

    public static string Of(Schema schema, string document) =>
        string.Join("; ", Errors(schema, document).Select(Describe).Order(StringComparer.Ordinal));

    public static IReadOnlyList<GraphQLError> Errors(Schema schema, string document) =>
        Validator.Validate(schema, Parser.Parse(document, ParserLimits.Default));

    private static string Describe(GraphQLError error) =>
        $"{error.Rule}{string.Concat(error.Locations.Select(location => $" {location.Line}:{location.Column}"))}";
}
