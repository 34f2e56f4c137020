using System.Linq.Expressions;
using System.Reflection;

namespace CenterDirectory.GraphQL.Data;

/// <summary>One key of an order: a member reached from the item, and its direction.</summary>
/// <param name="Path">Members from the item to the value.</param>
/// <param name="IsDescending">Largest first.</param>
internal sealed record SortKey(IReadOnlyList<PropertyInfo> Path, bool IsDescending)
{
    /// <summary>C# type of its values.</summary>
    public Type ValueType => Path[^1].PropertyType;

    /// <summary>Whether there may be no value: these come last.</summary>
    public bool IsOptional => Path.Count > 1 || IsNullableMember(Path[^1]);

    /// <summary>Name in shapes and cursors.</summary>
    public string Name => $"{string.Join('.', Path.Select(step => step.Name))}{(IsDescending ? '-' : '+')}";

    /// <summary>The value of an item as an expression.</summary>
    public Expression Of(Expression item) => Path.Aggregate(item, Expression.Property);

    /// <summary>The value in a form that SQL compares: enums and value objects by their text.</summary>
    public Expression ComparableOf(Expression item)
    {
        var value = Of(item);
        return IsText(value.Type) ? AsText(value) : value;
    }

    /// <summary>The value of a loaded item.</summary>
    public object? ValueOf(object item)
    {
        object? value = item;
        foreach (var step in Path)
        {
            value = value is null ? null : step.GetValue(value);
        }

        return value is Enum ? value.ToString() : value;
    }

    /// <summary>Type of its values in cursors.</summary>
    public Type CursorType => IsText(ValueType) ? typeof(string) : Nullable.GetUnderlyingType(ValueType) ?? ValueType;

    private static bool IsText(Type type) => (Nullable.GetUnderlyingType(type) ?? type).IsEnum;

    private static Expression AsText(Expression value) =>
        value.Type == typeof(string) ? value : Expression.Convert(Expression.Convert(value, typeof(object)), typeof(string));

    private static bool IsNullableMember(PropertyInfo member) =>
        Nullable.GetUnderlyingType(member.PropertyType) is not null
        || (!member.PropertyType.IsValueType && new NullabilityInfoContext().Create(member).ReadState != NullabilityState.NotNull);
}
