using System.CommandLine;

namespace CenterDirectory.Api.Commands;

/// <summary>The commands of the one executable. Settings of the configuration may follow each: <c>--Key:Name value</c>.</summary>
internal static class CommandLine
{
    /// <summary>Runs the command that the arguments name; without one, serves.</summary>
    /// <returns>0 done; 1 done with trouble in the data; 2 the command itself was wrong.</returns>
    public static async Task<int> RunAsync(string[] arguments)
    {
        var root = new RootCommand(Words.Pick("Открытый справочник ресурсных центров для НКО.", "Open directory of resource centers for non-profits."))
        {
            WithSettings(ServeCommand.Create()),
            WithSettings(ImportCommand.Create()),
            FeedsCommand.Create(),
            SchemaCommand.Create(),
            WithSettings(MigrateCommand.Create()),
        };
        WithSettings(root);
        root.SetAction((parsed, cancellationToken) => ServeCommand.RunAsync(Settings(parsed), cancellationToken));

        var result = root.Parse(arguments);
        if (result.Errors.Count == 0 && result.UnmatchedTokens is [var first, ..] && !first.StartsWith("--", StringComparison.Ordinal))
        {
            await Console.Error.WriteLineAsync(Words.Pick(
                $"Нет команды «{first}». Есть serve, import, feeds check, schema print и migrate; подробнее: --help.",
                $"There is no command '{first}'. There are serve, import, feeds check, schema print and migrate; --help tells more."));
            return ExitCodes.Usage;
        }

        var code = await result.InvokeAsync();
        return result.Errors.Count > 0 ? ExitCodes.Usage : code;
    }

    /// <summary>The settings among the arguments, for the configuration.</summary>
    public static string[] Settings(ParseResult parsed) => [.. parsed.UnmatchedTokens];

    private static Command WithSettings(Command command)
    {
        command.TreatUnmatchedTokensAsErrors = false;
        return command;
    }
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
