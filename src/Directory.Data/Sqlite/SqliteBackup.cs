using Microsoft.Data.Sqlite;

namespace CenterDirectory.Data.Sqlite;

/// <summary>Copies of a SQLite database: made while it is read and written, put back only where nobody works.</summary>
internal static class SqliteBackup
{
    private const int PatienceSeconds = 3;

    /// <summary>Copies the database as the last commit left it into a new file, in one piece and checked; others go on reading and writing.</summary>
    /// <param name="database">File of the database.</param>
    /// <param name="copy">The new file; it gets its name when it is whole.</param>
    /// <exception cref="IOException">There is no such database, there is such a file already, or the copy is damaged.</exception>
    public static void Copy(string database, string copy)
    {
        Require(database);
        if (File.Exists(copy))
        {
            throw new IOException($"{copy} exists already.");
        }

        var unfinished = copy + ".unfinished";
        File.Delete(unfinished);
        try
        {
            CopyPages(database, unfinished);
            Check(unfinished);
            File.Move(unfinished, copy);
        }
        finally
        {
            File.Delete(unfinished);
        }
    }

    /// <summary>Puts a copy in the place of a database that nobody has open; the old one stays beside it.</summary>
    /// <param name="copy">What <see cref="Copy"/> made.</param>
    /// <param name="database">File of the database; there may be none.</param>
    /// <returns>Where the old one is; null if there was none.</returns>
    /// <exception cref="IOException">The copy is damaged or none of a directory, or somebody works on the database.</exception>
    public static string? Restore(string copy, string database)
    {
        Require(copy);
        Check(copy);
        var unfinished = database + ".unfinished";
        File.Delete(unfinished);
        try
        {
            CopyPages(copy, unfinished);
            var replaced = File.Exists(database) ? PutAside(database) : null;
            File.Move(unfinished, database);
            return replaced;
        }
        finally
        {
            File.Delete(unfinished);
        }
    }

    /// <summary>Names of the migrations that were applied to a file.</summary>
    public static IReadOnlyList<string> MigrationsOf(string file)
    {
        using var connection = Open(file, SqliteOpenMode.ReadOnly);
        var names = new List<string>();
        using var command = connection.CreateCommand();
        command.CommandText = """SELECT "MigrationId" FROM "__EFMigrationsHistory" ORDER BY 1""";
        using var reader = command.ExecuteReader();
        while (reader.Read())
        {
            names.Add(reader.GetString(0));
        }

        return names;
    }

    private static void CopyPages(string from, string to)
    {
        using var source = Open(from, SqliteOpenMode.ReadWrite);
        using var target = Open(to, SqliteOpenMode.ReadWriteCreate);
        source.BackupDatabase(target);
        // One file that can be carried about, without a log beside it.
        Execute(target, "PRAGMA journal_mode = DELETE");
    }

    private static void Check(string file)
    {
        using var connection = Open(file, SqliteOpenMode.ReadOnly);
        if (Execute(connection, "PRAGMA integrity_check") is not "ok" and var damage)
        {
            throw new IOException($"{file} is damaged: {damage}");
        }

        if (Execute(connection, "SELECT count(*) FROM sqlite_master WHERE name IN ('__EFMigrationsHistory', 'Revisions')") is not 2L)
        {
            throw new IOException($"{file} is no database of a directory.");
        }
    }

    /// <summary>Only who has the file to himself may leave the mode in which others can write beside him.</summary>
    private static string PutAside(string database)
    {
        using (var connection = Open(database, SqliteOpenMode.ReadWrite))
        {
            if (!IsAlone(connection))
            {
                throw new IOException($"{database} is in use; stop the servers and imports that work on it first.");
            }
        }

        var replaced = database + ".replaced";
        File.Move(database, replaced, overwrite: true);
        return replaced;
    }

    private static bool IsAlone(SqliteConnection connection)
    {
        try
        {
            return Execute(connection, "PRAGMA journal_mode = DELETE") is "delete";
        }
        catch (SqliteException busy) when (busy.SqliteErrorCode is SQLitePCL.raw.SQLITE_BUSY or SQLitePCL.raw.SQLITE_LOCKED)
        {
            return false;
        }
    }

    private static void Require(string file)
    {
        if (!File.Exists(file))
        {
            throw new FileNotFoundException($"There is no file {file}.", file);
        }
    }

    private static SqliteConnection Open(string file, SqliteOpenMode mode)
    {
        SqliteLibrary.DropMutexes();
        var connection = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = file, Mode = mode, Pooling = false, DefaultTimeout = PatienceSeconds }.ToString());
        connection.Open();
        return connection;
    }

    private static object? Execute(SqliteConnection connection, string sql)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        return command.ExecuteScalar();
    }
}
