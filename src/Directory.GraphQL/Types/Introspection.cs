using System.Collections.Frozen;
using CenterDirectory.GraphQL.Execution;
using CenterDirectory.GraphQL.Language;

namespace CenterDirectory.GraphQL.Types;

/// <summary>The kinds of types as introspection names them (4.2.3).</summary>
[GraphQLName("__TypeKind")]
public enum IntrospectionTypeKind
{
    /// <summary>A scalar.</summary>
    Scalar,

    /// <summary>An object type.</summary>
    Object,

    /// <summary>An interface.</summary>
    Interface,

    /// <summary>A union.</summary>
    Union,

    /// <summary>An enum.</summary>
    Enum,

    /// <summary>An input object type.</summary>
    InputObject,

    /// <summary>A list; <c>ofType</c> is its item type.</summary>
    List,

    /// <summary>A type without null; <c>ofType</c> is the type it wraps.</summary>
    NonNull,
}

/// <summary>
/// The introspection system (chapter 4): the classes of the type system themselves, run through the schema builder like any other classes.
/// </summary>
internal sealed class Introspection
{
    public Introspection(SchemaBuilder builder)
    {
        foreach (var type in new[]
        {
            typeof(SchemaIntrospection), typeof(TypeIntrospection), typeof(FieldIntrospection),
            typeof(InputValueIntrospection), typeof(EnumValueIntrospection), typeof(DirectiveIntrospection),
        })
        {
            builder.AddType(type);
        }

        var schemaType = builder.Object(typeof(Schema));
        var typeType = builder.Object(typeof(GraphType));
        MetaFields = new Dictionary<string, OutputField>
        {
            ["__schema"] = Meta("__schema", "The schema itself.", new NonNullType(schemaType), [], new PropertySource(null, _ => Schema)),
            ["__type"] = Meta(
                "__type", "A type by its name; null if there is none.", typeType,
                [new InputField { Name = "name", Description = "Name of the type.", Type = new NonNullType(BuiltInScalars.String) }],
                new NamedTypeSource(this)),
        }.ToFrozenDictionary();
    }

    /// <summary>Set when the schema is frozen.</summary>
    public Schema? Schema { get; set; }

    public FrozenDictionary<string, OutputField> MetaFields { get; }

    /// <summary><c>__typename</c>; the compiler knows its value.</summary>
    public static OutputField TypeName { get; } =
        Meta("__typename", "Name of the object's type.", new NonNullType(BuiltInScalars.String), [], new PropertySource(null, _ => null));

    private static OutputField Meta(string name, string description, GraphType type, IReadOnlyList<InputField> arguments, FieldSource source) => new()
    {
        Name = name,
        Description = description,
        Type = type,
        Arguments = arguments,
        ArgumentsByName = arguments.ToDictionary(argument => argument.Name).ToFrozenDictionary(),
        Source = source,
    };

    private sealed class NamedTypeSource(Introspection owner) : LoaderSource
    {
        public override ValueTask<FieldValues> LoadAsync(FieldRequest request, IReadOnlyList<object> parents, CancellationToken cancellationToken)
        {
            var found = owner.Schema!.TypesByName.GetValueOrDefault((string)request.Arguments[0]!);
            return ValueTask.FromResult(new FieldValues([.. parents.Select(_ => (object?)found)]));
        }
    }
}

/// <summary>A schema: its types, directives and roots.</summary>
[ObjectType<Schema>(Name = "__Schema", BindProperties = false)]
internal static class SchemaIntrospection
{
    /// <summary>Description of the schema.</summary>
    public static string? GetDescription([Parent] Schema schema) => schema.Description;

    /// <summary>All named types.</summary>
    public static IEnumerable<GraphType> GetTypes([Parent] Schema schema) => schema.Types;

    /// <summary>Root of queries.</summary>
    public static GraphType GetQueryType([Parent] Schema schema) => schema.QueryType;

    /// <summary>Root of mutations; null if there are none.</summary>
    public static GraphType? GetMutationType([Parent] Schema schema) => schema.MutationType;

    /// <summary>Root of subscriptions; null if there are none.</summary>
    public static GraphType? GetSubscriptionType([Parent] Schema schema) => schema.SubscriptionType;

    /// <summary>All directives.</summary>
    public static IEnumerable<DirectiveDefinition> GetDirectives([Parent] Schema schema) => schema.Directives;
}

/// <summary>A type or a wrapper around one; what does not apply to its kind is null.</summary>
[ObjectType<GraphType>(Name = "__Type", BindProperties = false)]
internal static class TypeIntrospection
{
    /// <summary>Which kind of type it is.</summary>
    public static IntrospectionTypeKind GetKind([Parent] GraphType type) => type switch
    {
        ScalarType => IntrospectionTypeKind.Scalar,
        ObjectType => IntrospectionTypeKind.Object,
        InterfaceType => IntrospectionTypeKind.Interface,
        UnionType => IntrospectionTypeKind.Union,
        EnumType => IntrospectionTypeKind.Enum,
        InputObjectType => IntrospectionTypeKind.InputObject,
        ListType => IntrospectionTypeKind.List,
        _ => IntrospectionTypeKind.NonNull,
    };

    /// <summary>Its name; null for a wrapper.</summary>
    public static string? GetName([Parent] GraphType type) => (type as NamedType)?.Name;

    /// <summary>Its description.</summary>
    public static string? GetDescription([Parent] GraphType type) => (type as NamedType)?.Description;

    /// <summary>Address of the specification of a scalar.</summary>
    [GraphQLName("specifiedByURL")]
    public static string? GetSpecifiedByUrl([Parent] GraphType type) => (type as ScalarType)?.SpecifiedByUrl;

    /// <summary>Fields of an object or interface.</summary>
    /// <param name="type">The type.</param>
    /// <param name="includeDeprecated">Deprecated ones too.</param>
    public static IEnumerable<OutputField>? GetFields([Parent] GraphType type, bool includeDeprecated = false) =>
        (type as FieldsType)?.Fields.Where(field => includeDeprecated || field.DeprecationReason is null);

    /// <summary>Interfaces that an object or interface implements.</summary>
    public static IEnumerable<GraphType>? GetInterfaces([Parent] GraphType type) => (type as FieldsType)?.Interfaces;

    /// <summary>Object types of an interface or union.</summary>
    public static IEnumerable<GraphType>? GetPossibleTypes([Parent] GraphType type) =>
        type is NamedType { IsAbstract: true } named ? Schema.PossibleTypes(named) : null;

    /// <summary>Values of an enum.</summary>
    /// <param name="type">The type.</param>
    /// <param name="includeDeprecated">Deprecated ones too.</param>
    public static IEnumerable<EnumValue>? GetEnumValues([Parent] GraphType type, bool includeDeprecated = false) =>
        (type as EnumType)?.Values.Where(value => includeDeprecated || value.DeprecationReason is null);

    /// <summary>Fields of an input object.</summary>
    /// <param name="type">The type.</param>
    /// <param name="includeDeprecated">Deprecated ones too.</param>
    public static IEnumerable<InputField>? GetInputFields([Parent] GraphType type, bool includeDeprecated = false) =>
        (type as InputObjectType)?.Fields.Where(field => includeDeprecated || field.DeprecationReason is null);

    /// <summary>The wrapped type of a list or non-null type.</summary>
    public static GraphType? GetOfType([Parent] GraphType type) => type switch
    {
        ListType list => list.ItemType,
        NonNullType nonNull => nonNull.OfType,
        _ => null,
    };

    /// <summary>Whether exactly one field of the input object must be given.</summary>
    public static bool? GetIsOneOf([Parent] GraphType type) => (type as InputObjectType)?.IsOneOf;
}

/// <summary>A field of an object or interface.</summary>
[ObjectType<OutputField>(Name = "__Field", BindProperties = false)]
internal static class FieldIntrospection
{
    /// <summary>Its name.</summary>
    public static string GetName([Parent] OutputField field) => field.Name;

    /// <summary>Its description.</summary>
    public static string? GetDescription([Parent] OutputField field) => field.Description;

    /// <summary>Its arguments.</summary>
    /// <param name="field">The field.</param>
    /// <param name="includeDeprecated">Deprecated ones too.</param>
    public static IEnumerable<InputField> GetArgs([Parent] OutputField field, bool includeDeprecated = false) =>
        field.Arguments.Where(argument => includeDeprecated || argument.DeprecationReason is null);

    /// <summary>Type of its value.</summary>
    public static GraphType GetType([Parent] OutputField field) => field.Type;

    /// <summary>Whether it is about to go.</summary>
    public static bool GetIsDeprecated([Parent] OutputField field) => field.DeprecationReason is not null;

    /// <summary>Why it is about to go.</summary>
    public static string? GetDeprecationReason([Parent] OutputField field) => field.DeprecationReason;
}

/// <summary>An argument or a field of an input object.</summary>
[ObjectType<InputField>(Name = "__InputValue", BindProperties = false)]
internal static class InputValueIntrospection
{
    /// <summary>Its name.</summary>
    public static string GetName([Parent] InputField field) => field.Name;

    /// <summary>Its description.</summary>
    public static string? GetDescription([Parent] InputField field) => field.Description;

    /// <summary>Type of its value.</summary>
    public static GraphType GetType([Parent] InputField field) => field.Type;

    /// <summary>Its default as the language writes it; null if there is none.</summary>
    public static string? GetDefaultValue([Parent] InputField field) =>
        field.DefaultValue is null ? null : AstPrinter.Print(field.DefaultValue);

    /// <summary>Whether it is about to go.</summary>
    public static bool GetIsDeprecated([Parent] InputField field) => field.DeprecationReason is not null;

    /// <summary>Why it is about to go.</summary>
    public static string? GetDeprecationReason([Parent] InputField field) => field.DeprecationReason;
}

/// <summary>A value of an enum.</summary>
[ObjectType<EnumValue>(Name = "__EnumValue", BindProperties = false)]
internal static class EnumValueIntrospection
{
    /// <summary>Its name.</summary>
    public static string GetName([Parent] EnumValue value) => value.Name;

    /// <summary>Its description.</summary>
    public static string? GetDescription([Parent] EnumValue value) => value.Description;

    /// <summary>Whether it is about to go.</summary>
    public static bool GetIsDeprecated([Parent] EnumValue value) => value.DeprecationReason is not null;

    /// <summary>Why it is about to go.</summary>
    public static string? GetDeprecationReason([Parent] EnumValue value) => value.DeprecationReason;
}

/// <summary>A directive.</summary>
[ObjectType<DirectiveDefinition>(Name = "__Directive", BindProperties = false)]
internal static class DirectiveIntrospection
{
    /// <summary>Its name.</summary>
    public static string GetName([Parent] DirectiveDefinition directive) => directive.Name;

    /// <summary>Its description.</summary>
    public static string? GetDescription([Parent] DirectiveDefinition directive) => directive.Description;

    /// <summary>Whether it may stand several times in one place.</summary>
    public static bool GetIsRepeatable([Parent] DirectiveDefinition directive) => directive.IsRepeatable;

    /// <summary>Where it may stand.</summary>
    public static IEnumerable<DirectiveLocation> GetLocations([Parent] DirectiveDefinition directive) => directive.Locations;

    /// <summary>Its arguments.</summary>
    /// <param name="directive">The directive.</param>
    /// <param name="includeDeprecated">Deprecated ones too.</param>
    public static IEnumerable<InputField> GetArgs([Parent] DirectiveDefinition directive, bool includeDeprecated = false) =>
        directive.Arguments.Where(argument => includeDeprecated || argument.DeprecationReason is null);
}
