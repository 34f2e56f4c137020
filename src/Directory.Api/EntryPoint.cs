using CenterDirectory.Api.Commands;

namespace CenterDirectory.Api;

/// <summary>Where the process begins. No top-level statements: their class would be named as the entity Program is.</summary>
internal static class EntryPoint
{
    /// <summary>
    /// Setting of the runtime: whether methods that are called often are watched, and then compiled once more by what was seen. An import ends
    /// before that has paid (docs/decisions/0037-imports-without-profiles.md); a server lives of it.
    /// </summary>
    private const string Profiles = "DOTNET_TieredPGO";

    public static Task<int> Main(string[] args)
    {
        if (SettingsSplit.Of(args).Arguments is [ImportCommand.Name, ..])
        {
            ProcessRestart.With(Profiles, "0");
        }

        return CommandLine.RunAsync(args);
    }
}
