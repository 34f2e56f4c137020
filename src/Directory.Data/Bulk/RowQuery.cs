using System.Data.Common;

namespace CenterDirectory.Data.Bulk;

/// <summary>A query of rows that is prepared once; it runs for few objects, and close its reader before it runs again.</summary>
internal sealed class RowQuery(BulkConnection connection, DbCommand command) : IDisposable
{
    public DbDataReader Read(params ReadOnlySpan<object?> values)
    {
        for (var index = 0; index < values.Length; index++)
        {
            command.Parameters[index].Value = connection.Value(values[index]);
        }

        connection.Settle();
        return command.ExecuteReader();
    }

    public void Dispose() => command.Dispose();
}
