using CenterDirectory.GraphQL.Execution;
using CenterDirectory.GraphQL.Language;
using CenterDirectory.GraphQL.Types;

namespace CenterDirectory.GraphQL.Validation;

/// <summary>A variable in a document with what is known about its place.</summary>
/// <param name="Node">The variable.</param>
/// <param name="Type">Type expected there; null if the place itself is unknown.</param>
/// <param name="HasDefault">Whether the argument or input field has a default value.</param>
/// <param name="OneOf">The oneOf input object of which it is a field; null if it is none.</param>
internal sealed record VariableUsage(VariableNode Node, GraphType? Type, bool HasDefault, InputObjectType? OneOf);

/// <summary>What the rules share while one document is validated: its definitions, what the walk found, and the errors.</summary>
internal sealed class ValidationContext
{
    /// <summary>Nobody reads more; a document made of mistakes must not fill memory.</summary>
    private const int MaxErrors = 100;

    private readonly List<GraphQLError> errors = [];
    private readonly Dictionary<string, FragmentDefinitionNode> fragmentsByName = new(StringComparer.Ordinal);
    private readonly Dictionary<DefinitionNode, List<VariableUsage>> usages = [];
    private readonly Dictionary<DefinitionNode, List<FragmentSpreadNode>> spreads = [];
    private readonly Dictionary<FieldNode, OutputField> fields = [];

    public ValidationContext(Schema schema, DocumentNode document)
    {
        Schema = schema;
        Document = document;
        Operations = [.. document.Definitions.OfType<OperationDefinitionNode>()];
        Fragments = [.. document.Definitions.OfType<FragmentDefinitionNode>()];
        foreach (var fragment in Fragments)
        {
            fragmentsByName[fragment.Name.Value] = fragment;
        }
    }

    public Schema Schema { get; }

    public DocumentNode Document { get; }

    public IReadOnlyList<OperationDefinitionNode> Operations { get; }

    public IReadOnlyList<FragmentDefinitionNode> Fragments { get; }

    public IReadOnlyList<GraphQLError> Errors => errors;

    public void Report(string rule, string message, params ReadOnlySpan<SyntaxNode> nodes) =>
        Report(new GraphQLError(message, ErrorCodes.ValidationFailed, Locations(nodes)) { Rule = rule });

    public void Report(GraphQLError error)
    {
        if (errors.Count < MaxErrors)
        {
            errors.Add(error);
        }
    }

    /// <summary>The fragment of a name (the last one, if several claim it); null if there is none.</summary>
    public FragmentDefinitionNode? FindFragment(string name) => fragmentsByName.GetValueOrDefault(name);

    /// <summary>Notes which field of the schema a field of the document is.</summary>
    public void Resolve(FieldNode node, OutputField field) => fields[node] = field;

    /// <summary>The field of the schema that a field of the document is; null if it is unknown.</summary>
    public OutputField? FieldOf(FieldNode node) => fields.GetValueOrDefault(node);

    /// <summary>The list in which the walk collects the variables used directly in a definition.</summary>
    public List<VariableUsage> UsagesIn(DefinitionNode definition)
    {
        if (!usages.TryGetValue(definition, out var found))
        {
            usages.Add(definition, found = []);
        }

        return found;
    }

    /// <summary>Variables used in an operation and in all fragments it reaches.</summary>
    public List<VariableUsage> RecursiveUsagesIn(OperationDefinitionNode operation) =>
        [.. UsagesIn(operation), .. ReachableFragments([operation]).SelectMany(UsagesIn)];

    /// <summary>Spreads in a definition at any depth; those of outer selection sets first.</summary>
    public IReadOnlyList<FragmentSpreadNode> SpreadsIn(DefinitionNode definition)
    {
        if (!spreads.TryGetValue(definition, out var found))
        {
            spreads.Add(definition, found = []);
            CollectSpreads(definition.SelectionSet, found);
        }

        return found;
    }

    /// <summary>Fragments that operations reach through spreads, nearest first, each once.</summary>
    public List<FragmentDefinitionNode> ReachableFragments(IEnumerable<OperationDefinitionNode> operations)
    {
        var reached = new List<FragmentDefinitionNode>();
        var seen = new HashSet<string>(StringComparer.Ordinal);
        var toVisit = new Queue<DefinitionNode>(operations);
        while (toVisit.TryDequeue(out var definition))
        {
            foreach (var spread in SpreadsIn(definition))
            {
                if (seen.Add(spread.Name.Value) && FindFragment(spread.Name.Value) is { } fragment)
                {
                    reached.Add(fragment);
                    toVisit.Enqueue(fragment);
                }
            }
        }

        return reached;
    }

    /// <summary>Last set first, as the reference implementation does: it decides which of several equal cycles is reported.</summary>
    private static void CollectSpreads(SelectionSetNode selectionSet, List<FragmentSpreadNode> found)
    {
        var toVisit = new Stack<SelectionSetNode>([selectionSet]);
        while (toVisit.TryPop(out var set))
        {
            foreach (var selection in set.Selections)
            {
                switch (selection)
                {
                    case FragmentSpreadNode spread:
                        found.Add(spread);
                        break;
                    case InlineFragmentNode inline:
                        toVisit.Push(inline.SelectionSet);
                        break;
                    case FieldNode { SelectionSet: { } inner }:
                        toVisit.Push(inner);
                        break;
                }
            }
        }
    }

    private SourceLocation[] Locations(ReadOnlySpan<SyntaxNode> nodes)
    {
        var locations = new SourceLocation[nodes.Length];
        for (var i = 0; i < nodes.Length; i++)
        {
            locations[i] = Document.LocationOf(nodes[i].Start);
        }

        return locations;
    }
}
