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

    /// <summary>Selections looked at, fragments expanded: with conditions a fragment can be spread in one place in more ways than anyone can count.</summary>
    private const int MaximumVisits = 20_000;

    /// <summary><c>@skip</c> is asked first (3.13.1).</summary>
    private static readonly (string Name, bool Expected)[] Conditionals = [("skip", false), ("include", true)];

    private readonly Schema schema;
    private readonly DocumentNode document;
    private readonly EngineOptions limits;
    private readonly Dictionary<string, FragmentDefinitionNode> fragments;
    private readonly List<Condition> conditions = [];
    private readonly HashSet<string> nullable;
    private readonly ValueNode? contextual;
    private int fieldCount;
    private int visits;
    private int deepest;
    private Volatility volatility;

    private OperationCompiler(Schema schema, DocumentNode document, OperationDefinitionNode operation, EngineOptions limits)
    {
        nullable = operation.VariableDefinitions.Where(definition => definition.Type is not NonNullTypeNode)
            .Select(definition => definition.Variable.Name.Value)
            .ToHashSet(StringComparer.Ordinal);
        contextual = operation.Directives.FirstOrDefault(directive => directive.Name.Value == schema.Translations?.Directive)?.Arguments[0].Value;
        this.schema = schema;
        this.document = document;
        this.limits = limits;
        fragments = document.Definitions.OfType<FragmentDefinitionNode>().ToDictionary(fragment => fragment.Name.Value, StringComparer.Ordinal);
    }

    /// <summary>Compiles one operation.</summary>
    /// <exception cref="GraphQLException">It is larger than the limits allow.</exception>
    public static OperationPlan Compile(Schema schema, DocumentNode document, OperationDefinitionNode operation, EngineOptions limits)
    {
        var compiler = new OperationCompiler(schema, document, operation, limits);
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
            Language = compiler.contextual,
            Conditions = compiler.conditions,
            FieldCount = compiler.fieldCount,
            Depth = compiler.deepest,
            Volatility = compiler.volatility,
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

        return new SelectionPlan(type, [.. collected.Groups.Select(group => Field(type, group, depth))])
        {
            HasFixedOrder = collected.Groups.All(group => group.HasFixedPlace),
            Guards = collected.Guards,
        };
    }

    /// <summary>6.3.2 CollectFields.</summary>
    private void Collect(ObjectType type, SelectionSetNode set, ulong mask, Collected collected)
    {
        foreach (var selection in set.Selections)
        {
            if (++visits > MaximumVisits)
            {
                throw Limits.Exceeded("fieldVisits", visits, MaximumVisits, "Fragments are used too often");
            }

            if (!TryCondition(selection.Directives, mask, collected.Guards, out var held))
            {
                continue;
            }

            switch (selection)
            {
                case FieldNode field:
                    collected.Add(field, held);
                    break;
                case FragmentSpreadNode spread:
                    var fragment = fragments[spread.Name.Value];
                    if (Applies(type, fragment.TypeCondition) && collected.IsNew(spread.Name.Value, held))
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
        var below = group.Occurrences.Where(found => found.Node.SelectionSet is not null).Select(found => new Source(found.Node.SelectionSet!, found.Mask)).ToList();
        var field = schema.FindField(type, node.Name.Value)!;
        volatility = field.Volatility > volatility ? field.Volatility : volatility;
        ValueNode?[] arguments = [.. field.Arguments.Select(argument => ArgumentOf(node, argument.Name))];
        field = field.With(field.Source?.For(arguments));
        var named = field.Type.Named;
        var children = named.IsComposite
            ? Schema.PossibleTypes(named).Select(possible => Select(possible, below, depth + 1)).ToArray()
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
            Arguments = arguments,
            Occurrences = [.. group.Occurrences.Select(found => new Occurrence(found.Node.Start, found.Position, found.Mask))],
            Alternatives = group.IsUnconditional ? [] : [.. group.Occurrences.Select(found => found.Mask).Distinct()],
            Children = children,
            IsPure = field.Source is PropertySource && children.All(child => child.IsPure),
        };
    }

    /// <summary>What the field is given itself, else what the operation gives to all fields.</summary>
    private ValueNode? ArgumentOf(FieldNode node, string name) =>
        node.Arguments.FirstOrDefault(given => given.Name.Value == name)?.Value
        ?? (schema.Translations?.Argument == name ? contextual : null);

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
    private bool TryCondition(IReadOnlyList<DirectiveNode> directives, ulong mask, List<Guard> guards, out ulong held)
    {
        held = mask;
        foreach (var (name, expected) in Conditionals)
        {
            switch (directives.FirstOrDefault(directive => directive.Name.Value == name)?.Arguments[0].Value)
            {
                case BooleanValueNode constant when constant.Value != expected:
                    return false;
                case VariableNode variable:
                    var bit = 1UL << BitOf(new Condition(variable.Name.Value, expected));
                    if (nullable.Contains(variable.Name.Value))
                    {
                        guards.Add(new Guard(held, bit, variable.Start));
                    }

                    held |= bit;
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

    /// <summary>What one selection set holds for one object type.</summary>
    private sealed class Collected
    {
        private readonly Dictionary<string, Group> byName = new(StringComparer.Ordinal);
        private readonly Dictionary<string, List<ulong>> fragments = new(StringComparer.Ordinal);
        private int position;

        /// <summary>Fields by response name, in the order of their first occurrence.</summary>
        public List<Group> Groups { get; } = [];

        public List<Guard> Guards { get; } = [];

        public void Add(FieldNode field, ulong mask)
        {
            if (!byName.TryGetValue(field.ResponseName, out var group))
            {
                byName[field.ResponseName] = group = new Group(field);
                Groups.Add(group);
            }

            group.Occurrences.Add((field, position++, mask));
        }

        /// <summary>A fragment counts once, unless only other conditions brought it in before.</summary>
        public bool IsNew(string fragment, ulong mask)
        {
            if (!fragments.TryGetValue(fragment, out var masks))
            {
                fragments[fragment] = masks = [];
            }

            if (masks.Exists(earlier => (earlier & mask) == earlier))
            {
                return false;
            }

            masks.Add(mask);
            return true;
        }
    }

    /// <summary>All fields of one response name in one selection set.</summary>
    private sealed class Group(FieldNode first)
    {
        public FieldNode First { get; } = first;

        public List<(FieldNode Node, int Position, ulong Mask)> Occurrences { get; } = [];

        public bool IsUnconditional => Occurrences.Exists(found => found.Mask == 0);

        /// <summary>Whenever the field is in, its first occurrence is.</summary>
        public bool HasFixedPlace => Occurrences.TrueForAll(found => (found.Mask & Occurrences[0].Mask) == Occurrences[0].Mask);
    }
}
