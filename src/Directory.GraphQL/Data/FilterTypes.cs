using System.Reflection;
using CenterDirectory.GraphQL.Types;

namespace CenterDirectory.GraphQL.Data;

/// <summary>What a field of a filter stands for.</summary>
internal abstract record FilterMember;

/// <summary><c>and</c> or <c>or</c>.</summary>
internal sealed record CombinedFilter(bool IsAnd) : FilterMember;

/// <summary>A scalar or enum; the id of a node if it names the node's type.</summary>
internal sealed record LeafFilter(PropertyInfo Property, string? NodeType) : FilterMember;

/// <summary>A related object or value.</summary>
internal sealed record ObjectFilter(PropertyInfo Property) : FilterMember;

/// <summary>A list of scalars or enums.</summary>
internal sealed record LeafListFilter(PropertyInfo Property) : FilterMember;

/// <summary>A collection of objects.</summary>
internal sealed record CollectionFilter(CollectionOrigin Origin) : FilterMember;

/// <summary>What stands at the end of a path, for a field that is computed out of it.</summary>
internal sealed record ThroughFilter(IReadOnlyList<PropertyInfo> Steps, FilterMember Inner) : FilterMember;

/// <summary>A member of the object where it has a value, else what stands at the end of a path.</summary>
internal sealed record EitherFilter(PropertyInfo First, IReadOnlyList<PropertyInfo> Path) : FilterMember;

/// <summary>One of several values each of which is a condition.</summary>
internal sealed record ChoiceFilter(CustomFilterChoice Choice) : FilterMember;

/// <summary>A condition of the application's own.</summary>
internal sealed record ConditionFilter(CustomFilterField Custom) : FilterMember;

/// <summary>A yes or no that depends on more than the data, e.g. on the clock.</summary>
internal sealed record FactFilter(CustomFilterFact Fact) : FilterMember;

/// <summary>An operation on a leaf.</summary>
internal sealed record OperationFilter(FilterOperation Operation) : FilterMember;

/// <summary>An operation of the application's own on a leaf.</summary>
internal sealed record CustomOperationFilter(CustomOperation Operation) : FilterMember;

/// <summary><c>some</c>, <c>none</c>, <c>all</c> or <c>any</c>.</summary>
internal sealed record QuantifierFilter(string Name) : FilterMember;

/// <summary>Derives the filter inputs of a schema from its object types: one field of the filter for each field that the database can compare.</summary>
internal static class FilterTypes
{
    private const string AllHold = "; all that are given must hold.";

    /// <summary>The filter of a class.</summary>
    public static InputObjectType For(SchemaBuilder schema, Type itemType)
    {
        var type = schema.Object(itemType);
        return Input(schema, $"{type.Name}FilterInput", $"Conditions on {type.Name}{AllHold}", self =>
            Combined(self).Concat(Custom(schema, itemType)).Concat(type.Fields.SelectMany(field => FieldsOf(schema, field, type.Name))));
    }

    private static IEnumerable<InputField> Combined(InputObjectType self) =>
    [
        Field("and", "All of these.", ListOf(self), new CombinedFilter(IsAnd: true)),
        Field("or", "At least one of these.", ListOf(self), new CombinedFilter(IsAnd: false)),
    ];

    private static IEnumerable<InputField> Custom(SchemaBuilder schema, Type itemType) =>
        DataOptions.Of(schema).FilterFields
            .Where(custom => custom.EntityType == itemType)
            .Select(custom => Field(custom.Name, custom.Description, schema.Scalar(custom.OperandScalar), new ConditionFilter(custom)))
            .Concat(DataOptions.Of(schema).FilterFacts
                .Where(fact => fact.EntityType == itemType)
                .Select(fact => Field(fact.Name, fact.Description, Operations(schema, BuiltInScalars.Boolean), new FactFilter(fact))))
            .Concat(DataOptions.Of(schema).FilterChoices
                .Where(choice => choice.EntityType == itemType)
                .Select(choice => Field(choice.Name, choice.Description, Operations(schema, schema.Enum(choice.EnumType)), new ChoiceFilter(choice))));

    private static IEnumerable<InputField> FieldsOf(SchemaBuilder schema, OutputField field, string typeName)
    {
        var (type, member) = field.Source switch
        {
            _ when field is { ComparedFirstBy: { } first, Type.Nullable: NamedType { IsLeaf: true } leaf } => (Operations(schema, leaf), new EitherFilter(first, field.ComparedBy)),
            _ when field.ComparedBy is [.. var steps, var last] => Through(MemberOf(schema, field.Type.Nullable, last), steps),
            GlobalIdSource id => (Operations(schema, BuiltInScalars.Id), new LeafFilter(id.Member!, typeName)),
            PropertySource { Member: { } property } => MemberOf(schema, field.Type.Nullable, property),
            LevelSource { Origin: CollectionOrigin origin } level => (ListOf(schema, For(schema, level.ItemType)), new CollectionFilter(origin)),
            _ => (null, (FilterMember?)null),
        };
        if (type is not null)
        {
            yield return Field(field.Name, field.Description, type, member!, field.IsVolatile);
        }
    }

    private static (InputObjectType?, FilterMember?) Through((InputObjectType?, FilterMember?) member, IReadOnlyList<PropertyInfo> steps) =>
        (member.Item1, member.Item2 is null ? null : new ThroughFilter(steps, member.Item2));

    private static (InputObjectType?, FilterMember?) MemberOf(SchemaBuilder schema, GraphType type, PropertyInfo property) => type switch
    {
        NamedType { IsLeaf: true } leaf => (Operations(schema, leaf), new LeafFilter(property, NodeType: null)),
        ObjectType item when !DataOptions.Of(schema).Whole.Contains(item.ClrType) => (For(schema, item.ClrType), new ObjectFilter(property)),
        ListType list when list.ItemType.Nullable is NamedType { IsLeaf: true } leaf => (LeafList(schema, leaf), new LeafListFilter(property)),
        _ => (null, null),
    };

    /// <summary>The operations on one scalar or enum.</summary>
    private static InputObjectType Operations(SchemaBuilder schema, NamedType leaf) =>
        Input(schema, $"{PascalOf(leaf)}OperationFilterInput", $"Conditions on {leaf.Name}{AllHold}", self =>
            (leaf == BuiltInScalars.String ? Combined(self) : [])
                .Concat(FilterOperation.Of(leaf).Select(operation => Field(
                    operation.Name, operation.Description, operation.TakesList ? ListOfOperands(leaf) : leaf, new OperationFilter(operation))))
                .Concat(CustomOperations(schema, leaf)));

    private static IEnumerable<InputField> CustomOperations(SchemaBuilder schema, NamedType leaf) =>
        DataOptions.Of(schema).Operations
            .Where(custom => leaf is ScalarType scalar && custom.MemberType == scalar.ClrType)
            .Select(custom => Field(custom.Name, custom.Description, schema.Input(custom.OperandType), new CustomOperationFilter(custom)));

    private static InputObjectType LeafList(SchemaBuilder schema, NamedType leaf)
    {
        var operations = Operations(schema, leaf);
        return Input(schema, $"List{operations.Name}", "Conditions on a list.", _ => Quantifiers(operations));
    }

    private static InputObjectType ListOf(SchemaBuilder schema, InputObjectType items) =>
        Input(schema, $"ListFilterInputTypeOf{items.Name}", "Conditions on a list.", _ => Quantifiers(items));

    private static IEnumerable<InputField> Quantifiers(InputObjectType items) =>
    [
        Field("all", "Every item matches; an empty condition filters nothing.", items, new QuantifierFilter("all")),
        Field("none", "No item matches; an empty condition filters nothing.", items, new QuantifierFilter("none")),
        Field("some", "At least one item matches; an empty condition filters nothing.", items, new QuantifierFilter("some")),
        Field("any", "Whether there is any item.", BuiltInScalars.Boolean, new QuantifierFilter("any")),
    ];

    private static InputObjectType Input(SchemaBuilder schema, string name, string description, Func<InputObjectType, IEnumerable<InputField>> fields) =>
        schema.GetOrAdd(name, () =>
        {
            var type = new InputObjectType(name, description, isOneOf: false);
            schema.Later(() => SchemaBuilder.SetFields(type, fields(type)));
            return type;
        });

    private static InputField Field(string name, string? description, GraphType type, FilterMember member, bool isVolatile = false) =>
        new() { Name = name, Description = description, Type = type, Tag = member, IsVolatile = isVolatile };

    private static ListType ListOf(InputObjectType type) => new(new NonNullType(type));

    private static ListType ListOfOperands(NamedType leaf) => new(leaf is EnumType ? new NonNullType(leaf) : leaf);

    private static string PascalOf(NamedType leaf) =>
        leaf.Name.All(char.IsUpper) ? leaf.Name[0] + leaf.Name[1..].ToLowerInvariant() : leaf.Name;
}
