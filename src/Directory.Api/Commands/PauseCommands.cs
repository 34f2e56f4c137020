using System.CommandLine;
using CenterDirectory.Data;
using CenterDirectory.Importers.Manifests;
using CenterDirectory.Importers.Running;

namespace CenterDirectory.Api.Commands;

/// <summary><c>feeds pause</c> and <c>feeds resume</c>: a server that runs meanwhile takes note within half a minute.</summary>
internal static class PauseCommands
{
    public static Command Pause(string[] settings)
    {
        var key = KeyArgument();
        var why = new Option<string?>("--why") { Description = Words.Pick("Почему; это увидят все.", "Why; everybody will see it.") };
        var command = new Command("pause", Words.Pick("Приостановить источник: сам он запускаться не будет.", "Pause a source: it will not run by itself.")) { key, why };
        command.SetAction((parsed, cancellationToken) => SwitchAsync(
            parsed.GetValue(key)!, settings,
            (source, manifest) => source.PauseAsync(manifest, parsed.GetValue(why), cancellationToken),
            Words.Pick("приостановлен", "paused"), cancellationToken));
        return command;
    }

    public static Command Resume(string[] settings)
    {
        var key = KeyArgument();
        var command = new Command("resume", Words.Pick("Снять источник с паузы.", "Resume a source.")) { key };
        command.SetAction((parsed, cancellationToken) => SwitchAsync(
            parsed.GetValue(key)!, settings,
            (source, manifest) => source.ResumeAsync(manifest, cancellationToken),
            Words.Pick("снова работает по расписанию", "runs by its schedule again"), cancellationToken));
        return command;
    }

    private static Argument<string> KeyArgument() => new("source") { Description = Words.Pick("Ключ источника.", "Key of the source.") };

    private static async Task<int> SwitchAsync(
        string key, string[] settings, Func<SourceSwitch, FeedManifest, Task> act, string done, CancellationToken cancellationToken)
    {
        await using var app = CommandHost.Build(settings);
        if (await CommandHost.FindAsync(app.Services, key) is not { } manifest)
        {
            return ExitCodes.Usage;
        }

        await app.Services.GetRequiredService<DirectoryMigrator>().MigrateAsync(cancellationToken);
        await act(app.Services.GetRequiredService<SourceSwitch>(), manifest);
        Console.WriteLine($"{key}: {done}");
        return ExitCodes.Done;
    }
}
