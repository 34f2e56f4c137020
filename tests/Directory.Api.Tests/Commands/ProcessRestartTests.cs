using System.Diagnostics;
using System.Text;

namespace CenterDirectory.Api.Tests.Commands;

/// <summary>An import begins anew with the settings of the runtime that suit it: docs/decisions/0037-imports-without-profiles.md.</summary>
public sealed class ProcessRestartTests : IDisposable
{
    private const string Variable = "DOTNET_TieredPGO";

    private readonly CommandProcess command = new();

    public ProcessRestartTests()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "A process can take on another program on Unix alone, and is asked what it got through /proc.");
        command.Feeds = Path.Combine(command.Folder, "feeds");
        command.Write("feeds/clubs.yaml", """
            key: clubs
            title: Клубы
            source: { file: clubs.csv }
            record: Organization
            id-from: [id]
            map: { name: name }
            """);
        command.Write("feeds/clubs.csv", "id,name\n1,Клуб\n");
    }

    public void Dispose() => command.Dispose();

    [Fact]
    public async Task It_is_the_same_process_which_takes_no_profiles()
    {
        using var process = command.Start("import", "clubs");

        Assert.Equal("0", await ValueAsync(process));
    }

    [Fact]
    public async Task Whoever_has_said_how_it_is_to_be_is_heard()
    {
        Environment.SetEnvironmentVariable(Variable, "1");
        try
        {
            using var process = command.Start("import", "clubs");

            Assert.Equal("1", await ValueAsync(process));
        }
        finally
        {
            Environment.SetEnvironmentVariable(Variable, null);
        }
    }

    [Fact]
    public async Task Its_arguments_and_its_environment_are_what_they_were()
    {
        var file = command.Write("из другого места/клубы №1.csv", "id,name\n1,Клуб\n2,Второй клуб\n");

        var result = await command.RunAsync("import", "clubs", "--from", file, "--Importers:ArchivePath", "");

        Assert.Equal(0, result.ExitCode);
        Assert.Equal(2, result.NumbersOf("clubs")[0]);
        Assert.True(File.Exists(command.DatabaseFile));
    }

    /// <summary>What the variable was when the process ended.</summary>
    private static async Task<string?> ValueAsync(Process process)
    {
        string? value = null;
        while (!process.HasExited)
        {
            value = Read(process.Id) ?? value;
            await Task.Delay(5, TestContext.Current.CancellationToken);
        }

        Assert.Equal(0, process.ExitCode);
        return value;
    }

    private static string? Read(int process)
    {
        try
        {
            var all = Encoding.UTF8.GetString(File.ReadAllBytes($"/proc/{process}/environ")).Split('\0');
            return all.FirstOrDefault(one => one.StartsWith(Variable + "=", StringComparison.Ordinal))?[(Variable.Length + 1)..];
        }
        catch (IOException)
        {
            // It has ended meanwhile.
            return null;
        }
    }
}
