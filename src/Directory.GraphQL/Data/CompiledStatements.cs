using System.Linq.Expressions;
using System.Reflection;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Query;
using Microsoft.Extensions.DependencyInjection;

namespace CenterDirectory.GraphQL.Data;

/// <summary>
/// Statements of one field of one plan, compiled once for each shape. Building and hashing the expression costs more than running a small
/// query. Values must be parameters of their own (EF compiles neither members of an object nor elements of an array), fifteen at most;
/// what needs more, and shapes beyond the limit, run uncompiled.
/// </summary>
internal sealed class CompiledStatements
{
    private const int MaximumParameters = 13;
    private const int MaximumShapes = 64;

    private readonly Dictionary<string, Delegate> byShape = new(StringComparer.Ordinal);
    private readonly Lock gate = new();

    /// <summary>Runs a query.</summary>
    /// <param name="db">The context to run on.</param>
    /// <param name="shape">Tells the statement from the others of the field; null if it must not be compiled.</param>
    /// <param name="statement">Its parameters and their values.</param>
    /// <param name="context">Stands for the context in the expression.</param>
    /// <param name="build">Builds the expression; called only if the shape is new.</param>
    public IAsyncEnumerable<T> Rows<T>(DbContext db, string? shape, StatementParameters statement, ParameterExpression context, Func<Expression> build)
    {
        var run = Find<Func<DbContext, object?[], IAsyncEnumerable<T>>>(shape, statement, context, build, nameof(EF.CompileAsyncQuery), typeof(IQueryable<T>), typeof(T));
        return run is not null
            ? run(db, [.. statement.Values])
            : Uncompiled<T>(db, statement, context, build).AsAsyncEnumerable();
    }

    /// <summary>Counts the rows of a query; parameters as for <see cref="Rows"/>.</summary>
    public Task<int> CountAsync<T>(
        DbContext db, string? shape, StatementParameters statement, ParameterExpression context, Func<Expression> build, CancellationToken cancellationToken)
    {
        Expression Counted() => Expression.Call(typeof(Queryable), nameof(Queryable.Count), [typeof(T)], build());
        var run = Find<Func<DbContext, object?[], Task<int>>>(
            shape is null ? null : "count|" + shape, statement, context, Counted, nameof(EF.CompileAsyncQuery), typeof(int), typeof(int));
        return run is not null
            ? run(db, [.. statement.Values])
            : Uncompiled<T>(db, statement, context, build).CountAsync(cancellationToken);
    }

    private static IQueryable<T> Uncompiled<T>(DbContext db, StatementParameters statement, ParameterExpression context, Func<Expression> build)
    {
        var query = statement.Capture(Members.Replace(build(), context, Expression.Constant(db, context.Type)));
        var provider = ((IInfrastructure<IServiceProvider>)db).Instance.GetRequiredService<IAsyncQueryProvider>();
        return provider.CreateQuery<T>(new SetCalls(db).Visit(query));
    }

    /// <summary>Turns <c>db.Set&lt;T&gt;()</c> back into the root of a query, as if the caller had written it.</summary>
    private sealed class SetCalls(DbContext db) : ExpressionVisitor
    {
        protected override Expression VisitMethodCall(MethodCallExpression node) =>
            node.Method.Name == nameof(DbContext.Set) && node.Object?.Type.IsInstanceOfType(db) == true
                ? ((IQueryable)node.Method.Invoke(db, null)!).Expression
                : base.VisitMethodCall(node);
    }

    private TRun? Find<TRun>(
        string? shape, StatementParameters statement, ParameterExpression context, Func<Expression> build, string method, Type bodyType, Type resultType)
        where TRun : Delegate
    {
        if (shape is null || statement.Parameters.Count > MaximumParameters)
        {
            return null;
        }

        lock (gate)
        {
            if (byShape.TryGetValue(shape, out var known))
            {
                return (TRun)known;
            }

            if (byShape.Count >= MaximumShapes)
            {
                return null;
            }

            var compiled = Compile<TRun>(statement, context, build(), method, bodyType, resultType);
            byShape[shape] = compiled;
            return compiled;
        }
    }

    private static TRun Compile<TRun>(
        StatementParameters statement, ParameterExpression context, Expression body, string method, Type bodyType, Type resultType)
        where TRun : Delegate
    {
        var parameters = statement.Parameters;
        var types = parameters.Select(parameter => parameter.Type).ToArray();
        var lambda = Expression.Lambda(
            Expression.GetFuncType([context.Type, .. types, bodyType]), body, [context, .. parameters]);
        var compiled = MethodFor(method, types.Length, bodyType)
            .MakeGenericMethod([context.Type, .. types, resultType])
            .Invoke(null, [lambda])!;

        var values = Expression.Parameter(typeof(object?[]));
        var db = Expression.Parameter(typeof(DbContext));
        var call = Expression.Invoke(
            Expression.Constant(compiled),
            [Expression.Convert(db, context.Type), .. types.Select((type, i) => Expression.Convert(Expression.ArrayIndex(values, Expression.Constant(i)), type))]);
        return Expression.Lambda<TRun>(call, db, values).Compile();
    }

    /// <summary>The overload of <see cref="EF.CompileAsyncQuery{TContext, TResult}(Expression{Func{TContext, IQueryable{TResult}}})"/> for a number of parameters.</summary>
    private static MethodInfo MethodFor(string name, int parameters, Type bodyType) =>
        typeof(EF).GetMethods().First(method =>
            method.Name == name
            && method.GetGenericArguments().Length == parameters + 2
            && method.GetParameters()[0].ParameterType.GetGenericArguments()[0].GetGenericArguments() is var arguments
            && arguments.Length == parameters + 2
            && (bodyType.IsGenericType
                ? arguments[^1].IsGenericType && arguments[^1].GetGenericTypeDefinition() == bodyType.GetGenericTypeDefinition()
                : arguments[^1].IsGenericMethodParameter));
}
