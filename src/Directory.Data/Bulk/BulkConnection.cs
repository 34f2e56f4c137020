using System.Data.Common;
using CenterDirectory.Data.Postgres;
using Microsoft.Data.Sqlite;
using Npgsql;

namespace CenterDirectory.Data.Bulk;

/// <summary>
/// A connection as those use it who read and write many rows, past EF's change tracker: statements, readers and writers that are prepared once, and
/// the few words in which the SQL of the two databases differs. Statements name their parameters <c>@name</c>.
/// </summary>
internal abstract class BulkConnection
{
    /// <summary>The words of this database.</summary>
    public abstract SqlDialect Dialect { get; }

    /// <summary>Opens what fits the database behind a connection.</summary>
    public static BulkConnection Of(DbConnection connection) => connection switch
    {
        SqliteConnection sqlite => new SqliteBulkConnection(sqlite),
        NpgsqlConnection postgres => new PostgresBulkConnection(postgres),
        _ => throw new NotSupportedException($"There are no bulk statements for {connection.GetType().Name}."),
    };

    /// <summary>A statement for many rows.</summary>
    public abstract RowStatement Prepare(string sql, params IReadOnlyList<string> parameters);

    /// <summary>A query for many rows.</summary>
    public abstract RowReader Rows(string sql);

    /// <summary>A query for few rows.</summary>
    public abstract RowQuery Query(string sql, params IReadOnlyList<string> parameters);

    /// <summary>A command that runs once.</summary>
    public abstract DbCommand Command(string sql, params IReadOnlyList<(string Name, object? Value)> parameters);

    /// <summary>A writer of many rows of one shape into one table.</summary>
    /// <param name="table">Table name, unquoted.</param>
    /// <param name="columns">The columns in the order in which rows carry their values.</param>
    /// <param name="key">Columns of a key that may be taken.</param>
    /// <param name="taken">What becomes of a row whose key is taken; without a key it fails.</param>
    public abstract BulkWriter Write(string table, IReadOnlyList<string> columns, IReadOnlyList<string>? key = null, TakenKey taken = TakenKey.Skip);

    /// <summary>Runs what waits to be run, and reads to its end what is being read, so that others can use the connection.</summary>
    public abstract void Settle();

    /// <summary>Forgets what waits: its transaction is not committed.</summary>
    public abstract void Discard();

    /// <summary>A value as parameters of commands take it.</summary>
    public abstract object Value(object? value);
}
