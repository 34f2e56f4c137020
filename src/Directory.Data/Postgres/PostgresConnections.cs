using Npgsql;

namespace CenterDirectory.Data.Postgres;

/// <summary>How the directory connects to a server.</summary>
internal static class PostgresConnections
{
    /// <summary>Statements that a connection keeps prepared unless its string says otherwise.</summary>
    private const int Prepared = 200;

    /// <summary>The string with what the directory relies on: days are those of UTC, and statements that come again are prepared.</summary>
    public static string Complete(string connectionString)
    {
        var settings = new NpgsqlConnectionStringBuilder(connectionString) { Timezone = "UTC" };
        if (!settings.ContainsKey("Max Auto Prepare"))
        {
            settings.MaxAutoPrepare = Prepared;
        }

        if (!settings.ContainsKey("Application Name"))
        {
            settings.ApplicationName = "CenterDirectory";
        }

        return settings.ConnectionString;
    }
}
