using System.Diagnostics.CodeAnalysis;
using System.Linq.Expressions;
using System.Reflection;

namespace CenterDirectory.GraphQL.Types;

/// <summary>What a C# type means to the schema: which wrappers it has, which items.</summary>
internal static class ClrTypes
{
    /// <summary>The awaited type of a task, the described type of an expression, the type that a reference refers to, else the type itself.</summary>
    public static Type Unwrap(Type type)
    {
        if (!type.IsGenericType)
        {
            return type;
        }

        var definition = type.GetGenericTypeDefinition();
        if (definition == typeof(Task<>) || definition == typeof(ValueTask<>) || definition == typeof(NodeReference<>))
        {
            return type.GetGenericArguments()[0];
        }

        return definition == typeof(Expression<>) ? type.GetGenericArguments()[0].GetMethod("Invoke")!.ReturnType : type;
    }

    /// <summary>Whether it says which object is meant, and is none itself.</summary>
    public static bool IsReference(Type type) => type.IsGenericType && type.GetGenericTypeDefinition() == typeof(NodeReference<>);

    /// <summary>The type of the value in an <see cref="Optional{T}"/>; null for any other type.</summary>
    public static Type? OptionalOf(Type type) =>
        type.IsGenericType && type.GetGenericTypeDefinition() == typeof(Optional<>) ? type.GetGenericArguments()[0] : null;

    /// <summary>The item type of a list; strings and dictionaries are no lists.</summary>
    public static bool IsList(Type type, [NotNullWhen(true)] out Type? item)
    {
        item = null;
        if (type == typeof(string) || typeof(System.Collections.IDictionary).IsAssignableFrom(type))
        {
            return false;
        }

        if (type.IsArray)
        {
            item = type.GetElementType()!;
            return true;
        }

        var sequence = type.IsGenericType && type.GetGenericTypeDefinition() == typeof(IEnumerable<>)
            ? type
            : type.GetInterfaces().FirstOrDefault(candidate => candidate.IsGenericType && candidate.GetGenericTypeDefinition() == typeof(IEnumerable<>));
        item = sequence?.GetGenericArguments()[0];
        return item is not null;
    }

    /// <summary>Nullability of what a member or parameter gives, wrappers taken off.</summary>
    public static NullabilityInfo Nullability(MemberInfo member)
    {
        var context = new NullabilityInfoContext();
        return Unwrap(member switch
        {
            PropertyInfo property => context.Create(property),
            MethodInfo method => context.Create(method.ReturnParameter),
            FieldInfo field => context.Create(field),
            _ => throw new NotSupportedException(member.MemberType.ToString()),
        });
    }

    public static NullabilityInfo Nullability(ParameterInfo parameter) => new NullabilityInfoContext().Create(parameter);

    private static NullabilityInfo Unwrap(NullabilityInfo info)
    {
        if (!info.Type.IsGenericType)
        {
            return info;
        }

        var definition = info.Type.GetGenericTypeDefinition();
        if (definition == typeof(Task<>) || definition == typeof(ValueTask<>) || definition == typeof(NodeReference<>))
        {
            return info.GenericTypeArguments[0];
        }

        // Expression<Func<Parent, IEnumerable<Item>>>: the last argument of the function is what the field gives.
        return definition == typeof(Expression<>) ? info.GenericTypeArguments[0].GenericTypeArguments[^1] : info;
    }
}
