using CenterDirectory.GraphQL.Language;
using CenterDirectory.GraphQL.Types;

namespace CenterDirectory.GraphQL.Execution;

/// <summary>What a request would cost: rows read (page sizes multiplied along each path) and statements (one a list level, one a totalCount).</summary>
/// <param name="Rows">Rows at most.</param>
/// <param name="Statements">Statements at most.</param>
/// <param name="FilterOperators">Operators in all filters.</param>
public readonly record struct RequestCost(long Rows, int Statements, int FilterOperators);

/// <summary>Computes the cost of a request from its plan and arguments and refuses what is too dear, before the first statement.</summary>
internal static class CostAnalyzer
{
    /// <exception cref="GraphQLException">A limit is exceeded, or arguments contradict each other.</exception>
    public static RequestCost Check(RequestContext context)
    {
        var cost = Cost(context, context.Plan.Root, 1, nodeTypes: null);
        var limits = context.Options;
        if (cost.Rows > limits.Rows)
        {
            throw Limits.Exceeded("rows", cost.Rows, limits.Rows, "The request may read too many rows; ask for smaller pages");
        }

        if (cost.Statements > limits.Statements)
        {
            throw Limits.Exceeded("statements", cost.Statements, limits.Statements, "The request needs too many statements; ask for fewer lists at once");
        }

        if (cost.FilterOperators > limits.FilterOperators)
        {
            throw Limits.Exceeded("filterOperators", cost.FilterOperators, limits.FilterOperators, "The filters have too many operators");
        }

        return cost;
    }

    /// <summary>Counts aliases and root fields of a document, which the plan no longer shows.</summary>
    public static void CheckAliases(DocumentNode document, EngineOptions limits)
    {
        var aliases = document.Definitions.Sum(definition => Aliases(definition.SelectionSet))
            + document.Definitions.OfType<OperationDefinitionNode>().Sum(operation => operation.SelectionSet.Selections.Count);
        if (aliases > limits.Aliases)
        {
            throw Limits.Exceeded("aliases", aliases, limits.Aliases, "Too many aliases and root fields");
        }
    }

    private static int Aliases(SelectionSetNode? set) => set?.Selections.Sum(selection => selection switch
    {
        FieldNode field => (field.Alias is null ? 0 : 1) + Aliases(field.SelectionSet),
        InlineFragmentNode inline => Aliases(inline.SelectionSet),
        _ => 0,
    }) ?? 0;

    private static RequestCost Cost(RequestContext context, SelectionPlan plan, long parents, IReadOnlySet<string>? nodeTypes)
    {
        long rows = 0;
        long statements = 0;
        var operators = 0;
        foreach (var field in plan.Fields)
        {
            if (!field.IsIncluded(context.Held))
            {
                continue;
            }

            var below = parents;
            if (field.Field.Source is LoaderSource loader)
            {
                var own = EstimateOf(context, field, loader, nodeTypes);
                below = Math.Min(parents * own.Rows, int.MaxValue);
                rows += own.Statements > 0 ? below : 0;
                statements += own.IsPerParent ? own.Statements * parents : own.Statements;
                operators += own.FilterOperators;
            }

            // Of several possible types each may have to be loaded.
            var types = field.Field.NarrowedBy is null ? nodeTypes : TypesOf(context, field) ?? nodeTypes;
            // What the argument narrows are the references; below them it says nothing, and any type may stand there.
            var isReference = field.Field.Source is LoaderSource { LoadsReferences: true };
            foreach (var child in field.Children.Where(child => !isReference || field.Children.Count == 1 || types?.Contains(child.Type.Name) != false))
            {
                var inner = Cost(context, child, below, isReference ? null : types);
                rows += inner.Rows;
                statements += inner.Statements;
                operators += inner.FilterOperators;
            }

            if (rows > int.MaxValue)
            {
                break;
            }
        }

        return new RequestCost(rows, (int)Math.Min(statements, int.MaxValue / 2), operators);
    }

    private static FieldCost EstimateOf(RequestContext context, FieldPlan field, LoaderSource loader, IReadOnlySet<string>? nodeTypes) =>
        field.Field.Cost ?? (ArgumentsOf(context, field) is { } arguments
            ? loader.Estimate(new FieldRequest(field, arguments, context) { NodeTypes = nodeTypes })
            : FieldCost.Free);

    /// <summary>The types that an argument narrows references to; null if it is not given.</summary>
    private static HashSet<string>? TypesOf(RequestContext context, FieldPlan field)
    {
        var index = field.Field.Arguments.ToList().FindIndex(argument => argument.Name == field.Field.NarrowedBy);
        return ArgumentsOf(context, field)?[index] is IReadOnlyList<object?> types ? [.. types.OfType<Enum>().Select(type => type.ToString())] : null;
    }

    /// <summary>Arguments that do not coerce, null here, are an error of the field, found again when it is executed.</summary>
    private static object?[]? ArgumentsOf(RequestContext context, FieldPlan field)
    {
        try
        {
            return context.ArgumentsOf(field);
        }
        catch (GraphQLException)
        {
            return null;
        }
    }
}
