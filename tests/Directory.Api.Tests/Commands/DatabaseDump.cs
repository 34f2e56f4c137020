using System.Text;
using Microsoft.Data.Sqlite;

namespace CenterDirectory.Api.Tests.Commands;

/// <summary>A database as text, so that two states can be compared.</summary>
internal static class DatabaseDump
{
    // What a run writes down about itself even when it changes nothing.
    private static readonly string[] Logbook = ["ImportRuns", "ImportIssues", "RunInputs", "SourceRows", "Sources"];

    /// <summary>All rows of all tables.</summary>
    public static string Everything(string file) => Rows(file, []);

    /// <summary>All rows but those in which runs write themselves down.</summary>
    public static string Data(string file) => Rows(file, Logbook);

    /// <summary>The first value of a query.</summary>
    public static object? Scalar(string file, string sql)
    {
        using var connection = Open(file);
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        return command.ExecuteScalar();
    }

    private static string Rows(string file, string[] except)
    {
        using var connection = Open(file);
        var text = new StringBuilder();
        foreach (var table in Read(connection, "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%' ORDER BY name"))
        {
            if (!except.Contains(table))
            {
                text.AppendLine(table);
                text.AppendJoin('\n', Read(connection, $"SELECT * FROM \"{table}\"").Order(StringComparer.Ordinal));
            }
        }

        return text.ToString();
    }

    private static List<string> Read(SqliteConnection connection, string sql)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        using var reader = command.ExecuteReader();
        var rows = new List<string>();
        while (reader.Read())
        {
            rows.Add(string.Join('|', Enumerable.Range(0, reader.FieldCount).Select(i => reader.GetValue(i) is byte[] bytes ? Convert.ToHexString(bytes) : reader.GetValue(i))));
        }

        return rows;
    }

    private static SqliteConnection Open(string file)
    {
        var connection = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = file, Mode = SqliteOpenMode.ReadWrite, Pooling = false }.ToString());
        connection.Open();
        return connection;
    }
}
