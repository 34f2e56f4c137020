using CenterDirectory.GraphQL.Language;
using CenterDirectory.GraphQL.Types;

namespace CenterDirectory.GraphQL.Validation;

/// <summary>Rules about directives (5.7); for their arguments see <see cref="ArgumentRules"/>.</summary>
internal static class DirectiveRules
{
    /// <summary>5.7.1 and 5.7.2.</summary>
    public static void KnownDirectives(ValidationContext context, DirectiveNode node, DirectiveDefinition? directive, DirectiveLocation location)
    {
        if (directive is null)
        {
            context.Report(nameof(KnownDirectives), $"The schema has no directive \"@{node.Name.Value}\".", node);
        }
        else if (!directive.Locations.Contains(location))
        {
            context.Report(nameof(KnownDirectives), $"The directive \"@{directive.Name}\" cannot stand on {Describe(location)}.", node);
        }
    }

    /// <summary>5.7.3.</summary>
    public static void UniqueDirectivesPerLocation(ValidationContext context, IReadOnlyList<DirectiveNode> directives)
    {
        if (directives.Count < 2)
        {
            return;
        }

        var known = new Dictionary<string, DirectiveNode>(StringComparer.Ordinal);
        foreach (var node in directives)
        {
            var name = node.Name.Value;
            if (context.Schema.DirectivesByName.GetValueOrDefault(name) is { IsRepeatable: false } && !known.TryAdd(name, node))
            {
                context.Report(nameof(UniqueDirectivesPerLocation), $"The directive \"@{name}\" can stand here only once.", known[name], node);
            }
        }
    }

    /// <summary>Where the directives of an operation stand.</summary>
    public static DirectiveLocation LocationOf(OperationType operation) => operation switch
    {
        OperationType.Query => DirectiveLocation.Query,
        OperationType.Mutation => DirectiveLocation.Mutation,
        _ => DirectiveLocation.Subscription,
    };

    private static string Describe(DirectiveLocation location) => location switch
    {
        DirectiveLocation.Query => "a query",
        DirectiveLocation.Mutation => "a mutation",
        DirectiveLocation.Subscription => "a subscription",
        DirectiveLocation.Field => "a field",
        DirectiveLocation.FragmentDefinition => "the definition of a fragment",
        DirectiveLocation.FragmentSpread => "the spread of a fragment",
        DirectiveLocation.InlineFragment => "an inline fragment",
        DirectiveLocation.VariableDefinition => "the definition of a variable",
        _ => throw new ArgumentOutOfRangeException(nameof(location), location, "Not a place in executable documents."),
    };
}
