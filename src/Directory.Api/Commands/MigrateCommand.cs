using System.CommandLine;
using CenterDirectory.Api.Hosting;
using CenterDirectory.Data;

namespace CenterDirectory.Api.Commands;

/// <summary><c>migrate</c>: brings the database up to date and says what was done.</summary>
internal static class MigrateCommand
{
    public static Command Create(string[] settings)
    {
        var command = new Command("migrate", Words.Pick("Обновить структуру базы данных.", "Bring the database up to date."));
        command.SetAction(async (_, cancellationToken) =>
        {
            await using var app = new CommandApplication(DirectoryHost.CreateBuilder(settings).Build());
            var applied = await app.Services.GetRequiredService<DirectoryMigrator>().MigrateAsync(cancellationToken);
            Console.WriteLine(applied.Count == 0
                ? Words.Pick("База данных уже обновлена.", "The database is up to date.")
                : Words.Pick("Применено: ", "Applied: ") + string.Join(", ", applied));
            return ExitCodes.Done;
        });
        return command;
    }
}
