using System.Diagnostics;
using System.Text;
using System.Text.Json;

namespace CenterDirectory.Api.Tests.Feeds;

/// <summary>Reads feeds with programs that are not ours (<c>check-feed.mjs</c>); skips the test where they are not installed.</summary>
internal static class ForeignReader
{
    private static readonly string Folder = DirectoryServer.TestFolder;

    /// <summary>What it read of a feed in which nothing is wrong.</summary>
    public static async Task<JsonElement> ReadAsync(string format, string text)
    {
        Assert.SkipUnless(System.IO.Directory.Exists(Path.Combine(Folder, "node_modules", "ical.js")), "The readers are not installed: npm ci --prefix tests/Directory.Api.Tests");
        var file = Path.GetTempFileName();
        try
        {
            await File.WriteAllTextAsync(file, text, new UTF8Encoding(false), TestContext.Current.CancellationToken);
            var answer = await RunAsync(format, file);
            Assert.Empty(answer.GetProperty("problems").EnumerateArray().Select(problem => problem.GetString()));
            return answer.GetProperty("entries");
        }
        finally
        {
            File.Delete(file);
        }
    }

    private static async Task<JsonElement> RunAsync(string format, string file)
    {
        var start = new ProcessStartInfo("node") { RedirectStandardOutput = true, RedirectStandardError = true };
        start.ArgumentList.Add(Path.Combine(Folder, "Feeds", "check-feed.mjs"));
        start.ArgumentList.Add(format);
        start.ArgumentList.Add(file);
        using var process = Start(start);
        var errors = process.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
        var output = await process.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);
        Assert.True(process.ExitCode == 0, await errors);
        return JsonElement.Parse(output);
    }

    private static Process Start(ProcessStartInfo start)
    {
        try
        {
            return Process.Start(start)!;
        }
        catch (System.ComponentModel.Win32Exception)
        {
            Assert.Skip("There is no Node on the PATH.");
            throw;
        }
    }
}
