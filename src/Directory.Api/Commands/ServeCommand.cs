using System.CommandLine;
using CenterDirectory.Api.Hosting;
using CenterDirectory.Data;

namespace CenterDirectory.Api.Commands;

/// <summary><c>serve</c>: migrates, starts, imports what is due, answers.</summary>
internal static class ServeCommand
{
    public static Command Create(string[] settings)
    {
        var command = new Command("serve", Words.Pick("Запустить сервер (так и без команды).", "Start the server (the default)."));
        command.SetAction((_, cancellationToken) => RunAsync(settings, cancellationToken));
        return command;
    }

    public static async Task<int> RunAsync(string[] settings, CancellationToken cancellationToken)
    {
        await using var app = DirectoryHost.BuildServer(settings);
        await app.Services.GetRequiredService<DirectoryMigrator>().MigrateAsync(cancellationToken);
        await app.RunAsync(cancellationToken);
        return ExitCodes.Done;
    }
}
