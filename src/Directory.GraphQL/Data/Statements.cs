using System.Data.Common;
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
    /// <summary>Reads all rows.</summary>
    /// <param name="place">Where it runs.</param>
    /// <param name="form">The form of the statement with its values, if it can be told without building it.</param>
    /// <param name="prepare">Adds the values, in the same order, and says how to build it; called only if the form is not known.</param>
    /// <param name="cancellationToken">Stops it.</param>
    public static async Task<List<TRow>> RowsAsync<TRow>(
        StatementPlace place, StatementForm? form, Func<StatementParameters, StatementDraft<TRow>> prepare, CancellationToken cancellationToken)
    {
        if (form is not null && place.Cache.Find(form.Key) is ReadStatement<TRow> { Operands: not null } known)
        {
            return await RunAsync(place, known, form.Values, cancellationToken);
        }

        var values = new StatementParameters();
        var draft = prepare(values);
        var key = form?.Fits(values) == true ? form.Key : draft.Key;
        var statement = (ReadStatement<TRow>)place.Cache.GetOrAdd(
            key, () => StatementTranslator.Translate(place.Db, place.Context, draft.Build(), values, draft.Key.IsCount));
        return statement.Operands is null
            ? await TranslateAndRunAsync(place, statement, draft, values, cancellationToken)
            : await RunAsync(place, statement, values.Values, cancellationToken);
    }

    private static async Task<List<TRow>> RunAsync<TRow>(
        StatementPlace place, ReadStatement<TRow> statement, List<object?> values, CancellationToken cancellationToken)
    {
        using var trace = GraphQLTraces.Statement(statement.Sql);
        return place.Connections is null
            ? await ReadOnContextAsync(place.Db, statement, values, cancellationToken)
            : await ReadPreparedAsync(place.Connections, statement, values, cancellationToken);
    }

    private static Task<List<TRow>> ReadPreparedAsync<TRow>(
        ReadConnections connections, ReadStatement<TRow> statement, List<object?> values, CancellationToken cancellationToken) =>
        connections.UseAsync(
            async connection =>
            {
                var command = connection.CommandOf(statement);
                statement.Bind(command, values);
                await using var reader = await connection.ReadAsync(command, cancellationToken);
                return await ReadAsync(reader, statement, cancellationToken);
            },
            cancellationToken);

    private static async Task<List<TRow>> ReadOnContextAsync<TRow>(
        DbContext db, ReadStatement<TRow> statement, List<object?> values, CancellationToken cancellationToken)
    {
        await db.Database.OpenConnectionAsync(cancellationToken);
        try
        {
            await using var command = db.Database.GetDbConnection().CreateCommand();
            statement.Prepare(command);
            statement.Bind(command, values);
            await using var reader = await command.ExecuteReaderAsync(cancellationToken);
            return await ReadAsync(reader, statement, cancellationToken);
        }
        finally
        {
            await db.Database.CloseConnectionAsync();
        }
    }

    private static async Task<List<TRow>> TranslateAndRunAsync<TRow>(
        StatementPlace place, ReadStatement<TRow> statement, StatementDraft<TRow> draft, StatementParameters values, CancellationToken cancellationToken)
    {
        using var trace = GraphQLTraces.Statement(statement.Sql);
        await place.Db.Database.OpenConnectionAsync(cancellationToken);
        try
        {
            await using var command = StatementTranslator.CommandOf(place.Db, place.Context, draft.Build().Query, values, draft.Key.IsCount);
            await using var reader = await command.ExecuteReaderAsync(cancellationToken);
            return await ReadAsync(reader, statement, cancellationToken);
        }
        finally
        {
            await place.Db.Database.CloseConnectionAsync();
        }
    }

    private static async Task<List<TRow>> ReadAsync<TRow>(DbDataReader reader, ReadStatement<TRow> statement, CancellationToken cancellationToken)
    {
        var rows = new List<TRow>();
        if (reader.FieldCount != statement.Columns)
        {
            throw new InvalidOperationException($"The statement has {reader.FieldCount} columns in place of {statement.Columns}: {statement.Sql}");
        }

        while (await reader.ReadAsync(cancellationToken))
        {
            rows.Add(statement.Read(reader));
        }

        RequestTally.Add(rows.Count);
        return rows;
    }
}

/// <summary>A statement that is not translated yet.</summary>
/// <param name="Key">Tells it from all others.</param>
/// <param name="Build">Builds its query.</param>
internal readonly record struct StatementDraft<TRow>(StatementKey Key, Func<RowQuery<TRow>> Build);
