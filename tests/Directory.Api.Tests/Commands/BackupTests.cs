using Microsoft.Data.Sqlite;

namespace CenterDirectory.Api.Tests.Commands;

/// <summary>The commands around a copy; the copy itself: SqliteBackupTests.</summary>
public sealed class BackupTests : IDisposable
{
    private readonly CommandProcess caller = new();

    public void Dispose() => caller.Dispose();

    [Fact]
    public async Task A_copy_goes_out_and_back_unless_it_is_of_a_later_version()
    {
        await DoneAsync("migrate");
        await DoneAsync("backup", "copy.db");
        var restored = await DoneAsync("restore", "copy.db");
        Assert.Contains("directory.db.replaced", restored.Output, StringComparison.Ordinal);

        using (var copy = new SqliteConnection($"Data Source={Path.Combine(caller.Folder, "copy.db")};Pooling=False"))
        {
            copy.Open();
            using var command = copy.CreateCommand();
            command.CommandText = "INSERT INTO __EFMigrationsHistory VALUES ('9999_Later', '99')";
            command.ExecuteNonQuery();
        }

        var refused = await caller.RunAsync("restore", "copy.db");

        Assert.Equal(2, refused.ExitCode);
        Assert.Contains("9999_Later", refused.Errors, StringComparison.Ordinal);
    }

    [Fact]
    public async Task PostgreSQL_is_told_its_own_tools()
    {
        var refused = await caller.RunAsync("backup", "copy.db", "--ConnectionStrings:Directory=Host=nowhere;Database=x");

        Assert.Equal(2, refused.ExitCode);
        Assert.Contains("pg_dump", refused.Errors, StringComparison.Ordinal);
    }

    private async Task<CommandResult> DoneAsync(params string[] arguments)
    {
        var result = await caller.RunAsync(arguments);
        Assert.True(result.ExitCode == 0, result.Text);
        return result;
    }
}
