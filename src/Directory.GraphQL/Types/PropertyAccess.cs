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

    private static Func<JsonBuffer, object, bool>? LeafWriter(PropertyInfo property, GraphType type)
    {
        var named = type.Nullable;
        if (named is EnumType enumType)
        {
            return EnumWriter(property, enumType);
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

    private static Func<JsonBuffer, object, bool> EnumWriter(PropertyInfo property, EnumType type)
    {
        var names = type.Values.ToDictionary(value => value.ClrValue, value => System.Text.Encoding.UTF8.GetBytes($"\"{value.Name}\""));
        var get = Getter(property);
        return (json, parent) =>
        {
            var value = get(parent);
            if (value is null)
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
