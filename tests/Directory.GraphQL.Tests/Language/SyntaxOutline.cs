using CenterDirectory.GraphQL.Language;

namespace CenterDirectory.GraphQL.Tests.Language;

/// <summary>A syntax tree on one line, brackets around everything that could be read two ways.</summary>
internal static class SyntaxOutline
{
    public static string Of(DocumentNode document) => string.Join(" | ", document.Definitions.Select(Of));

    private static string Of(DefinitionNode definition) => Describe(definition.Description) + definition switch
    {
        OperationDefinitionNode operation =>
            $"{operation.Operation}:{operation.Name?.Value ?? "-"}{List('(', operation.VariableDefinitions.Select(Of), ')')}"
            + $"{Of(operation.Directives)} {Of(operation.SelectionSet)}",
        FragmentDefinitionNode fragment =>
            $"Fragment:{fragment.Name.Value} on {fragment.TypeCondition.Name}{Of(fragment.Directives)} {Of(fragment.SelectionSet)}",
        _ => throw new ArgumentOutOfRangeException(nameof(definition)),
    };

    private static string Of(VariableDefinitionNode variable) =>
        $"{Describe(variable.Description)}${variable.Variable.Name.Value}: {AstPrinter.Print(variable.Type)}"
        + (variable.DefaultValue is { } value ? $" = {AstPrinter.Print(value)}" : "") + Of(variable.Directives);

    private static string Of(SelectionSetNode set) => List('{', set.Selections.Select(Of), '}');

    private static string Of(SelectionNode selection) => selection switch
    {
        FieldNode field =>
            (field.Alias is { } alias ? $"{alias.Value}=" : "") + field.Name.Value + Of(field.Arguments) + Of(field.Directives)
            + (field.SelectionSet is { } set ? Of(set) : ""),
        FragmentSpreadNode spread => $"...{spread.Name.Value}{Of(spread.Directives)}",
        InlineFragmentNode inline => $"...on {inline.TypeCondition?.Name ?? "-"}{Of(inline.Directives)}{Of(inline.SelectionSet)}",
        _ => throw new ArgumentOutOfRangeException(nameof(selection)),
    };

    private static string Of(IReadOnlyList<DirectiveNode> directives) =>
        string.Concat(directives.Select(directive => $" @{directive.Name.Value}{Of(directive.Arguments)}"));

    private static string Of(IReadOnlyList<ArgumentNode> arguments) =>
        List('(', arguments.Select(argument => $"{argument.Name.Value}: {AstPrinter.Print(argument.Value)}"), ')');

    private static string Describe(string? description) => description is null ? "" : $"'{description}' ";

    private static string List(char open, IEnumerable<string> items, char close)
    {
        var all = string.Join(", ", items);
        return all.Length == 0 ? "" : $"{open}{all}{close}";
    }
}
