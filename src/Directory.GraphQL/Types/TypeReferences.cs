using System.Reflection;

namespace CenterDirectory.GraphQL.Types;

/// <summary>Turns annotated C# types into type references: lists and nullability included.</summary>
internal static class TypeReferences
{
    /// <summary>The type of a field.</summary>
    public static GraphType Output(SchemaBuilder schema, MemberInfo member, Type valueType)
    {
        var leaf = ExplicitLeaf(schema, member);
        var nullability = ClrTypes.Nullability(member);
        if (member.IsDefined(typeof(BatchResolverAttribute)))
        {
            // Task<IReadOnlyDictionary<Parent, Value>>: a parent may be missing, so the value is nullable.
            return Wrap(schema, valueType, nullability.GenericTypeArguments[^1], leaf ?? (type => schema.Output(type))).Nullable;
        }

        return Wrap(schema, valueType, nullability, leaf ?? (type => schema.Output(type)));
    }

    /// <summary>The type of an argument.</summary>
    public static GraphType Input(SchemaBuilder schema, ParameterInfo parameter)
    {
        var type = Input(schema, parameter, parameter.ParameterType, ClrTypes.Nullability(parameter));
        return parameter is { HasDefaultValue: true, DefaultValue: null } ? type.Nullable : type;
    }

    /// <summary>The type of a field of an input object.</summary>
    public static GraphType Input(SchemaBuilder schema, PropertyInfo property) =>
        Input(schema, property, property.PropertyType, ClrTypes.Nullability(property));

    private static GraphType Input(SchemaBuilder schema, ICustomAttributeProvider member, Type type, NullabilityInfo nullability)
    {
        var leaf = ExplicitLeaf(schema, member) ?? schema.Input;
        return ClrTypes.OptionalOf(type) is { } value
            ? Wrap(schema, value, nullability.GenericTypeArguments[0], leaf)
            : Wrap(schema, type, nullability, leaf);
    }

    private static Func<Type, NamedType>? ExplicitLeaf(SchemaBuilder schema, ICustomAttributeProvider member)
    {
        if (member.IsDefined(typeof(IDAttribute), false))
        {
            return _ => BuiltInScalars.Id;
        }

        var scalar = member.GetCustomAttributes(typeof(GraphQLScalarAttribute), false).Cast<GraphQLScalarAttribute>().FirstOrDefault();
        return scalar is null ? null : _ => schema.Scalar(scalar.Name);
    }

    private static GraphType Wrap(SchemaBuilder schema, Type type, NullabilityInfo nullability, Func<Type, NamedType> leaf)
    {
        var isNullable = System.Nullable.GetUnderlyingType(type) is not null
            || (!type.IsValueType && nullability.ReadState == NullabilityState.Nullable);
        var bare = System.Nullable.GetUnderlyingType(type) ?? type;

        GraphType result;
        if (schema.Leaf(bare) is null && ClrTypes.IsList(bare, out var item))
        {
            var itemNullability = nullability.ElementType ?? nullability.GenericTypeArguments.FirstOrDefault() ?? nullability;
            result = new ListType(Wrap(schema, item, itemNullability, leaf));
        }
        else
        {
            result = leaf(ClrTypes.Unwrap(bare));
        }

        return isNullable ? result : new NonNullType(result);
    }
}
