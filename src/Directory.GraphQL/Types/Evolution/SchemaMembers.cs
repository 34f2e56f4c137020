using CenterDirectory.GraphQL.Language;

namespace CenterDirectory.GraphQL.Types.Evolution;

/// <summary>Lists the members of a schema, built-in ones left out: a form in which two states of it can be compared.</summary>
public static class SchemaMembers
{
    /// <summary>All members, by name.</summary>
    public static IReadOnlyList<SchemaMember> Of(Schema schema) =>
    [
        .. schema.Types.Where(type => !type.Name.StartsWith("__", StringComparison.Ordinal) && type is not ScalarType { IsBuiltIn: true })
            .SelectMany(Of)
            .Concat(schema.Directives.Except(BuiltInDirectives.All).SelectMany(Of))
            .OrderBy(member => member.Name, StringComparer.Ordinal).ThenBy(member => member.Kind),
    ];

    private static IEnumerable<SchemaMember> Of(NamedType type) => type switch
    {
        ObjectType fields => [new(SchemaMemberKind.Object, type.Name), .. FieldsOf(fields)],
        InterfaceType fields => [new(SchemaMemberKind.Interface, type.Name), .. FieldsOf(fields)],
        UnionType union =>
            [new(SchemaMemberKind.Union, type.Name), .. union.PossibleTypes.Select(member => new SchemaMember(SchemaMemberKind.Possible, $"{type.Name}.{member.Name}"))],
        EnumType values =>
            [new(SchemaMemberKind.Enum, type.Name), .. values.Values.Select(value => new SchemaMember(SchemaMemberKind.Value, $"{type.Name}.{value.Name}"))],
        InputObjectType input =>
            [new(SchemaMemberKind.Input, type.Name), .. input.Fields.Select(field => Input(SchemaMemberKind.InputField, $"{type.Name}.{field.Name}", field))],
        _ => [new(SchemaMemberKind.Scalar, type.Name)],
    };

    private static IEnumerable<SchemaMember> Of(DirectiveDefinition directive) =>
    [
        new(SchemaMemberKind.Directive, $"@{directive.Name}"),
        .. directive.Arguments.Select(argument => Input(SchemaMemberKind.Argument, $"@{directive.Name}({argument.Name}:)", argument)),
    ];

    private static IEnumerable<SchemaMember> FieldsOf(FieldsType type) =>
    [
        .. type.Interfaces.Select(contract => new SchemaMember(SchemaMemberKind.Implements, $"{type.Name}.{contract.Name}")),
        .. type.Fields.SelectMany(field => (IEnumerable<SchemaMember>)
        [
            new(SchemaMemberKind.Field, $"{type.Name}.{field.Name}", field.Type.ToString()),
            .. field.Arguments.Select(argument => Input(SchemaMemberKind.Argument, $"{type.Name}.{field.Name}({argument.Name}:)", argument)),
        ]),
    ];

    private static SchemaMember Input(SchemaMemberKind kind, string name, InputField field) =>
        new(kind, name, field.Type.ToString(), field.DefaultValue is { } value ? AstPrinter.Print(value) : null);
}
