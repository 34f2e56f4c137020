using System.Collections.Frozen;
using System.Linq.Expressions;
using System.Reflection;
using CenterDirectory.GraphQL.Execution;

namespace CenterDirectory.GraphQL.Types;

/// <summary>
/// Compiled readers of properties: leaves are written without boxing. Each is compiled when it is first used: a schema has many hundreds of them, and
/// a process that starts is waited for.
/// </summary>
internal static class PropertyAccess
{
    /// <summary>The source of a field that a property stands behind.</summary>
    public static PropertySource SourceOf(PropertyInfo property, GraphType type) =>
        new(property, Getter(property)) { WriteLeaf = LeafWriter(property, type) is { } make ? Lazily(make) : null };

    /// <summary>A delegate that reads a property.</summary>
    public static Func<object, object?> Getter(PropertyInfo property)
    {
        Func<object, object?>? compiled = null;
        return parent => (compiled ??= Compile(property))(parent);
    }

    /// <summary>A delegate that reads a property without boxing it.</summary>
    public static Func<object, T> Reader<T>(PropertyInfo property)
    {
        var parent = Expression.Parameter(typeof(object));
        return Expression.Lambda<Func<object, T>>(Expression.Property(Expression.Convert(parent, property.DeclaringType!), property), parent).Compile();
    }

    private static Func<object, object?> Compile(PropertyInfo property)
    {
        var parent = Expression.Parameter(typeof(object));
        var read = Expression.Property(Expression.Convert(parent, property.DeclaringType!), property);
        return Expression.Lambda<Func<object, object?>>(Expression.Convert(read, typeof(object)), parent).Compile();
    }

    /// <summary>Made by whoever needs it first; two at once make the same twice.</summary>
    private static Func<JsonBuffer, object, bool> Lazily(Func<Func<JsonBuffer, object, bool>> make)
    {
        Func<JsonBuffer, object, bool>? made = null;
        return (json, parent) => (made ??= make())(json, parent);
    }

    /// <summary>What makes the writer of a leaf; null if it is none that is written so.</summary>
    private static Func<Func<JsonBuffer, object, bool>>? LeafWriter(PropertyInfo property, GraphType type)
    {
        var named = type.Nullable;
        if (named is EnumType enumType)
        {
            var underlyingEnum = Nullable.GetUnderlyingType(property.PropertyType) ?? property.PropertyType;
            return underlyingEnum != enumType.ClrType
                ? null
                : () => Make(nameof(WriteEnum), [underlyingEnum], property, enumType);
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
            : () => Make(write, [property.DeclaringType!, scalar.ClrType], property, scalar);
    }

    private static Func<JsonBuffer, object, bool> Make(string method, Type[] types, PropertyInfo property, GraphType type) =>
        (Func<JsonBuffer, object, bool>)typeof(PropertyAccess).GetMethod(method, BindingFlags.NonPublic | BindingFlags.Static)!
            .MakeGenericMethod(types).Invoke(null, [property, type])!;

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
