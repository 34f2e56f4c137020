using CenterDirectory.Api.Commands;

namespace CenterDirectory.Api;

/// <summary>Where the process begins. No top-level statements: their class would be named as the entity Program is.</summary>
internal static class EntryPoint
{
    public static Task<int> Main(string[] args) => CommandLine.RunAsync(args);
}
