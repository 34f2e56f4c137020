using CenterDirectory.Data.Sqlite;
using Microsoft.Data.Sqlite;

namespace CenterDirectory.Data.Tests.Sqlite;

/// <summary>A copy while others write, and back only where nobody works.</summary>
public sealed class SqliteBackupTests : IAsyncLifetime
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("center-directory-");

    private string Database => Path.Combine(folder.FullName, "directory.db");

    private string Copied => Path.Combine(folder.FullName, "copy.db");

    public async ValueTask InitializeAsync()
    {
        using var migrated = await TemporaryDatabase.CreateMigratedAsync();
        SqliteBackup.Copy(SqliteFile.Find(migrated.ConnectionString)!, Database);
        Execute(Database, "PRAGMA journal_mode = WAL");
        Commit(1);
    }

    public ValueTask DisposeAsync()
    {
        folder.Delete(recursive: true);
        return ValueTask.CompletedTask;
    }

    [Fact]
    public void What_was_committed_when_it_was_copied_comes_back_and_the_rest_stays_beside_it()
    {
        SqliteBackup.Copy(Database, Copied);
        Commit(2);

        var replaced = SqliteBackup.Restore(Copied, Database);

        Assert.Equal(1, Newest(Database));
        Assert.Equal(2, Newest(replaced!));
    }

    [Fact]
    public void A_copy_is_one_whole_file_though_somebody_is_writing()
    {
        using var writer = Open(Database);
        Execute(writer, "BEGIN IMMEDIATE");
        Execute(writer, "INSERT INTO Revisions (Number, CommittedAt, ChangeCount) VALUES (7, '2026-01-01', 0)");

        SqliteBackup.Copy(Database, Copied);

        Assert.Equal(1, Newest(Copied));
        Assert.Equal(["copy.db"], Directory.GetFiles(folder.FullName, "copy*").Select(Path.GetFileName));
    }

    [Fact]
    public void Nothing_is_overwritten_by_a_copy()
    {
        File.WriteAllText(Copied, "precious");

        Assert.Throws<IOException>(() => SqliteBackup.Copy(Database, Copied));
        Assert.Equal("precious", File.ReadAllText(Copied));
    }

    [Fact]
    public void A_database_that_somebody_has_open_is_not_replaced()
    {
        SqliteBackup.Copy(Database, Copied);
        Commit(2);
        using var server = Open(Database);
        Execute(server, "SELECT count(*) FROM Revisions");

        var refusal = Assert.Throws<IOException>(() => SqliteBackup.Restore(Copied, Database));

        Assert.Contains("in use", refusal.Message, StringComparison.Ordinal);
        Assert.Equal(2, Newest(Database));
    }

    [Theory]
    [InlineData("text")]
    [InlineData("foreign")]
    [InlineData("damaged")]
    [InlineData("absent")]
    public void What_is_no_copy_is_not_put_in_the_place_of_the_database(string kind)
    {
        Spoil(kind);

        Assert.ThrowsAny<Exception>(() => SqliteBackup.Restore(Copied, Database));

        Assert.Equal(1, Newest(Database));
        Assert.Empty(Directory.GetFiles(folder.FullName, "*.unfinished"));
        Assert.Empty(Directory.GetFiles(folder.FullName, "*.replaced"));
    }

    [Fact]
    public void A_copy_can_be_put_where_there_is_nothing_yet()
    {
        SqliteBackup.Copy(Database, Copied);

        Assert.Null(SqliteBackup.Restore(Copied, Path.Combine(folder.FullName, "new.db")));
        Assert.Equal(1, Newest(Path.Combine(folder.FullName, "new.db")));
    }

    private void Spoil(string kind)
    {
        switch (kind)
        {
            case "text":
                File.WriteAllText(Copied, "no database at all, but a text that is long enough to be looked at");
                break;
            case "foreign":
                Execute(Copied, "CREATE TABLE Something (Id INTEGER)");
                break;
            case "damaged":
                SqliteBackup.Copy(Database, Copied);
                var bytes = File.ReadAllBytes(Copied);
                bytes.AsSpan(4096 * 3, 4096 * 8).Fill(0x5A);
                File.WriteAllBytes(Copied, bytes);
                break;
        }
    }

    private void Commit(int number) => Execute(Database, $"INSERT INTO Revisions (Number, CommittedAt, ChangeCount) VALUES ({number}, '2026-01-01', 0)");

    private static long Newest(string file)
    {
        using var connection = Open(file);
        return (long)Execute(connection, "SELECT max(Number) FROM Revisions")!;
    }

    private static void Execute(string file, string sql)
    {
        using var connection = Open(file);
        Execute(connection, sql);
    }

    private static SqliteConnection Open(string file)
    {
        var connection = new SqliteConnection($"Data Source={file};Pooling=False");
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
