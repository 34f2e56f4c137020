using System.Data.Common;
using System.Linq.Expressions;
using System.Runtime.CompilerServices;
using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Query;
using Microsoft.Extensions.DependencyInjection;

namespace CenterDirectory.GraphQL.Data.Reading;

/// <summary>
/// Has EF translate a query into SQL. Values are captured in a tuple, whose members EF names parameters by: so each parameter tells
/// which value it holds.
/// </summary>
internal static partial class StatementTranslator
{
    private const int ItemsOfTuple = 7;

    private static readonly ConditionalWeakTable<IModel, StoredValues> Stored = [];

    /// <summary>Translates a query.</summary>
    /// <param name="db">The context to run on.</param>
    /// <param name="context">Stands for it in the query.</param>
    /// <param name="query">The query.</param>
    /// <param name="values">Its parameters with their values.</param>
    /// <param name="isCount">The number of rows is wanted in place of the rows.</param>
    public static ReadStatement<TRow> Translate<TRow>(
        DbContext db, ParameterExpression context, RowQuery<TRow> query, StatementParameters values, bool isCount = false)
    {
        using var command = CommandOf(db, context, query.Query, values, isCount);
        var sql = ParameterName().Replace(command.CommandText, match => "@p" + IndexOf(match) + match.Groups["form"].Value);
        return new ReadStatement<TRow>(sql, OperandsOf(db.Model, command, values), isCount ? 1 : query.Columns, query.Read);
    }

    /// <summary>A command with its values, as EF makes it: for statements whose values only EF can translate.</summary>
    public static DbCommand CommandOf(
        DbContext db, ParameterExpression context, Expression query, StatementParameters values, bool isCount)
    {
        var captured = Capture(query, values);
        var provider = ((IInfrastructure<IServiceProvider>)db).Instance.GetRequiredService<IAsyncQueryProvider>();
        var rooted = new SetCalls(db).Visit(Members.Replace(captured, context, Expression.Constant(db, context.Type)));
        var command = provider.CreateQuery<Cell>(rooted).CreateDbCommand();
        if (isCount)
        {
            command.CommandText = $"SELECT COUNT(*)\nFROM (\n{command.CommandText}\n) AS \"counted\"";
        }

        return command;
    }

    private static List<Operand>? OperandsOf(IModel model, DbCommand command, StatementParameters values)
    {
        var stored = Stored.GetValue(model, key => new StoredValues(key));
        var operands = new List<Operand>();
        foreach (DbParameter parameter in command.Parameters)
        {
            var match = ParameterName().Match("@" + parameter.ParameterName.TrimStart('@'));
            if (!match.Success && parameter.ParameterName.Contains("Item", StringComparison.Ordinal))
            {
                return null;
            }

            if (!match.Success)
            {
                // A constant of the query itself, such as the number in Take(1).
                var constant = parameter.Value;
                operands.Add(new Operand(null, parameter, _ => constant));
                continue;
            }

            var index = IndexOf(match);
            if (stored.Find(values.Parameters[index].Type, values.Values[index], parameter.Value, match.Groups["form"].Value) is not { } store)
            {
                return null;
            }

            parameter.ParameterName = "@p" + index + match.Groups["form"].Value;
            operands.Add(new Operand(index, parameter, store));
        }

        return operands;
    }

    /// <summary>The parameters as members of nested tuples, seven to each.</summary>
    private static Expression Capture(Expression query, StatementParameters values)
    {
        if (values.Values.Count == 0)
        {
            return query;
        }

        var types = values.Parameters.Select(parameter => parameter.Type).ToArray();
        Expression tuple = Expression.Constant(TupleOf(types, [.. values.Values]));
        var members = new Dictionary<Expression, Expression>();
        for (var i = 0; i < types.Length; i++)
        {
            tuple = i > 0 && i % ItemsOfTuple == 0 ? Expression.Property(tuple, "Rest") : tuple;
            members[values.Parameters[i]] = Expression.Property(tuple, $"Item{(i % ItemsOfTuple) + 1}");
        }

        return Members.Replace(query, members);
    }

    private static object TupleOf(Type[] types, object?[] values)
    {
        if (types.Length <= ItemsOfTuple)
        {
            var definition = Type.GetType($"System.Tuple`{types.Length}")!;
            return Activator.CreateInstance(definition.MakeGenericType(types), values)!;
        }

        var rest = TupleOf(types[ItemsOfTuple..], values[ItemsOfTuple..]);
        return Activator.CreateInstance(
            typeof(Tuple<,,,,,,,>).MakeGenericType([.. types[..ItemsOfTuple], rest.GetType()]), [.. values[..ItemsOfTuple], rest])!;
    }

    private static int IndexOf(Match name) =>
        (name.Groups["rest"].Captures.Count * ItemsOfTuple) + int.Parse(name.Groups["item"].ValueSpan, System.Globalization.CultureInfo.InvariantCulture) - 1;

    [GeneratedRegex("@(?<rest>Rest_)*Item(?<item>[1-7])(?<form>_startswith|_endswith|_contains|)(?![A-Za-z0-9_])", RegexOptions.ExplicitCapture)]
    private static partial Regex ParameterName();

    /// <summary>Turns <c>db.Set&lt;T&gt;()</c> back into the root of a query, as if the caller had written it.</summary>
    private sealed class SetCalls(DbContext db) : ExpressionVisitor
    {
        protected override Expression VisitMethodCall(MethodCallExpression node) =>
            node.Method.Name == nameof(DbContext.Set) && node.Object?.Type.IsInstanceOfType(db) == true
                ? ((IQueryable)node.Method.Invoke(db, null)!).Expression
                : base.VisitMethodCall(node);
    }
}
