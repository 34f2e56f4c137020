using System.CommandLine;
using System.Data.Common;
using Microsoft.Extensions.Options;

namespace CenterDirectory.Api.Commands;

/// <summary>The commands of the one executable. Settings of the configuration may stand anywhere: <c>--Section:Key value</c>.</summary>
internal static class CommandLine
{
    /// <summary>Runs the command that the arguments name; without one, serves.</summary>
    /// <returns>0 done; 1 done with trouble in the data; 2 the command itself was wrong.</returns>
    public static async Task<int> RunAsync(string[] all)
    {
        var (arguments, settings) = SettingsSplit.Of(all);
        var root = new RootCommand(Words.Pick("Открытый справочник ресурсных центров для НКО.", "Open directory of resource centers for non-profits."))
        {
            ServeCommand.Create(settings),
            ImportCommand.Create(settings),
            ExportCommand.Create(settings),
            FeedsCommand.Create(settings),
            MatchesCommand.Create(settings),
            CentersCommand.Create(settings),
            KeysCommand.Create(settings),
            RequestsCommand.Create(settings),
            SchemaCommand.Create(settings),
            MigrateCommand.Create(settings),
            BackupCommands.CreateBackup(settings),
            BackupCommands.CreateRestore(settings),
        };
        root.SetAction((_, cancellationToken) => ServeCommand.RunAsync(settings, cancellationToken));

        var parsed = root.Parse(arguments);
        try
        {
            var code = await parsed.InvokeAsync(Invocation);
            return parsed.Errors.Count > 0 ? ExitCodes.Usage : code;
        }
        catch (Exception error) when (IsOfTheSurroundings(error))
        {
            await Console.Error.WriteLineAsync(error.Message);
            return ExitCodes.Usage;
        }
    }

    /// <summary>
    /// Who is told to end ends what was begun: a server drains, an import closes its run. Each has a limit of its own, a second one would cut
    /// them off; whoever cannot wait kills.
    /// </summary>
    private static InvocationConfiguration Invocation => new() { EnableDefaultExceptionHandler = false, ProcessTerminationTimeout = Timeout.InfiniteTimeSpan };

    /// <summary>A wrong setting, a port in use, a database that cannot be opened: the message tells all, a stack trace would only hide it.</summary>
    private static bool IsOfTheSurroundings(Exception error) =>
        error is IOException or UnauthorizedAccessException or DbException or OptionsValidationException;
}

/// <summary>What a command tells its caller.</summary>
internal static class ExitCodes
{
    /// <summary>Done.</summary>
    public const int Done = 0;

    /// <summary>Done, but something in the data or feeds needs a hand.</summary>
    public const int Trouble = 1;

    /// <summary>The command could not be understood or carried out at all.</summary>
    public const int Usage = 2;
}
