using System.Data.Common;
using System.Linq.Expressions;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Query;

namespace CenterDirectory.GraphQL.Data.Reading;

/// <summary>
/// The columns of a statement, in order, while it is put together: what to select, and how each is read. EF would read them too, but
/// takes two to three times as long for it; its type mappings say how a value is stored, so both read the same.
/// </summary>
internal sealed class Cells
{
    private readonly List<Expression> selected = [];

    /// <summary>Stands for the reader on its row.</summary>
    public ParameterExpression Reader { get; } = Expression.Parameter(typeof(DbDataReader), "reader");

    /// <summary>How many columns there are.</summary>
    public int Count => selected.Count;

    /// <summary>Selects a column and reads it.</summary>
    /// <param name="value">The column, as an expression of the item.</param>
    /// <param name="property">What the model says of it.</param>
    public Expression Read(Expression value, IProperty property)
    {
        var ordinal = Add(value);
        var mapping = property.GetRelationalTypeMapping();
        Expression read = Expression.Call(Reader, mapping.GetDataReaderMethod(), ordinal);
        read = mapping.CustomizeDataReaderExpression(read);
        if (mapping.Converter is { } converter)
        {
            var from = converter.ConvertFromProviderExpression;
            read = Members.Inline(from, As(read, from.Parameters[0].Type));
        }

        read = As(read, value.Type);
        return property.IsNullable ? Expression.Condition(IsNull(ordinal), Expression.Default(value.Type), read) : read;
    }

    /// <summary>Selects a column that is null where there is no object, and asks for it.</summary>
    public Expression IsMissing(Expression value) => IsNull(Add(value));

    /// <summary>Selects a column of a simple type that is never null, and reads it.</summary>
    public Expression ReadPlain(Expression value, string method) => Expression.Call(Reader, method, null, Add(value));

    /// <summary>
    /// The selection: a chain of cells, because a list of values may become one column, an array, where the database has them.
    /// </summary>
    public Expression Selection()
    {
        Expression chain = Expression.Constant(null, typeof(Cell));
        for (var i = selected.Count - 1; i >= 0; i--)
        {
            chain = Expression.New(Cell.Constructor, Expression.Convert(selected[i], typeof(object)), chain);
        }

        return chain;
    }

    /// <summary>A column that is wanted twice is selected once, as EF would do it: or all behind it would be read one place too far.</summary>
    private ConstantExpression Add(Expression value)
    {
        var known = selected.FindIndex(other => ExpressionEqualityComparer.Instance.Equals(other, value));
        if (known < 0)
        {
            selected.Add(value);
        }

        return Expression.Constant(known < 0 ? selected.Count - 1 : known);
    }

    private MethodCallExpression IsNull(Expression ordinal) => Expression.Call(Reader, nameof(DbDataReader.IsDBNull), null, ordinal);

    private static Expression As(Expression value, Type type) => value.Type == type ? value : Expression.Convert(value, type);
}

/// <summary>A selected value and those behind it.</summary>
/// <param name="value">The value.</param>
/// <param name="next">The next cell, or null.</param>
internal sealed class Cell(object? value, Cell? next)
{
    public static System.Reflection.ConstructorInfo Constructor { get; } = typeof(Cell).GetConstructors()[0];

    public object? Value => value;

    public Cell? Next => next;
}
