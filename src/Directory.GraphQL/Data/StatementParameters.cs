using System.Linq.Expressions;
using System.Runtime.CompilerServices;
using System.Text;

namespace CenterDirectory.GraphQL.Data;

/// <summary>Collects the values of a statement as parameters, and the statement's shape: equal shapes share one compiled query.</summary>
internal sealed class StatementParameters
{
    private readonly StringBuilder shape = new();

    public List<ParameterExpression> Parameters { get; } = [];

    public List<object?> Values { get; } = [];

    /// <summary>Everything that decides which statement it is; no value.</summary>
    public string Shape => shape.ToString();

    /// <summary>Adds to the shape.</summary>
    public void Mark(string part) => shape.Append(part).Append(';');

    /// <summary>A parameter that holds a value.</summary>
    public ParameterExpression Add(object? value, Type type)
    {
        var parameter = Expression.Parameter(type, $"p{Parameters.Count}");
        Parameters.Add(parameter);
        Values.Add(value);
        return parameter;
    }

    /// <summary>A list parameter of the exact item type.</summary>
    public ParameterExpression AddList(IReadOnlyList<object?> items, Type itemType)
    {
        var array = Array.CreateInstance(itemType, items.Count);
        for (var i = 0; i < items.Count; i++)
        {
            array.SetValue(items[i], i);
        }

        return Add(array, itemType.MakeArrayType());
    }

    /// <summary>The expression with the values captured the way a closure captures them, for statements that are not compiled ahead.</summary>
    public Expression Capture(Expression body)
    {
        for (var i = 0; i < Parameters.Count; i++)
        {
            var box = Activator.CreateInstance(typeof(StrongBox<>).MakeGenericType(Parameters[i].Type), Values[i]);
            body = Members.Replace(body, Parameters[i], Expression.Field(Expression.Constant(box), nameof(StrongBox<>.Value)));
        }

        return body;
    }
}
