namespace CenterDirectory.GraphQL.Language;

// The syntax tree of executable documents, in the words of chapter 2 of the GraphQL specification.
// Nodes are classes, not records: rules and plans tell two equal-looking fields apart by identity.

/// <summary>A piece of a document.</summary>
/// <param name="start">Offset of its first UTF-16 unit in the source.</param>
public abstract class SyntaxNode(int start)
{
    /// <summary>Offset of its first UTF-16 unit in the source.</summary>
    public int Start { get; } = start;
}

/// <summary>A parsed document (2.2).</summary>
public sealed class DocumentNode(string source, IReadOnlyList<DefinitionNode> definitions) : SyntaxNode(0)
{
    private int[]? lineStarts;

    /// <summary>The text it was parsed from; needed to turn offsets into lines and columns.</summary>
    public string Source { get; } = source;

    public IReadOnlyList<DefinitionNode> Definitions { get; } = definitions;

    /// <summary>Line and column of an offset, computed only when an error is reported; the lines are then kept for the next error.</summary>
    public SourceLocation LocationOf(int offset) => SourceLocation.Of(lineStarts ??= SourceLocation.LineStarts(Source), offset);
}

/// <summary>An operation or a fragment; type system definitions are no executable definitions and are refused by the parser.</summary>
public abstract class DefinitionNode(int start, string? description, IReadOnlyList<DirectiveNode> directives, SelectionSetNode selectionSet)
    : SyntaxNode(start)
{
    /// <summary>Description in front of the definition (September 2025 edition); null if there is none.</summary>
    public string? Description { get; } = description;

    public IReadOnlyList<DirectiveNode> Directives { get; } = directives;

    public SelectionSetNode SelectionSet { get; } = selectionSet;
}

/// <summary>Kind of an operation (2.3).</summary>
public enum OperationType
{
    Query,
    Mutation,
    Subscription,
}

/// <summary>A query, mutation or subscription (2.3).</summary>
public sealed class OperationDefinitionNode(
    int start,
    string? description,
    OperationType operation,
    NameNode? name,
    IReadOnlyList<VariableDefinitionNode> variableDefinitions,
    IReadOnlyList<DirectiveNode> directives,
    SelectionSetNode selectionSet) : DefinitionNode(start, description, directives, selectionSet)
{
    public OperationType Operation { get; } = operation;

    /// <summary>Null for an anonymous operation.</summary>
    public NameNode? Name { get; } = name;

    public IReadOnlyList<VariableDefinitionNode> VariableDefinitions { get; } = variableDefinitions;
}

/// <summary>A named fragment (2.8).</summary>
public sealed class FragmentDefinitionNode(
    int start,
    string? description,
    NameNode name,
    NamedTypeNode typeCondition,
    IReadOnlyList<DirectiveNode> directives,
    SelectionSetNode selectionSet) : DefinitionNode(start, description, directives, selectionSet)
{
    public NameNode Name { get; } = name;

    public NamedTypeNode TypeCondition { get; } = typeCondition;
}

/// <summary>A name with its place (2.1.9).</summary>
public sealed class NameNode(int start, string value) : SyntaxNode(start)
{
    public string Value { get; } = value;
}

/// <summary>A variable an operation declares (2.10).</summary>
public sealed class VariableDefinitionNode(
    int start, string? description, VariableNode variable, TypeNode type, ValueNode? defaultValue, IReadOnlyList<DirectiveNode> directives)
    : SyntaxNode(start)
{
    public string? Description { get; } = description;

    public VariableNode Variable { get; } = variable;

    public TypeNode Type { get; } = type;

    public ValueNode? DefaultValue { get; } = defaultValue;

    public IReadOnlyList<DirectiveNode> Directives { get; } = directives;
}

/// <summary>What is selected between braces (2.4).</summary>
public sealed class SelectionSetNode(int start, IReadOnlyList<SelectionNode> selections) : SyntaxNode(start)
{
    public IReadOnlyList<SelectionNode> Selections { get; } = selections;
}

/// <summary>A field, a fragment spread or an inline fragment.</summary>
public abstract class SelectionNode(int start, IReadOnlyList<DirectiveNode> directives) : SyntaxNode(start)
{
    public IReadOnlyList<DirectiveNode> Directives { get; } = directives;
}

/// <summary>A selected field (2.5).</summary>
public sealed class FieldNode(
    int start,
    NameNode? alias,
    NameNode name,
    IReadOnlyList<ArgumentNode> arguments,
    IReadOnlyList<DirectiveNode> directives,
    SelectionSetNode? selectionSet) : SelectionNode(start, directives)
{
    public NameNode? Alias { get; } = alias;

    public NameNode Name { get; } = name;

    public IReadOnlyList<ArgumentNode> Arguments { get; } = arguments;

    /// <summary>Null for a leaf.</summary>
    public SelectionSetNode? SelectionSet { get; } = selectionSet;

    /// <summary>The key in the response: the alias, else the name (2.7).</summary>
    public string ResponseName => (Alias ?? Name).Value;
}

/// <summary><c>...Name</c> (2.8).</summary>
public sealed class FragmentSpreadNode(int start, NameNode name, IReadOnlyList<DirectiveNode> directives) : SelectionNode(start, directives)
{
    public NameNode Name { get; } = name;
}

/// <summary><c>... on Type { }</c> (2.8.2).</summary>
public sealed class InlineFragmentNode(
    int start, NamedTypeNode? typeCondition, IReadOnlyList<DirectiveNode> directives, SelectionSetNode selectionSet)
    : SelectionNode(start, directives)
{
    /// <summary>Null if it applies to the enclosing type.</summary>
    public NamedTypeNode? TypeCondition { get; } = typeCondition;

    public SelectionSetNode SelectionSet { get; } = selectionSet;
}

/// <summary>An argument of a field or directive (2.6).</summary>
public sealed class ArgumentNode(int start, NameNode name, ValueNode value) : SyntaxNode(start)
{
    public NameNode Name { get; } = name;

    public ValueNode Value { get; } = value;
}

/// <summary><c>@name(…)</c> (2.12).</summary>
public sealed class DirectiveNode(int start, NameNode name, IReadOnlyList<ArgumentNode> arguments) : SyntaxNode(start)
{
    public NameNode Name { get; } = name;

    public IReadOnlyList<ArgumentNode> Arguments { get; } = arguments;
}

/// <summary>A value in a document (2.9).</summary>
public abstract class ValueNode(int start) : SyntaxNode(start);

/// <summary><c>$name</c>.</summary>
public sealed class VariableNode(int start, NameNode name) : ValueNode(start)
{
    public NameNode Name { get; } = name;
}

/// <summary>A whole number as written.</summary>
public sealed class IntValueNode(int start, string value) : ValueNode(start)
{
    public string Value { get; } = value;
}

/// <summary>A number with fraction or exponent as written.</summary>
public sealed class FloatValueNode(int start, string value) : ValueNode(start)
{
    public string Value { get; } = value;
}

/// <summary>A string, unescaped.</summary>
public sealed class StringValueNode(int start, string value, bool isBlock) : ValueNode(start)
{
    public string Value { get; } = value;

    /// <summary>Written between three quotes.</summary>
    public bool IsBlock { get; } = isBlock;
}

/// <summary><c>true</c> or <c>false</c>.</summary>
public sealed class BooleanValueNode(int start, bool value) : ValueNode(start)
{
    public bool Value { get; } = value;
}

/// <summary><c>null</c>.</summary>
public sealed class NullValueNode(int start) : ValueNode(start);

/// <summary>A bare name.</summary>
public sealed class EnumValueNode(int start, string value) : ValueNode(start)
{
    public string Value { get; } = value;
}

/// <summary><c>[ … ]</c>.</summary>
public sealed class ListValueNode(int start, IReadOnlyList<ValueNode> items) : ValueNode(start)
{
    public IReadOnlyList<ValueNode> Items { get; } = items;
}

/// <summary><c>{ … }</c>.</summary>
public sealed class ObjectValueNode(int start, IReadOnlyList<ObjectFieldNode> fields) : ValueNode(start)
{
    public IReadOnlyList<ObjectFieldNode> Fields { get; } = fields;
}

/// <summary>One <c>name: value</c> of an object value.</summary>
public sealed class ObjectFieldNode(int start, NameNode name, ValueNode value) : SyntaxNode(start)
{
    public NameNode Name { get; } = name;

    public ValueNode Value { get; } = value;
}

/// <summary>A type as a variable definition writes it (2.11).</summary>
public abstract class TypeNode(int start) : SyntaxNode(start);

/// <summary>A type by its name.</summary>
public sealed class NamedTypeNode(int start, string name) : TypeNode(start)
{
    public string Name { get; } = name;
}

/// <summary><c>[Type]</c>.</summary>
public sealed class ListTypeNode(int start, TypeNode itemType) : TypeNode(start)
{
    public TypeNode ItemType { get; } = itemType;
}

/// <summary><c>Type!</c>.</summary>
public sealed class NonNullTypeNode(int start, TypeNode type) : TypeNode(start)
{
    public TypeNode Type { get; } = type;
}
