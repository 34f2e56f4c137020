using CenterDirectory.GraphQL.Execution;
using CenterDirectory.GraphQL.Language;
using CenterDirectory.GraphQL.Types;

namespace CenterDirectory.GraphQL.Validation;

/// <summary>
/// Fields of one response name (5.3.2), stricter than the specification: whatever types they are selected on,
/// they must be the same field with the same arguments and the same type.
/// </summary>
/// <remarks>
/// Each field of a group is compared with the first one only, and a group of the same fields is looked at once,
/// so the work grows with the document and not with the pairs in it. What remains is stopped at a wall.
/// </remarks>
internal sealed class FieldMerging
{
    private const int MaxVisits = 10_000;

    private readonly ValidationContext context;
    private readonly Queue<List<SelectionSetNode>> toMerge = new();
    private readonly HashSet<string> merged = new(StringComparer.Ordinal);
    private readonly HashSet<(int First, int Second)> reported = [];
    private readonly Dictionary<FieldNode, string> arguments = [];
    private int visits;

    private FieldMerging(ValidationContext context) => this.context = context;

    /// <summary>5.3.2.</summary>
    public static void OverlappingFieldsCanBeMerged(ValidationContext context)
    {
        var merging = new FieldMerging(context);
        foreach (var definition in context.Document.Definitions)
        {
            merging.toMerge.Enqueue([definition.SelectionSet]);
        }

        merging.Run();
    }

    private void Run()
    {
        while (toMerge.TryDequeue(out var sets))
        {
            var groups = new Dictionary<string, List<FieldNode>>(StringComparer.Ordinal);
            var visitedFragments = new HashSet<string>(StringComparer.Ordinal);
            foreach (var set in sets)
            {
                Collect(set, groups, visitedFragments);
            }

            if (visits > MaxVisits)
            {
                ReportTooComplex();
                return;
            }

            foreach (var group in groups.Values)
            {
                Check(group);
            }
        }
    }

    /// <summary>All fields of a set by response name, fragments expanded, whatever type they are on.</summary>
    private void Collect(SelectionSetNode set, Dictionary<string, List<FieldNode>> groups, HashSet<string> visitedFragments)
    {
        foreach (var selection in set.Selections)
        {
            if (++visits > MaxVisits)
            {
                return;
            }

            switch (selection)
            {
                case FieldNode field when groups.TryGetValue(field.ResponseName, out var group):
                    group.Add(field);
                    break;
                case FieldNode field:
                    groups.Add(field.ResponseName, [field]);
                    break;
                case InlineFragmentNode inline:
                    Collect(inline.SelectionSet, groups, visitedFragments);
                    break;
                case FragmentSpreadNode spread when visitedFragments.Add(spread.Name.Value)
                        && context.FindFragment(spread.Name.Value) is { } fragment:
                    Collect(fragment.SelectionSet, groups, visitedFragments);
                    break;
            }
        }
    }

    private void Check(List<FieldNode> group)
    {
        if (!merged.Add(string.Join(' ', group.Select(field => field.Start))))
        {
            return;
        }

        var first = group[0];
        foreach (var other in group.Skip(1))
        {
            if (Difference(first, other) is { } difference && reported.Add((first.Start, other.Start)))
            {
                context.Report(
                    nameof(OverlappingFieldsCanBeMerged), $"Two fields want to be \"{first.ResponseName}\" but {difference}; give one an alias.", first, other);
            }
        }

        var inner = group.Select(field => field.SelectionSet).OfType<SelectionSetNode>().ToList();
        if (inner.Count > 0)
        {
            toMerge.Enqueue(inner);
        }
    }

    private string? Difference(FieldNode first, FieldNode other)
    {
        if (first.Name.Value != other.Name.Value)
        {
            return "are different fields";
        }

        if (ArgumentsOf(first) != ArgumentsOf(other))
        {
            return "have different arguments";
        }

        var (firstType, otherType) = (context.FieldOf(first)?.Type, context.FieldOf(other)?.Type);
        return firstType is not null && otherType is not null && !AreSame(firstType, otherType) ? "are of different types" : null;
    }

    private static bool AreSame(GraphType first, GraphType other) => (first, other) switch
    {
        (NonNullType a, NonNullType b) => AreSame(a.OfType, b.OfType),
        (ListType a, ListType b) => AreSame(a.ItemType, b.ItemType),
        _ => first == other,
    };

    /// <summary>Arguments in a spelling that does not depend on the order of anything whose order means nothing.</summary>
    private string ArgumentsOf(FieldNode field)
    {
        if (!arguments.TryGetValue(field, out var spelling))
        {
            var values = field.Arguments.OrderBy(argument => argument.Name.Value, StringComparer.Ordinal);
            spelling = string.Join('\n', values.Select(argument => $"{argument.Name.Value}:{AstPrinter.Print(Sorted(argument.Value))}"));
            arguments.Add(field, spelling);
        }

        return spelling;
    }

    private static ValueNode Sorted(ValueNode value) => value switch
    {
        ListValueNode list => new ListValueNode(list.Start, [.. list.Items.Select(Sorted)]),
        ObjectValueNode obj => new ObjectValueNode(obj.Start, [.. obj.Fields
            .OrderBy(field => field.Name.Value, StringComparer.Ordinal)
            .Select(field => new ObjectFieldNode(field.Start, field.Name, Sorted(field.Value)))]),
        _ => value,
    };

    private void ReportTooComplex() => context.Report(new GraphQLError(
        "The document is too complex: too many fields share their response names. Ask for less in one request.",
        ErrorCodes.LimitExceeded,
        [],
        Extensions: new Dictionary<string, object?> { ["limit"] = "field visits", ["actual"] = visits, ["maximum"] = MaxVisits })
    {
        Rule = nameof(OverlappingFieldsCanBeMerged),
    });
}
