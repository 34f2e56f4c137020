using CenterDirectory.GraphQL.Language;

namespace CenterDirectory.GraphQL.Validation;

/// <summary>Keeps introspection from being used to ask for an answer of any size with a small document.</summary>
internal static class IntrospectionDepth
{
    /// <summary>Lists of fields, interfaces, possible types or input fields within one another.</summary>
    private const int MaxLists = 2;

    /// <summary>Not in the specification, but in the reference implementation; true if it reported the field.</summary>
    public static bool MaxIntrospectionDepth(ValidationContext context, FieldNode node)
    {
        if (node.Name.Value is not ("__schema" or "__type") || !new Search(context).IsTooDeep(node, lists: 0))
        {
            return false;
        }

        context.Report(
            nameof(MaxIntrospectionDepth), $"Introspection goes at most {MaxLists} lists of fields or types deep; ask for the rest separately.", node);
        return true;
    }

    private sealed class Search(ValidationContext context)
    {
        /// <summary>Most lists around a fragment with which it was still fine: it need not be searched again with fewer.</summary>
        private readonly Dictionary<string, int> visited = new(StringComparer.Ordinal);

        public bool IsTooDeep(SelectionNode node, int lists)
        {
            switch (node)
            {
                case FieldNode field:
                    var within = lists + (field.Name.Value is "fields" or "interfaces" or "possibleTypes" or "inputFields" ? 1 : 0);
                    return within > MaxLists || (field.SelectionSet is { } set && IsTooDeep(set, within));
                case InlineFragmentNode inline:
                    return IsTooDeep(inline.SelectionSet, lists);
                case FragmentSpreadNode spread when context.FindFragment(spread.Name.Value) is { } fragment:
                    if (visited.TryGetValue(spread.Name.Value, out var checkedWith) && checkedWith >= lists)
                    {
                        return false;
                    }

                    visited[spread.Name.Value] = lists;
                    return IsTooDeep(fragment.SelectionSet, lists);
                default:
                    return false;
            }
        }

        private bool IsTooDeep(SelectionSetNode set, int lists) => set.Selections.Any(selection => IsTooDeep(selection, lists));
    }
}
