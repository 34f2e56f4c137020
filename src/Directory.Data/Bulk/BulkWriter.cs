using System.Data.Common;
using Microsoft.Data.Sqlite;

namespace CenterDirectory.Data.Bulk;

/// <summary>Writes many rows of one shape into one table, past the change tracker, which would take four times as long.</summary>
internal abstract class BulkWriter : IDisposable
{
    /// <summary>Opens a writer for the database behind the transaction.</summary>
    /// <param name="transaction">The open transaction, which the rows become a part of.</param>
    /// <param name="table">Table name, unquoted.</param>
    /// <param name="columns">The columns in the order in which rows carry their values.</param>
    /// <param name="skipConflicts">Leaves out rows whose key is taken, instead of failing.</param>
    public static BulkWriter Open(DbTransaction transaction, string table, IReadOnlyList<string> columns, bool skipConflicts = false) =>
        transaction is SqliteTransaction sqlite
            ? new SqliteBulkWriter(sqlite, table, columns, skipConflicts)
            : throw new NotSupportedException($"There is no bulk writer for {transaction.GetType().Name}.");

    /// <summary>Adds one row, null standing for NULL; false if its key is taken and conflicts are skipped.</summary>
    public abstract bool Write(params ReadOnlySpan<object?> row);

    /// <inheritdoc />
    public abstract void Dispose();
}
