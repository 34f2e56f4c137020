using System.Reflection;
using CenterDirectory.GraphQL.Types;

namespace CenterDirectory.GraphQL.Data;

/// <summary>Direction of a sort key; unknown values come last either way.</summary>
[GraphQLName("SortEnumType")]
public enum SortDirection
{
    /// <summary>Smallest, earliest or first in the alphabet first.</summary>
    Asc,

    /// <summary>Largest, latest or last in the alphabet first.</summary>
    Desc,
}

/// <summary>What a field of a sort input stands for.</summary>
/// <param name="Path">Members from the object to the value.</param>
/// <param name="First">A member of the object that counts before the path where it has a value; null if there is none.</param>
internal sealed record SortMember(IReadOnlyList<PropertyInfo> Path, PropertyInfo? First);

/// <summary>Derives the sort inputs of a schema from its object types: scalars, enums and related objects that the database can order.</summary>
internal static class SortTypes
{
    /// <summary>The sort input of a class.</summary>
    public static InputObjectType For(SchemaBuilder schema, Type itemType)
    {
        var type = schema.Object(itemType);
        var name = $"{type.Name}SortInput";
        return schema.GetOrAdd(name, () =>
        {
            var input = new InputObjectType(name, $"A sort key of {type.Name}; exactly one field an object.", isOneOf: false);
            schema.Later(() => SchemaBuilder.SetFields(input, type.Fields.SelectMany(field => FieldsOf(schema, field))));
            return input;
        });
    }

    /// <summary>Whether a member can be ordered by the database.</summary>
    public static bool IsSortable(DataOptions data, PropertyInfo property)
    {
        // What is stored sorts, and it sorts well unless the type needs a member beside it that is not there.
        var type = Nullable.GetUnderlyingType(property.PropertyType) ?? property.PropertyType;
        return !data.SortSuffixes.TryGetValue(type, out var suffix) || Members.Companion(property, suffix) is not null;
    }

    private static IEnumerable<InputField> FieldsOf(SchemaBuilder schema, OutputField field)
    {
        PropertyInfo[] path = field switch
        {
            { ComparedBy.Length: > 0 } => field.ComparedBy,
            { Source: PropertySource { Member: { } member } } => [member],
            _ => [],
        };
        if (path is not [.., var property])
        {
            yield break;
        }

        GraphType? type = field.Type.Nullable switch
        {
            NamedType { IsLeaf: true } when IsSortable(DataOptions.Of(schema), property) => schema.Enum(typeof(SortDirection)),
            ObjectType related when !DataOptions.Of(schema).Whole.Contains(related.ClrType) => For(schema, related.ClrType),
            _ => null,
        };
        if (type is not null)
        {
            yield return new InputField { Name = field.Name, Description = field.Description, Type = type, Tag = new SortMember(path, field.ComparedFirstBy), IsVolatile = field.IsVolatile };
        }
    }
}
