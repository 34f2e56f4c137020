using System.Collections.Frozen;
using System.Linq.Expressions;
using System.Reflection;
using CenterDirectory.GraphQL.Execution;

namespace CenterDirectory.GraphQL.Types;

/// <summary>Compiled readers of properties: leaves are written without boxing.</summary>
internal static class PropertyAccess
{
    /// <summary>The source of a field that a property stands behind.</summary>
    public static PropertySource SourceOf(PropertyInfo property, GraphType type) =>
        new(property, Getter(property)) { WriteLeaf = LeafWriter(property, type) };

    /// <summary>A delegate that reads a property.</summary>
    public static Func<object, object?> Getter(PropertyInfo property)
    {
        var parent = Expression.Parameter(typeof(object));
        var read = Expression.Property(Expression.Convert(parent, property.DeclaringType!), property);
        return Expression.Lambda<Func<object, object?>>(Expression.Convert(read, typeof(object)), parent).Compile();
    }

    /// <summary>A delegate that reads a property without boxing it.</summary>
    public static Func<object, T> Reader<T>(PropertyInfo property)
    {
        var parent = Expression.Parameter(typeof(object));
        return Expression.Lambda<Func<object, T>>(Expression.Property(Expression.Convert(parent, property.DeclaringType!), property), parent).Compile();
    }

    private static Func<JsonBuffer, object, bool>? LeafWriter(PropertyInfo property, GraphType type)
    {
        var named = type.Nullable;
        if (named is EnumType enumType)
        {
            var underlyingEnum = Nullable.GetUnderlyingType(property.PropertyType) ?? property.PropertyType;
            return underlyingEnum != enumType.ClrType
                ? null
                : (Func<JsonBuffer, object, bool>)typeof(PropertyAccess).GetMethod(nameof(WriteEnum), BindingFlags.NonPublic | BindingFlags.Static)!
                    .MakeGenericMethod(underlyingEnum).Invoke(null, [property, enumType])!;
        }

        if (named is not ScalarType scalar || scalar.GetType().GetGenericTypeDefinition() != typeof(ScalarType<>))
        {
            return null;
        }

        var underlying = Nullable.GetUnderlyingType(property.PropertyType);
        var write = underlying is null
            ? property.PropertyType.IsValueType ? nameof(WriteValue) : nameof(WriteReference)
            : nameof(WriteNullable);
        return scalar.ClrType != (underlying ?? property.PropertyType)
            ? null
            : (Func<JsonBuffer, object, bool>)typeof(PropertyAccess).GetMethod(write, BindingFlags.NonPublic | BindingFlags.Static)!
                .MakeGenericMethod(property.DeclaringType!, scalar.ClrType).Invoke(null, [property, scalar])!;
    }

    private static Func<JsonBuffer, object, bool> WriteEnum<T>(PropertyInfo property, EnumType type) where T : struct
    {
        var names = type.Values.ToFrozenDictionary(value => (T)value.ClrValue, value => System.Text.Encoding.UTF8.GetBytes($"\"{value.Name}\""));
        if (property.PropertyType == typeof(T))
        {
            var get = Reader<T>(property);
            return (json, parent) =>
            {
                json.Raw(names[get(parent)]);
                return true;
            };
        }

        var getNullable = Reader<T?>(property);
        return (json, parent) =>
        {
            if (getNullable(parent) is not { } value)
            {
                return false;
            }

            json.Raw(names[value]);
            return true;
        };
    }

    private static Func<JsonBuffer, object, bool> WriteValue<TParent, T>(PropertyInfo property, ScalarType<T> scalar) where T : struct
    {
        var get = property.GetMethod!.CreateDelegate<Func<TParent, T>>();
        return (json, parent) =>
        {
            scalar.WriteTyped(json, get((TParent)parent));
            return true;
        };
    }

    private static Func<JsonBuffer, object, bool> WriteReference<TParent, T>(PropertyInfo property, ScalarType<T> scalar) where T : class
    {
        var get = property.GetMethod!.CreateDelegate<Func<TParent, T?>>();
        return (json, parent) =>
        {
            var value = get((TParent)parent);
            if (value is null)
            {
                return false;
            }

            scalar.WriteTyped(json, value);
            return true;
        };
    }

    private static Func<JsonBuffer, object, bool> WriteNullable<TParent, T>(PropertyInfo property, ScalarType<T> scalar) where T : struct
    {
        var get = property.GetMethod!.CreateDelegate<Func<TParent, T?>>();
        return (json, parent) =>
        {
            if (get((TParent)parent) is not { } value)
            {
                return false;
            }

            scalar.WriteTyped(json, value);
            return true;
        };
    }
}
