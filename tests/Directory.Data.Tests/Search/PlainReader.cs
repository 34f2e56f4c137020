using System.Data.Common;
using CenterDirectory.Data.Search;
using Microsoft.EntityFrameworkCore;

namespace CenterDirectory.Data.Tests.Search;

/// <summary>Runs the statements of search on the connection of a context.</summary>
internal sealed class PlainReader(DirectoryDb db) : ISearchReader
{
    public async Task<List<TRow>> ReadAsync<TRow>(
        string sql, IReadOnlyList<KeyValuePair<string, object?>> parameters, Func<DbDataReader, TRow> read, CancellationToken cancellationToken)
    {
        await db.Database.OpenConnectionAsync(cancellationToken);
        await using var command = db.Database.GetDbConnection().CreateCommand();
        command.CommandText = sql;
        foreach (var (name, value) in parameters)
        {
            var parameter = command.CreateParameter();
            (parameter.ParameterName, parameter.Value) = (name, value ?? DBNull.Value);
            command.Parameters.Add(parameter);
        }

        var rows = new List<TRow>();
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        while (await reader.ReadAsync(cancellationToken))
        {
            rows.Add(read(reader));
        }

        return rows;
    }
}
