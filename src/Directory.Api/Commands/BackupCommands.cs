using System.CommandLine;
using CenterDirectory.Api.Hosting;
using CenterDirectory.Data;
using CenterDirectory.Data.Sqlite;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace CenterDirectory.Api.Commands;

/// <summary><c>backup</c> and <c>restore</c>: a copy of the whole database while it is in use, and back.</summary>
internal static class BackupCommands
{
    /// <summary><c>backup FILE</c>.</summary>
    public static Command CreateBackup(string[] settings)
    {
        var file = new Argument<string>("file") { Description = Words.Pick("Новый файл копии.", "New file of the copy.") };
        var command = new Command("backup", Words.Pick("Скопировать базу данных, не останавливая сервер.", "Copy the database while the server goes on.")) { file };
        command.SetAction(parsed => RunAsync(settings, isBackup: true, (database, _) =>
        {
            var copy = HostPaths.FromCaller(parsed.GetValue(file)!);
            SqliteBackup.Copy(database, copy);
            Console.WriteLine(Words.Pick($"Копия готова и проверена: {copy} ({Mebibytes(copy)} МиБ).", $"Copied and checked: {copy} ({Mebibytes(copy)} MiB)."));
            return ExitCodes.Done;
        }));
        return command;
    }

    /// <summary><c>restore FILE</c>.</summary>
    public static Command CreateRestore(string[] settings)
    {
        var file = new Argument<string>("file") { Description = Words.Pick("Файл копии.", "File of the copy.") };
        var command = new Command("restore", Words.Pick("Вернуть базу данных из копии; сервер должен быть остановлен.", "Put a copy in the place of the database; the server must be stopped.")) { file };
        command.SetAction(parsed => RunAsync(settings, isBackup: false, (database, known) =>
        {
            var copy = HostPaths.FromCaller(parsed.GetValue(file)!);
            if (File.Exists(copy) && Unknown(copy, known) is { } later)
            {
                throw new IOException(Words.Pick(
                    $"Копия сделана более новой версией программы ({later}); восстановите её той версией.", $"The copy was made by a later version of the program ({later}); restore it with that version."));
            }

            var replaced = SqliteBackup.Restore(copy, database);
            Console.WriteLine(Words.Pick($"Восстановлено: {database}.", $"Restored: {database}."));
            if (replaced is not null)
            {
                Console.WriteLine(Words.Pick($"Прежняя база: {replaced}.", $"The database that was there: {replaced}."));
            }

            return ExitCodes.Done;
        }));
        return command;
    }

    /// <summary>A migration of the copy that this program does not know; null if it knows all, or the file is none of ours, which is told later.</summary>
    private static string? Unknown(string copy, IReadOnlyCollection<string> known)
    {
        try
        {
            return SqliteBackup.MigrationsOf(copy).FirstOrDefault(name => !known.Contains(name));
        }
        catch (SqliteException)
        {
            return null;
        }
    }

    private static async Task<int> RunAsync(string[] settings, bool isBackup, Func<string, IReadOnlyCollection<string>, int> act)
    {
        await using var app = CommandHost.Build(settings);
        var connectionString = DirectoryHost.ConnectionString(app.Configuration);
        if (DatabaseProviders.IsPostgres(connectionString))
        {
            return await CommandHost.RefuseAsync(isBackup
                ? Words.Pick(
                    "База данных – PostgreSQL: её копирует pg_dump (pg_dump --format=custom --file=ФАЙЛ …), см. docs/operations.md.",
                    "The database is PostgreSQL's: pg_dump copies it (pg_dump --format=custom --file=FILE …), see docs/operations.md.")
                : Words.Pick(
                    "База данных – PostgreSQL: её восстанавливает pg_restore (pg_restore --clean --if-exists --single-transaction …), см. docs/operations.md.",
                    "The database is PostgreSQL's: pg_restore puts it back (pg_restore --clean --if-exists --single-transaction …), see docs/operations.md."));
        }

        if (SqliteFile.Find(connectionString) is not { } database)
        {
            return await CommandHost.RefuseAsync(Words.Pick("База данных в памяти, копировать нечего.", "The database is in memory, there is nothing to copy."));
        }

        await using var db = await app.Services.GetRequiredService<IDbContextFactory<DirectoryDb>>().CreateDbContextAsync();
        return act(database, [.. db.Database.GetMigrations()]);
    }

    private static string Mebibytes(string file) => (new FileInfo(file).Length / 1048576.0).ToString("0.0", System.Globalization.CultureInfo.InvariantCulture);
}
