using System.Linq.Expressions;
using System.Reflection;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Query;
using Microsoft.Extensions.DependencyInjection;

namespace CenterDirectory.GraphQL.Data;

/// <summary>
/// Runs statements, compiled once for each <see cref="StatementKey"/>: building and hashing the whole expression costs more than running a
/// small query. Values must be parameters of their own (EF compiles neither members of an object nor elements of an array), of which it
/// takes a limited number; what needs more runs uncompiled.
/// </summary>
internal static class Statements
{
    private const int MaximumParameters = 13;

    /// <summary>Reads rows.</summary>
    /// <param name="cache">Where compiled statements are kept.</param>
    /// <param name="db">The context to run on.</param>
    /// <param name="key">Tells the statement from all others.</param>
    /// <param name="statement">Its parameters and their values.</param>
    /// <param name="context">Stands for the context in the expression.</param>
    /// <param name="build">Builds the expression; called only if the statement is new.</param>
    public static IAsyncEnumerable<T> Rows<T>(
        StatementCache cache, DbContext db, StatementKey key, StatementParameters statement, ParameterExpression context, Func<Expression> build)
    {
        if (statement.Parameters.Count > MaximumParameters)
        {
            return Uncompiled<T>(db, statement, context, build()).AsAsyncEnumerable();
        }

        var run = (Func<DbContext, object?[], CancellationToken, IAsyncEnumerable<T>>)cache.GetOrAdd(
            key, () => Compile<Func<DbContext, object?[], CancellationToken, IAsyncEnumerable<T>>>(statement, context, build(), typeof(IQueryable<T>), typeof(T)));
        return run(db, [.. statement.Values], CancellationToken.None);
    }

    /// <summary>Counts the rows of a query; parameters as for <see cref="Rows"/>.</summary>
    public static Task<int> CountAsync<T>(
        StatementCache cache, DbContext db, StatementKey key, StatementParameters statement, ParameterExpression context, Func<Expression> build, CancellationToken cancellationToken)
    {
        if (statement.Parameters.Count > MaximumParameters)
        {
            return Uncompiled<T>(db, statement, context, build()).CountAsync(cancellationToken);
        }

        Expression Counted() => Expression.Call(typeof(Queryable), nameof(Queryable.Count), [typeof(T)], build());
        var run = (Func<DbContext, object?[], CancellationToken, Task<int>>)cache.GetOrAdd(
            key, () => Compile<Func<DbContext, object?[], CancellationToken, Task<int>>>(statement, context, Counted(), typeof(int), typeof(int)));
        return run(db, [.. statement.Values], cancellationToken);
    }

    private static IQueryable<T> Uncompiled<T>(DbContext db, StatementParameters statement, ParameterExpression context, Expression body)
    {
        var query = statement.Capture(Members.Replace(body, context, Expression.Constant(db, context.Type)));
        var provider = ((IInfrastructure<IServiceProvider>)db).Instance.GetRequiredService<IAsyncQueryProvider>();
        return provider.CreateQuery<T>(new SetCalls(db).Visit(query));
    }

    private static TRun Compile<TRun>(StatementParameters statement, ParameterExpression context, Expression body, Type bodyType, Type resultType)
        where TRun : Delegate
    {
        // A single value takes the cancellation token when it is asked for, a sequence when it is enumerated.
        var isSingle = !bodyType.IsGenericType;
        var token = Expression.Parameter(typeof(CancellationToken));
        ParameterExpression[] parameters = [context, .. statement.Parameters];
        ParameterExpression[] taken = isSingle ? [.. parameters, token] : parameters;
        var lambda = Expression.Lambda(Expression.GetFuncType([.. taken.Select(parameter => parameter.Type), bodyType]), body, taken);
        var compiled = MethodFor(parameters.Length, isSingle)
            .MakeGenericMethod([.. parameters.Select(parameter => parameter.Type), resultType])
            .Invoke(null, [lambda])!;

        var db = Expression.Parameter(typeof(DbContext));
        var values = Expression.Parameter(typeof(object?[]));
        var arguments = statement.Parameters.Select((parameter, i) => Expression.Convert(Expression.ArrayIndex(values, Expression.Constant(i)), parameter.Type));
        Expression[] passed = [Expression.Convert(db, context.Type), .. arguments];
        var call = Expression.Invoke(Expression.Constant(compiled), isSingle ? [.. passed, token] : passed);
        return Expression.Lambda<TRun>(call, db, values, token).Compile();
    }

    /// <summary>The overload of <c>EF.CompileAsyncQuery</c> for a number of parameters, the context included.</summary>
    private static MethodInfo MethodFor(int parameters, bool isSingle) => typeof(EF).GetMethods().First(method =>
        method.Name == nameof(EF.CompileAsyncQuery)
        && method.GetGenericArguments().Length == parameters + 1
        && method.GetParameters()[0].ParameterType.GetGenericArguments()[0].GetGenericArguments() is var arguments
        && (isSingle
            ? arguments.Length == parameters + 2 && arguments[^2] == typeof(CancellationToken)
            : arguments.Length == parameters + 1 && arguments[^1].IsGenericType && arguments[^1].GetGenericTypeDefinition() == typeof(IQueryable<>)));

    /// <summary>Turns <c>db.Set&lt;T&gt;()</c> back into the root of a query, as if the caller had written it.</summary>
    private sealed class SetCalls(DbContext db) : ExpressionVisitor
    {
        protected override Expression VisitMethodCall(MethodCallExpression node) =>
            node.Method.Name == nameof(DbContext.Set) && node.Object?.Type.IsInstanceOfType(db) == true
                ? ((IQueryable)node.Method.Invoke(db, null)!).Expression
                : base.VisitMethodCall(node);
    }
}
