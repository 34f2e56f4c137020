using CenterDirectory.GraphQL.Language;
using CenterDirectory.GraphQL.Types;

namespace CenterDirectory.GraphQL.Execution;

/// <summary>
/// Compiles an operation of a valid document into a plan: fragments inlined, fields of one response name merged (6.3.2 CollectFields),
/// conditions turned into bits, so that one plan serves all variables.
/// </summary>
internal sealed class OperationCompiler
{
    private const int MaximumConditions = 64;
    private const int MaximumSelections = 10_000;

    private readonly Schema schema;
    private readonly DocumentNode document;
    private readonly EngineOptions limits;
    private readonly Dictionary<string, FragmentDefinitionNode> fragments;
    private readonly List<Condition> conditions = [];
    private int fieldCount;
    private int selectionCount;
    private int deepest;
    private bool isStable = true;

    private OperationCompiler(Schema schema, DocumentNode document, EngineOptions limits)
    {
        this.schema = schema;
        this.document = document;
        this.limits = limits;
        fragments = document.Definitions.OfType<FragmentDefinitionNode>().ToDictionary(fragment => fragment.Name.Value, StringComparer.Ordinal);
    }

    /// <summary>Compiles one operation.</summary>
    /// <exception cref="GraphQLException">It is larger than the limits allow.</exception>
    public static OperationPlan Compile(Schema schema, DocumentNode document, OperationDefinitionNode operation, EngineOptions limits)
    {
        var compiler = new OperationCompiler(schema, document, limits);
        var rootType = schema.RootType(operation.Operation)
            ?? throw new GraphQLException($"The schema has no {operation.Operation.ToString().ToLowerInvariant()} operations.", ErrorCodes.OperationResolutionFailure);
        var root = compiler.Select(rootType, [new Source(operation.SelectionSet, 0)], depth: 1);
        return new OperationPlan
        {
            Operation = operation.Operation,
            Name = operation.Name?.Value,
            Document = document,
            Variables = operation.VariableDefinitions,
            Root = root,
            Conditions = compiler.conditions,
            FieldCount = compiler.fieldCount,
            Depth = compiler.deepest,
            IsStable = compiler.isStable,
        };
    }

    private SelectionPlan Select(ObjectType type, List<Source> sources, int depth)
    {
        deepest = Math.Max(deepest, depth);
        if (depth > limits.Depth)
        {
            throw Limits.Exceeded("depth", depth, limits.Depth, "Fields are nested too deeply");
        }

        var collected = new Collected();
        foreach (var source in sources)
        {
            Collect(type, source.Selections, source.Mask, collected);
        }

        return new SelectionPlan(type, [.. collected.Groups.Select(group => Field(type, group, depth))]);
    }

    private void Collect(ObjectType type, SelectionSetNode set, ulong mask, Collected collected)
    {
        foreach (var selection in set.Selections)
        {
            if (++selectionCount > MaximumSelections)
            {
                throw Limits.Exceeded("selections", selectionCount, MaximumSelections, "Fragments multiply into too many selections");
            }

            if (!TryCondition(selection.Directives, mask, out var held))
            {
                continue;
            }

            switch (selection)
            {
                case FieldNode field:
                    collected.GroupOf(field).Add(field, held);
                    break;
                case FragmentSpreadNode spread:
                    var fragment = fragments[spread.Name.Value];
                    if (Applies(type, fragment.TypeCondition) && collected.IsNew(fragment, held))
                    {
                        Collect(type, fragment.SelectionSet, held, collected);
                    }

                    break;
                case InlineFragmentNode inline when inline.TypeCondition is null || Applies(type, inline.TypeCondition):
                    Collect(type, inline.SelectionSet, held, collected);
                    break;
            }
        }
    }

    private FieldPlan Field(ObjectType type, Group group, int depth)
    {
        if (++fieldCount > limits.Fields)
        {
            throw Limits.Exceeded("fields", fieldCount, limits.Fields, "Too many fields are selected");
        }

        var id = fieldCount - 1;
        var node = group.First;
        var field = schema.FindField(type, node.Name.Value)!;
        isStable &= !field.IsVolatile;
        var named = field.Type.Named;
        var children = named.IsComposite
            ? Schema.PossibleTypes(named).Select(possible => Select(possible, group.Children, depth + 1)).ToArray()
            : [];
        if (field == schema.TypeNameField)
        {
            field = TypeNameOf(type);
        }

        return new FieldPlan
        {
            Id = id,
            Field = field,
            ResponseName = group.First.ResponseName,
            EncodedName = JsonBuffer.EncodeName(group.First.ResponseName),
            Start = node.Start,
            Arguments = [.. field.Arguments.Select(argument => node.Arguments.FirstOrDefault(given => given.Name.Value == argument.Name)?.Value)],
            Alternatives = group.IsUnconditional ? [] : [.. group.Masks.Distinct()],
            Children = children,
            IsPure = field.Source is PropertySource && children.All(child => child.IsPure),
        };
    }

    /// <summary><c>__typename</c> is a constant once the object type is known.</summary>
    private static OutputField TypeNameOf(ObjectType type) => new()
    {
        Name = Introspection.TypeName.Name,
        Type = Introspection.TypeName.Type,
        Source = new PropertySource(null, _ => type.Name),
    };

    private bool Applies(ObjectType type, NamedTypeNode condition) =>
        schema.TypesByName.TryGetValue(condition.Name, out var named) && Schema.PossibleTypes(named).Contains(type);

    /// <summary>Adds the conditions of <c>@skip</c> and <c>@include</c> to a mask; false if the selection is out whatever the variables.</summary>
    private bool TryCondition(IReadOnlyList<DirectiveNode> directives, ulong mask, out ulong held)
    {
        held = mask;
        foreach (var directive in directives)
        {
            var expected = directive.Name.Value switch { "include" => true, "skip" => false, _ => (bool?)null };
            if (expected is null)
            {
                continue;
            }

            switch (directive.Arguments[0].Value)
            {
                case BooleanValueNode constant when constant.Value != expected:
                    return false;
                case VariableNode variable:
                    held |= 1UL << BitOf(new Condition(variable.Name.Value, expected.Value));
                    break;
            }
        }

        return true;
    }

    private int BitOf(Condition condition)
    {
        var bit = conditions.IndexOf(condition);
        if (bit >= 0)
        {
            return bit;
        }

        if (conditions.Count == MaximumConditions)
        {
            throw Limits.Exceeded("conditions", MaximumConditions + 1, MaximumConditions, "Too many different conditions in @skip and @include");
        }

        conditions.Add(condition);
        return conditions.Count - 1;
    }

    private readonly record struct Source(SelectionSetNode Selections, ulong Mask);

    /// <summary>What has been found in one selection set: fields in the order of their first appearance, and the fragments that were looked into.</summary>
    private sealed class Collected
    {
        private readonly Dictionary<string, Group> byName = new(StringComparer.Ordinal);
        private readonly HashSet<(FragmentDefinitionNode Fragment, ulong Mask)> visited = [];

        public List<Group> Groups { get; } = [];

        public Group GroupOf(FieldNode field)
        {
            if (!byName.TryGetValue(field.ResponseName, out var group))
            {
                byName[field.ResponseName] = group = new Group(field);
                Groups.Add(group);
            }

            return group;
        }

        /// <summary>A fragment adds nothing the second time (6.3.2), unless other conditions are on it.</summary>
        public bool IsNew(FragmentDefinitionNode fragment, ulong mask) => visited.Add((fragment, mask));
    }

    /// <summary>All fields of one response name in one selection set.</summary>
    private sealed class Group(FieldNode first)
    {
        public FieldNode First { get; } = first;

        public List<ulong> Masks { get; } = [];

        public List<Source> Children { get; } = [];

        public bool IsUnconditional { get; private set; }

        public void Add(FieldNode field, ulong mask)
        {
            IsUnconditional |= mask == 0;
            Masks.Add(mask);
            if (field.SelectionSet is not null)
            {
                Children.Add(new Source(field.SelectionSet, mask));
            }
        }
    }
}
