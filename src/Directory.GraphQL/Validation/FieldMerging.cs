using CenterDirectory.GraphQL.Execution;
using CenterDirectory.GraphQL.Language;
using CenterDirectory.GraphQL.Types;

namespace CenterDirectory.GraphQL.Validation;

/// <summary>Fields of one response name (5.3.2): whatever object they end up in, it can have but one value under that name.</summary>
/// <remarks>
/// The specification compares each pair of fields. Both of its questions are equivalences, so here a group is compared with its first field only:
/// all fields of a name must have the same shape, and those that can meet in one object must be the same field with the same arguments.
/// A group of the same fields is looked at once, so the work grows with the document and not with the pairs in it; what remains is stopped at a wall.
/// </remarks>
internal sealed class FieldMerging
{
    /// <summary>Fields looked at, fragments expanded; a document of ordinary size needs a few hundred.</summary>
    internal const int MaxVisits = 10_000;

    private readonly ValidationContext context;
    private readonly Queue<(List<Selections> Sets, Question Question)> toMerge = new();
    private readonly HashSet<string> seen = new(StringComparer.Ordinal);
    private readonly HashSet<(int First, int Second)> reported = [];
    private readonly Dictionary<FieldNode, string> arguments = [];

    private FieldMerging(ValidationContext context) => this.context = context;

    [Flags]
    private enum Question
    {
        /// <summary>Have all fields of a name the same shape, even those of objects that exclude each other?</summary>
        Shape = 1,

        /// <summary>Are all fields that can meet in one object the same field?</summary>
        SameField = 2,
    }

    /// <summary>How many fields were looked at: what the wall stops.</summary>
    internal int Visits { get; private set; }

    /// <summary>5.3.2.</summary>
    public static FieldMerging OverlappingFieldsCanBeMerged(ValidationContext context)
    {
        var merging = new FieldMerging(context);
        merging.Run();
        return merging;
    }

    /// <summary>Operations with all they reach, then the fragments that none of them reaches.</summary>
    private void Run()
    {
        var reached = context.ReachableFragments(context.Operations).ToHashSet();
        var roots = context.Operations.Select(operation => new Selections(operation.SelectionSet, context.Schema.RootType(operation.Operation)))
            .Concat(context.Fragments.Where(fragment => !reached.Contains(fragment))
                .Select(fragment => new Selections(fragment.SelectionSet, TypeOf(fragment.TypeCondition))));
        foreach (var root in roots)
        {
            toMerge.Enqueue(([root], Question.Shape | Question.SameField));
        }

        while (toMerge.TryDequeue(out var next))
        {
            var groups = new Dictionary<string, List<Selected>>(StringComparer.Ordinal);
            var visitedFragments = new HashSet<string>(StringComparer.Ordinal);
            foreach (var selections in next.Sets)
            {
                Collect(selections, groups, visitedFragments);
            }

            if (Visits > MaxVisits)
            {
                ReportTooComplex();
                return;
            }

            foreach (var group in groups.Values)
            {
                Check(group, next.Question);
            }
        }
    }

    /// <summary>All fields of a set by response name, fragments expanded, each with the type it is selected on.</summary>
    private void Collect(Selections selections, Dictionary<string, List<Selected>> groups, HashSet<string> visitedFragments)
    {
        foreach (var selection in selections.Set.Selections)
        {
            if (++Visits > MaxVisits)
            {
                return;
            }

            switch (selection)
            {
                case FieldNode field:
                    var selected = new Selected(field, selections.Type, (selections.Type as FieldsType)?.FieldsByName.GetValueOrDefault(field.Name.Value));
                    if (!groups.TryAdd(field.ResponseName, [selected]))
                    {
                        groups[field.ResponseName].Add(selected);
                    }

                    break;
                case InlineFragmentNode inline:
                    var type = inline.TypeCondition is { } condition ? TypeOf(condition) : selections.Type;
                    Collect(new Selections(inline.SelectionSet, type), groups, visitedFragments);
                    break;
                case FragmentSpreadNode spread when visitedFragments.Add(spread.Name.Value)
                        && context.FindFragment(spread.Name.Value) is { } fragment:
                    Collect(new Selections(fragment.SelectionSet, TypeOf(fragment.TypeCondition)), groups, visitedFragments);
                    break;
            }
        }
    }

    private NamedType? TypeOf(NamedTypeNode condition) => context.Schema.TypesByName.GetValueOrDefault(condition.Name);

    private void Check(List<Selected> group, Question question)
    {
        if (question == Question.Shape)
        {
            CheckShape(group);
            return;
        }

        // The fields of one object type can meet each other and those selected on interfaces and unions, or on types that nobody knows.
        var anywhere = group.Where(field => field.Parent is not ObjectType).ToList();
        var byObject = group.Where(field => field.Parent is ObjectType).GroupBy(field => field.Parent).ToList();
        if (byObject.Count <= 1)
        {
            CheckSameField(group, question);
            return;
        }

        if (question.HasFlag(Question.Shape))
        {
            CheckShape(group);
        }

        foreach (var own in byObject)
        {
            Visits += anywhere.Count;
            CheckSameField([.. anywhere, .. own], Question.SameField);
        }
    }

    private void CheckShape(List<Selected> group)
    {
        if (IsNew(group, Question.Shape))
        {
            CompareShapes(group);
            MergeBelow(group, Question.Shape);
        }
    }

    private void CheckSameField(List<Selected> part, Question question)
    {
        if (!IsNew(part, question))
        {
            return;
        }

        var first = part[0];
        foreach (var other in part.Skip(1))
        {
            if (first.Node.Name.Value != other.Node.Name.Value)
            {
                Report(first, other, "are different fields");
            }
            else if (ArgumentsOf(first.Node) != ArgumentsOf(other.Node))
            {
                Report(first, other, "have different arguments");
            }
        }

        if (question.HasFlag(Question.Shape))
        {
            CompareShapes(part);
        }

        MergeBelow(part, question);
    }

    private void CompareShapes(List<Selected> group)
    {
        var known = group.Where(field => field.Definition is not null).ToList();
        foreach (var other in known.Skip(1).Where(other => !HaveSameShape(known[0].Definition!.Type, other.Definition!.Type)))
        {
            Report(known[0], other, "are of different types");
        }
    }

    /// <summary>Where a field was selected follows from its place, so a group is known by the places of its fields.</summary>
    private bool IsNew(List<Selected> group, Question question) =>
        seen.Add($"{question:D} {string.Join(' ', group.Select(field => field.Node.Start))}");

    private void MergeBelow(List<Selected> group, Question question)
    {
        var below = group.Where(field => field.Node.SelectionSet is not null)
            .Select(field => new Selections(field.Node.SelectionSet!, field.Definition?.Type.Named))
            .ToList();
        if (below.Count > 0)
        {
            toMerge.Enqueue((below, question));
        }
    }

    /// <summary>The same lists and non-nulls, and the same leaf; of objects the fields decide.</summary>
    private static bool HaveSameShape(GraphType first, GraphType other) => (first, other) switch
    {
        (NonNullType a, NonNullType b) => HaveSameShape(a.OfType, b.OfType),
        (ListType a, ListType b) => HaveSameShape(a.ItemType, b.ItemType),
        (NamedType a, NamedType b) => a == b || (!a.IsLeaf && !b.IsLeaf),
        _ => false,
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

    private void Report(Selected first, Selected other, string difference)
    {
        if (reported.Add((first.Node.Start, other.Node.Start)))
        {
            context.Report(
                nameof(OverlappingFieldsCanBeMerged),
                $"Two fields want to be \"{first.Node.ResponseName}\" but {difference}; give one an alias.",
                first.Node,
                other.Node);
        }
    }

    private void ReportTooComplex() => context.Report(new GraphQLError(
        "The document is too complex: too many fields share their response names. Ask for less in one request.",
        ErrorCodes.LimitExceeded,
        [],
        Extensions: new Dictionary<string, object?> { ["limit"] = "fieldVisits", ["actual"] = Visits, ["maximum"] = MaxVisits })
    {
        Rule = nameof(OverlappingFieldsCanBeMerged),
    });

    private readonly record struct Selections(SelectionSetNode Set, NamedType? Type);

    /// <param name="Node">The field in the document.</param>
    /// <param name="Parent">The type it is selected on; null if it is unknown.</param>
    /// <param name="Definition">The field of the schema; null if it is unknown or a meta-field.</param>
    private readonly record struct Selected(FieldNode Node, NamedType? Parent, OutputField? Definition);
}
