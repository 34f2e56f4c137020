using CenterDirectory.GraphQL.Language;
using CenterDirectory.GraphQL.Types;

namespace CenterDirectory.GraphQL.Validation;

/// <summary>Rules about fragments (5.5).</summary>
internal static class FragmentRules
{
    /// <summary>5.5.1.1.</summary>
    public static void UniqueFragmentNames(ValidationContext context)
    {
        var known = new Dictionary<string, NameNode>(StringComparer.Ordinal);
        foreach (var name in context.Fragments.Select(fragment => fragment.Name).Where(name => !known.TryAdd(name.Value, name)))
        {
            context.Report(nameof(UniqueFragmentNames), $"Two fragments are named \"{name.Value}\"; each needs a name of its own.", known[name.Value], name);
        }
    }

    /// <summary>5.5.1.2.</summary>
    public static void KnownTypeNames(ValidationContext context, NamedTypeNode type)
    {
        if (!context.Schema.TypesByName.ContainsKey(type.Name))
        {
            context.Report(nameof(KnownTypeNames), $"The schema has no type \"{type.Name}\".", type);
        }
    }

    /// <summary>5.5.1.3.</summary>
    public static void FragmentsOnCompositeTypes(ValidationContext context, NamedTypeNode condition, NamedType? type)
    {
        if (type is { IsComposite: false })
        {
            context.Report(
                nameof(FragmentsOnCompositeTypes), $"A fragment is on an object, interface or union; \"{type}\" is none of them.", condition);
        }
    }

    /// <summary>5.5.1.4.</summary>
    public static void NoUnusedFragments(ValidationContext context)
    {
        var used = context.ReachableFragments(context.Operations).Select(fragment => fragment.Name.Value).ToHashSet(StringComparer.Ordinal);
        foreach (var fragment in context.Fragments.Where(fragment => !used.Contains(fragment.Name.Value)))
        {
            context.Report(nameof(NoUnusedFragments), $"No operation uses the fragment \"{fragment.Name.Value}\"; spread it or remove it.", fragment);
        }
    }

    /// <summary>5.5.2.1.</summary>
    public static void KnownFragmentNames(ValidationContext context, FragmentSpreadNode spread)
    {
        if (context.FindFragment(spread.Name.Value) is null)
        {
            context.Report(nameof(KnownFragmentNames), $"The document has no fragment \"{spread.Name.Value}\".", spread.Name);
        }
    }

    /// <summary>5.5.2.2.</summary>
    public static void NoFragmentCycles(ValidationContext context)
    {
        var search = new CycleSearch(context);
        foreach (var fragment in context.Fragments)
        {
            search.Visit(fragment);
        }
    }

    /// <summary>5.5.2.3, spreads of named fragments.</summary>
    public static void PossibleFragmentSpreads(ValidationContext context, FragmentSpreadNode spread, NamedType? parent)
    {
        if (parent is not null
            && context.FindFragment(spread.Name.Value) is { } fragment
            && context.Schema.TypesByName.GetValueOrDefault(fragment.TypeCondition.Name) is { IsComposite: true } type
            && !CanOverlap(type, parent))
        {
            context.Report(
                nameof(PossibleFragmentSpreads), $"The fragment \"{spread.Name.Value}\" is on \"{type}\"; no \"{parent}\" can be one.", spread);
        }
    }

    /// <summary>5.5.2.3, inline fragments.</summary>
    public static void PossibleFragmentSpreads(ValidationContext context, InlineFragmentNode inline, NamedType? type, NamedType? parent)
    {
        if (parent is not null && type is { IsComposite: true } && !CanOverlap(type, parent))
        {
            context.Report(nameof(PossibleFragmentSpreads), $"The fragment is on \"{type}\"; no \"{parent}\" can be one.", inline);
        }
    }

    private static bool CanOverlap(NamedType type, NamedType parent) =>
        type == parent || Schema.PossibleTypes(type).Intersect(Schema.PossibleTypes(parent)).Any();

    /// <summary>Depth-first search along spreads; a spread of a fragment that is still open closes a cycle.</summary>
    private sealed class CycleSearch(ValidationContext context)
    {
        private readonly HashSet<string> visited = new(StringComparer.Ordinal);
        private readonly Dictionary<string, int> open = new(StringComparer.Ordinal);
        private readonly List<FragmentSpreadNode> path = [];

        public void Visit(FragmentDefinitionNode fragment)
        {
            if (!visited.Add(fragment.Name.Value))
            {
                return;
            }

            open.Add(fragment.Name.Value, path.Count);
            foreach (var spread in context.SpreadsIn(fragment))
            {
                path.Add(spread);
                if (open.TryGetValue(spread.Name.Value, out var start))
                {
                    Report(path[start..]);
                }
                else if (context.FindFragment(spread.Name.Value) is { } next)
                {
                    Visit(next);
                }

                path.RemoveAt(path.Count - 1);
            }

            open.Remove(fragment.Name.Value);
        }

        private void Report(List<FragmentSpreadNode> cycle)
        {
            var via = cycle.Count > 1 ? $" by way of \"{cycle[0].Name.Value}\"" : "";
            context.Report(
                nameof(NoFragmentCycles), $"The fragment \"{cycle[^1].Name.Value}\" contains itself{via}; a fragment must end somewhere.", [.. cycle]);
        }
    }
}
