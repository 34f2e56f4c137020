using Microsoft.Data.Sqlite;

namespace CenterDirectory.Data.Sqlite;

/// <summary>The file behind a SQLite connection string.</summary>
internal static class SqliteFile
{
    /// <summary>Its full path; null for a database in memory.</summary>
    public static string? Find(string connectionString)
    {
        var settings = new SqliteConnectionStringBuilder(connectionString);
        var isInMemory = settings.Mode == SqliteOpenMode.Memory || settings.DataSource is "" or ":memory:"
            || settings.DataSource.StartsWith("file:", StringComparison.OrdinalIgnoreCase);
        return isInMemory ? null : Path.GetFullPath(settings.DataSource);
    }

    public static void CreateFolder(string connectionString)
    {
        if (Find(connectionString) is { } file)
        {
            Directory.CreateDirectory(Path.GetDirectoryName(file)!);
        }
    }
}
