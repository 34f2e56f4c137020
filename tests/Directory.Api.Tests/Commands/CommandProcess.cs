using System.Diagnostics;
using System.Text;

namespace CenterDirectory.Api.Tests.Commands;

/// <summary>The built executable in a folder of its own, with a database there: what a person at a console has.</summary>
internal sealed class CommandProcess : IDisposable
{
    private static readonly string Program = Path.Combine(AppContext.BaseDirectory, "CenterDirectory.Api.dll");

    private readonly DirectoryInfo folder = System.IO.Directory.CreateTempSubdirectory("center-directory-");

    /// <summary>The folder in which the caller stands.</summary>
    public string Folder => folder.FullName;

    /// <summary>The database that commands are told to use.</summary>
    public string DatabaseFile => Path.Combine(Folder, "directory.db");

    /// <summary>Folder of the manifests; null for those that are shipped.</summary>
    public string? Feeds { get; set; }

    /// <summary>Writes a file of the caller's folder.</summary>
    public string Write(string name, string text, Encoding? encoding = null)
    {
        var path = Path.Combine(Folder, name);
        System.IO.Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllText(path, text, encoding ?? new UTF8Encoding(encoderShouldEmitUTF8Identifier: false));
        return path;
    }

    /// <summary>Runs a command to its end.</summary>
    public async Task<CommandResult> RunAsync(params string[] arguments)
    {
        using var process = Start(arguments);
        var output = process.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        var errors = process.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        patience.CancelAfter(TimeSpan.FromMinutes(2));
        try
        {
            await process.WaitForExitAsync(patience.Token);
        }
        catch (OperationCanceledException)
        {
            process.Kill(entireProcessTree: true);
            throw;
        }

        return new CommandResult(process.ExitCode, await output, await errors);
    }

    /// <summary>Starts a command and does not wait for it.</summary>
    public Process Start(params string[] arguments)
    {
        var start = new ProcessStartInfo("dotnet", [Program, .. arguments])
        {
            WorkingDirectory = Folder,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            StandardOutputEncoding = Encoding.UTF8,
            StandardErrorEncoding = Encoding.UTF8,
        };
        start.Environment["LC_ALL"] = "en_US.UTF-8";
        start.Environment["ConnectionStrings__Directory"] = $"Data Source={DatabaseFile}";
        start.Environment["Importers__ArchivePath"] = Path.Combine(Folder, "archive");
        start.Environment["Dumps__Path"] = Path.Combine(Folder, "dumps");
        if (Feeds is not null)
        {
            start.Environment["Feeds__Paths__0"] = Feeds;
        }

        return Process.Start(start)!;
    }

    /// <inheritdoc/>
    public void Dispose() => folder.Delete(recursive: true);
}

/// <summary>How a command ended.</summary>
/// <param name="ExitCode">Its exit code.</param>
/// <param name="Output">Its standard output.</param>
/// <param name="Errors">Its standard error.</param>
internal sealed record CommandResult(int ExitCode, string Output, string Errors)
{
    /// <summary>Both, for messages that may stand in either.</summary>
    public string Text => Output + Errors;

    /// <summary>The numbers of a source in the table that ends an import: read, added, changed, unchanged, retired, out of scope, warnings, errors.</summary>
    public int[] NumbersOf(string source)
    {
        var row = Output.Split('\n').Last(line => line.Contains($" {source} ", StringComparison.Ordinal) || line.StartsWith(source + " ", StringComparison.Ordinal));
        var words = row.Split(['|', ' ', '│'], StringSplitOptions.RemoveEmptyEntries);
        return [.. words.Where(word => word.All(letter => char.IsDigit(letter) || letter == ',')).Select(word => int.Parse(word.Replace(",", "", StringComparison.Ordinal), System.Globalization.CultureInfo.InvariantCulture))];
    }
}
