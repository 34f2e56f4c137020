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
        var cost = Cost(context, context.Plan.Root, 1);
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

    private static RequestCost Cost(RequestContext context, SelectionPlan plan, long parents)
    {
        long rows = 0;
        var statements = 0;
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
                var own = EstimateOf(context, field, loader);
                below = Math.Min(parents * own.Rows, int.MaxValue);
                rows += own.Statements > 0 ? below : 0;
                statements += own.Statements;
                operators += own.FilterOperators;
            }

            // Of several possible types each may have to be loaded.
            foreach (var child in field.Children)
            {
                var inner = Cost(context, child, below);
                rows += inner.Rows;
                statements += inner.Statements;
                operators += inner.FilterOperators;
            }

            if (rows > int.MaxValue)
            {
                return new RequestCost(rows, statements, operators);
            }
        }

        return new RequestCost(rows, statements, operators);
    }

    private static FieldCost EstimateOf(RequestContext context, FieldPlan field, LoaderSource loader)
    {
        // Arguments that do not coerce are an error of the field, found again when it is executed.
        object?[] arguments;
        try
        {
            arguments = context.ArgumentsOf(field);
        }
        catch (GraphQLException)
        {
            return FieldCost.Free;
        }

        return loader.Estimate(new FieldRequest(field, arguments, context));
    }
}
