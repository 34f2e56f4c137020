using CenterDirectory.GraphQL.Language;
using CenterDirectory.GraphQL.Types;

namespace CenterDirectory.GraphQL.Validation;

/// <summary>Rules about operations (5.2).</summary>
internal static class OperationRules
{
    /// <summary>5.2.1.1: the schema has a root type for the operation.</summary>
    public static void KnownOperationTypes(ValidationContext context, OperationDefinitionNode operation)
    {
        if (context.Schema.RootType(operation.Operation) is null)
        {
            context.Report(nameof(KnownOperationTypes), $"The schema has no {Keyword(operation.Operation)} type; send another kind of operation.", operation);
        }
    }

    /// <summary>5.2.2.1.</summary>
    public static void UniqueOperationNames(ValidationContext context)
    {
        var known = new Dictionary<string, NameNode>(StringComparer.Ordinal);
        foreach (var operation in context.Operations)
        {
            if (operation.Name is { } name && !known.TryAdd(name.Value, name))
            {
                context.Report(
                    nameof(UniqueOperationNames), $"Two operations are named \"{name.Value}\"; each needs a name of its own.", known[name.Value], name);
            }
        }
    }

    /// <summary>5.2.3.1.</summary>
    public static void LoneAnonymousOperation(ValidationContext context)
    {
        if (context.Operations.Count > 1)
        {
            foreach (var operation in context.Operations.Where(operation => operation.Name is null))
            {
                context.Report(
                    nameof(LoneAnonymousOperation), "Without a name an operation must be the only one of its document; name each of them.", operation);
            }
        }
    }

    /// <summary>5.2.4.1: one root field, no introspection, and no condition that might leave none.</summary>
    public static void SingleFieldSubscriptions(ValidationContext context, OperationDefinitionNode operation)
    {
        if (operation.Operation != OperationType.Subscription || context.Schema.SubscriptionType is not { } root)
        {
            return;
        }

        var collector = new RootFieldCollector(context, root);
        collector.Collect(operation.SelectionSet);
        if (collector.Conditions.Count > 0)
        {
            context.Report(
                nameof(SingleFieldSubscriptions),
                "The root field of a subscription is fixed; @skip and @include cannot stand on it.",
                [.. collector.Conditions]);
            return;
        }

        var groups = collector.Fields.GroupBy(field => field.ResponseName, StringComparer.Ordinal).ToList();
        if (groups.Count == 0)
        {
            context.Report(nameof(SingleFieldSubscriptions), "A subscription has exactly one root field; this one has none.", operation.SelectionSet);
        }
        else if (groups.Count > 1)
        {
            context.Report(
                nameof(SingleFieldSubscriptions),
                $"A subscription has exactly one root field; this one has {groups.Count}.",
                [.. groups.Skip(1).SelectMany(group => group)]);
        }

        foreach (var group in groups.Where(group => group.First().Name.Value.StartsWith("__", StringComparison.Ordinal)))
        {
            context.Report(
                nameof(SingleFieldSubscriptions),
                "The root field of a subscription is a field of the schema; introspection cannot be subscribed to.",
                [.. group]);
        }
    }

    private static string Keyword(OperationType operation) => operation switch
    {
        OperationType.Query => "query",
        OperationType.Mutation => "mutation",
        _ => "subscription",
    };

    /// <summary>CollectFields (6.3.2) without variables: any condition is an error by itself.</summary>
    private sealed class RootFieldCollector(ValidationContext context, ObjectType root)
    {
        private readonly HashSet<string> visitedFragments = new(StringComparer.Ordinal);

        public List<FieldNode> Fields { get; } = [];

        public List<DirectiveNode> Conditions { get; } = [];

        public void Collect(SelectionSetNode set)
        {
            foreach (var selection in set.Selections)
            {
                if (ConditionOn(selection) is { } condition)
                {
                    Conditions.Add(condition);
                    continue;
                }

                switch (selection)
                {
                    case FieldNode field:
                        Fields.Add(field);
                        break;
                    case InlineFragmentNode inline when AppliesTo(inline.TypeCondition):
                        Collect(inline.SelectionSet);
                        break;
                    case FragmentSpreadNode spread when context.FindFragment(spread.Name.Value) is { } fragment
                            && AppliesTo(fragment.TypeCondition) && visitedFragments.Add(spread.Name.Value):
                        Collect(fragment.SelectionSet);
                        break;
                }
            }
        }

        private static DirectiveNode? ConditionOn(SelectionNode selection) =>
            selection.Directives.FirstOrDefault(directive => directive.Name.Value == "skip")
            ?? selection.Directives.FirstOrDefault(directive => directive.Name.Value == "include");

        private bool AppliesTo(NamedTypeNode? condition) =>
            condition is null
            || (context.Schema.TypesByName.GetValueOrDefault(condition.Name) is { } type && Schema.PossibleTypes(type).Contains(root));
    }
}
