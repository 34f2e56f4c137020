using System.Data.Common;

namespace CenterDirectory.Importers.Running;

/// <summary>A query of rows that is prepared once; it runs for few objects, and close its reader before it runs again.</summary>
internal sealed class PreparedQuery(DbCommand command)
{
    public DbDataReader Read(params ReadOnlySpan<object?> values)
    {
        for (var index = 0; index < values.Length; index++)
        {
            command.Parameters[index].Value = values[index] ?? DBNull.Value;
        }

        return command.ExecuteReader();
    }
}
