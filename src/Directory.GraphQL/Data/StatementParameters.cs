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
}
