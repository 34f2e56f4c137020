using System.Linq.Expressions;

namespace CenterDirectory.GraphQL.Data;

/// <summary>The values of a statement: each becomes a parameter, so that equal statements with other values share one compiled query.</summary>
internal sealed class StatementParameters
{
    public List<ParameterExpression> Parameters { get; } = [];

    public List<object?> Values { get; } = [];

    /// <summary>A parameter that holds a value.</summary>
    public ParameterExpression Add(object? value, Type type)
    {
        var parameter = Expression.Parameter(type, $"p{Parameters.Count}");
        Parameters.Add(parameter);
        Values.Add(value);
        return parameter;
    }

    /// <summary>A list parameter of the exact item type; nulls are left out where no item can be null.</summary>
    public ParameterExpression AddList(IReadOnlyList<object?> items, Type itemType)
    {
        var fitting = Members.IsNullable(itemType) ? items : [.. items.Where(item => item is not null)];
        var array = Array.CreateInstance(itemType, fitting.Count);
        for (var i = 0; i < fitting.Count; i++)
        {
            array.SetValue(fitting[i], i);
        }

        return Add(array, itemType.MakeArrayType());
    }
}
