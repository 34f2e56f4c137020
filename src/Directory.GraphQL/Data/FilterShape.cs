using System.Text;
using CenterDirectory.GraphQL.Execution;
using CenterDirectory.GraphQL.Types;

namespace CenterDirectory.GraphQL.Data;

/// <summary>
/// The form of a filter, and its values in the order in which <see cref="FilterCompiler"/> makes parameters of them: filters of one form are
/// one statement. To know that a filter is known takes no expressions then.
/// </summary>
/// <param name="data">Options of the schema.</param>
/// <param name="form">Where the form is written to.</param>
/// <param name="values">Where the values go.</param>
internal sealed class FilterShape(DataOptions data, StringBuilder form, List<object?> values)
{
    /// <summary>Writes a condition on an object.</summary>
    /// <returns>False if it holds an operation of the application's own, whose form may depend on its operand.</returns>
    public bool TryAdd(InputObject filter)
    {
        form.Append('{');
        foreach (var (field, value) in filter.Fields)
        {
            if (value is not null && !TryAdd(field, value))
            {
                return false;
            }
        }

        form.Append('}');
        return true;
    }

    private bool TryAdd(InputField field, object value)
    {
        form.Append(' ').Append(field.Name);
        return TryAdd((FilterMember)field.Tag!, value);
    }

    private bool TryAdd(FilterMember member, object value)
    {
        switch (member)
        {
            case ThroughFilter through:
                return TryAdd(through.Inner, value);
            case EitherFilter either:
                return TryAddOperations((InputObject)value, null, either.First.PropertyType);
            case CombinedFilter:
                return TryAddAll((IReadOnlyList<object?>)value, TryAdd);
            case LeafFilter leaf:
                return TryAddOperations((InputObject)value, leaf, leaf.Property.PropertyType);
            case ObjectFilter:
                return TryAdd((InputObject)value);
            case LeafListFilter list:
                var item = FilterOperands.ItemOf(list.Property);
                return TryAddQuantified((InputObject)value, operations => TryAddOperations(operations, null, item));
            case CollectionFilter:
                return TryAddQuantified((InputObject)value, TryAdd);
            case ConditionFilter:
                values.Add(value);
                return true;
            default:
                return false;
        }
    }

    private bool TryAddAll(IReadOnlyList<object?> items, Func<InputObject, bool> add)
    {
        form.Append('[');
        foreach (var item in items)
        {
            if (item is InputObject condition && !add(condition))
            {
                return false;
            }
        }

        form.Append(']');
        return true;
    }

    private bool TryAddQuantified(InputObject filter, Func<InputObject, bool> add)
    {
        form.Append('{');
        foreach (var (field, value) in filter.Fields)
        {
            if (value is null)
            {
                continue;
            }

            form.Append(' ').Append(field.Name);
            if (value is bool any)
            {
                form.Append(any ? '+' : '-');
            }
            else if (!add((InputObject)value))
            {
                return false;
            }
        }

        form.Append('}');
        return true;
    }

    private bool TryAddOperations(InputObject operations, LeafFilter? leaf, Type memberType)
    {
        form.Append('(');
        foreach (var (field, value) in operations.Fields)
        {
            form.Append(' ').Append(field.Name);
            switch (field.Tag)
            {
                case CombinedFilter when value is not null:
                    if (!TryAddAll((IReadOnlyList<object?>)value, item => TryAddOperations(item, leaf, memberType)))
                    {
                        return false;
                    }

                    break;
                case CustomOperationFilter when value is not null:
                    return false;
                case OperationFilter { Operation: var operation } when value is not null:
                    values.Add(FilterOperands.Of(data, operation, leaf, value, operation.OnText ? typeof(string) : memberType));
                    break;
                default:
                    form.Append('~');
                    break;
            }
        }

        form.Append(')');
        return true;
    }
}

/// <summary>The operands of filter operations as values of statements.</summary>
internal static class FilterOperands
{
    /// <summary>The operand of an operation.</summary>
    /// <param name="data">Options of the schema.</param>
    /// <param name="operation">The operation.</param>
    /// <param name="leaf">The member it is about; null for an item of a list.</param>
    /// <param name="value">The coerced value, not null.</param>
    /// <param name="type">C# type of what it is compared with.</param>
    public static object? Of(DataOptions data, FilterOperation operation, LeafFilter? leaf, object value, Type type)
    {
        if (leaf?.NodeType is { } node)
        {
            return operation.TakesList ? ((IReadOnlyList<object?>)value).Select(id => KeyOf(id, node)).ToArray() : KeyOf(value, node);
        }

        return operation.TakesList ? ListOf((IReadOnlyList<object?>)value, type)
            : operation.OnText ? (string?)data.Fold?.Invoke(null, [value]) ?? value
            : value;
    }

    /// <summary>C# type of the items of a list.</summary>
    public static Type ItemOf(System.Reflection.PropertyInfo list) => ClrTypes.IsList(list.PropertyType, out var item) ? item : typeof(object);

    /// <summary>A list of the exact item type; nulls are left out where no item can be null.</summary>
    private static Array ListOf(IReadOnlyList<object?> items, Type itemType)
    {
        var fitting = Members.IsNullable(itemType) ? items : [.. items.Where(item => item is not null)];
        var array = Array.CreateInstance(itemType, fitting.Count);
        for (var i = 0; i < fitting.Count; i++)
        {
            array.SetValue(fitting[i], i);
        }

        return array;
    }

    /// <summary>A well-formed id of another type, or no id at all, is equal to no key.</summary>
    private static long KeyOf(object? id, string type) =>
        id is string text && GlobalId.TryDecode(text, out var named, out var key) && named == type ? key : -1L;
}
