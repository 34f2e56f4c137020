using System.Data.Common;
using System.Diagnostics;
using System.Linq.Expressions;
using CenterDirectory.GraphQL.Data.Reading;
using CenterDirectory.GraphQL.Execution;
using Microsoft.EntityFrameworkCore;

namespace CenterDirectory.GraphQL.Data;

/// <summary>
/// Runs statements. Each is translated once for its <see cref="StatementKey"/>: EF makes SQL of the query, which is then read without EF,
/// because that costs more than a small query itself.
/// </summary>
internal static class Statements
{
    /// <summary>Name of the source of traces: one activity a statement, its text in <c>db.query.text</c>.</summary>
    public const string TraceSource = "CenterDirectory.GraphQL";

    private static readonly ActivitySource Traces = new(TraceSource);

    /// <summary>Reads all rows.</summary>
    /// <param name="place">Where it runs.</param>
    /// <param name="key">Tells the statement from all others.</param>
    /// <param name="values">Its parameters and their values.</param>
    /// <param name="build">Builds the query; called only if the statement is new.</param>
    /// <param name="cancellationToken">Stops it.</param>
    public static async Task<List<TRow>> RowsAsync<TRow>(
        StatementPlace place, StatementKey key, StatementParameters values, Func<RowQuery<TRow>> build, CancellationToken cancellationToken)
    {
        var statement = (ReadStatement<TRow>)place.Cache.GetOrAdd(
            key, () => StatementTranslator.Translate(place.Db, place.Context, build(), values, isCount: key.IsCount));
        using var trace = Traces.StartActivity("query", ActivityKind.Client);
        trace?.SetTag("db.query.text", statement.Sql);
        return statement.Operands is null
            ? await ReadTranslatedAsync(place, statement, build, values, key.IsCount, cancellationToken)
            : place.Connections is null
                ? await ReadOnContextAsync(place.Db, statement, values, cancellationToken)
                : await ReadPreparedAsync(place.Connections, statement, values, cancellationToken);
    }

    private static async Task<List<TRow>> ReadPreparedAsync<TRow>(
        ReadConnections connections, ReadStatement<TRow> statement, StatementParameters values, CancellationToken cancellationToken)
    {
        var connection = await connections.RentAsync(cancellationToken);
        var isBroken = true;
        try
        {
            var command = connection.CommandOf(statement);
            statement.Bind(command, values.Values);
            var rows = await ReadAsync(command, statement, cancellationToken);
            isBroken = false;
            return rows;
        }
        finally
        {
            connections.Return(connection, isBroken);
        }
    }

    private static async Task<List<TRow>> ReadOnContextAsync<TRow>(
        DbContext db, ReadStatement<TRow> statement, StatementParameters values, CancellationToken cancellationToken)
    {
        await db.Database.OpenConnectionAsync(cancellationToken);
        try
        {
            await using var command = db.Database.GetDbConnection().CreateCommand();
            statement.Prepare(command);
            statement.Bind(command, values.Values);
            return await ReadAsync(command, statement, cancellationToken);
        }
        finally
        {
            await db.Database.CloseConnectionAsync();
        }
    }

    private static async Task<List<TRow>> ReadTranslatedAsync<TRow>(
        StatementPlace place, ReadStatement<TRow> statement, Func<RowQuery<TRow>> build, StatementParameters values, bool isCount,
        CancellationToken cancellationToken)
    {
        await place.Db.Database.OpenConnectionAsync(cancellationToken);
        try
        {
            await using var command = StatementTranslator.CommandOf(place.Db, place.Context, build().Query, values, isCount);
            return await ReadAsync(command, statement, cancellationToken);
        }
        finally
        {
            await place.Db.Database.CloseConnectionAsync();
        }
    }

    private static async Task<List<TRow>> ReadAsync<TRow>(DbCommand command, ReadStatement<TRow> statement, CancellationToken cancellationToken)
    {
        var rows = new List<TRow>();
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        if (reader.FieldCount != statement.Columns)
        {
            throw new InvalidOperationException($"The statement has {reader.FieldCount} columns in place of {statement.Columns}: {statement.Sql}");
        }

        while (await reader.ReadAsync(cancellationToken))
        {
            rows.Add(statement.Read(reader));
        }

        return rows;
    }
}

/// <summary>Where statements run.</summary>
/// <param name="Cache">Translated statements of the schema.</param>
/// <param name="Db">The context of the request.</param>
/// <param name="Context">Stands for it in queries.</param>
/// <param name="Connections">Connections that keep prepared statements; null: that of the context.</param>
internal sealed record StatementPlace(StatementCache Cache, DbContext Db, ParameterExpression Context, ReadConnections? Connections)
{
    /// <summary>The place of a request.</summary>
    public static StatementPlace Of(DataOptions data, RequestContext request) => new(
        data.Statements,
        (DbContext)request.Services.GetService(data.ContextType)!,
        data.Context,
        (ReadConnections?)request.Services.GetService(typeof(ReadConnections)));
}
