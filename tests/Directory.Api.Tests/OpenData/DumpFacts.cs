using System.Text.Json.Nodes;
using CenterDirectory.Api.OpenData.Dumps;
using Microsoft.Extensions.DependencyInjection;

namespace CenterDirectory.Api.Tests.OpenData;

/// <summary>Dumps of directories as facts that can be compared: without keys and times, which are each directory's own.</summary>
internal static class DumpFacts
{
    private static readonly string[] Own = ["id", "createdAt", "updatedAt", "sources"];

    /// <summary>Writes a dump into a folder.</summary>
    public static async Task<string> ExportAsync(OwnDirectory directory, string folder)
    {
        await directory.Services.GetRequiredService<DumpPublisher>().ExportAsync(
            folder, directory.Services.GetRequiredService<DumpTables>().All, TestContext.Current.CancellationToken);
        return folder;
    }

    /// <summary>Makes a directory of the files of a dump, by the manifest that is shipped.</summary>
    public static async Task<OwnDirectory> ImportAsync(IEnumerable<(string Name, string Text)> files, DatabaseKind? on = null)
    {
        var directory = await OwnDirectory.CreateAsync(on: on);
        directory.Write("directory.yaml", await File.ReadAllTextAsync(Path.Combine(CenterDirectory.Api.Hosting.HostPaths.Root, "feeds", "directory.yaml")));
        foreach (var (name, text) in files)
        {
            directory.Write(name, text);
        }

        await directory.ImportAsync();
        var issues = await directory.DataAsync("{ importRuns { nodes { errors warnings issues { nodes { code field row } } } } }");
        Assert.All(issues.GetProperty("importRuns").GetProperty("nodes").EnumerateArray(), run =>
            Assert.True(run.GetProperty("errors").GetInt32() + run.GetProperty("warnings").GetInt32() == 0, run.GetRawText()));
        return directory;
    }

    /// <summary>The facts of a dump, in order.</summary>
    public static List<string> Of(string folder) => [.. File.ReadLines(Path.Combine(folder, DumpNames.All)).Select(line => Of(JsonNode.Parse(line)!)).Order(StringComparer.Ordinal)];

    /// <summary>The facts of a record as text, its fields in order.</summary>
    public static string Of(JsonNode record, params string[] except) => Strip(record, [.. Own, .. except])!.ToJsonString(DumpJson.Options);

    private static JsonNode? Strip(JsonNode? node, string[] except) => node switch
    {
        JsonObject fields => new JsonObject(fields.Where(field => !except.Contains(field.Key) && field.Value is not JsonArray { Count: 0 })
            .OrderBy(field => field.Key, StringComparer.Ordinal).Select(field => KeyValuePair.Create(field.Key, Strip(field.Value, except)))),
        JsonArray items => new JsonArray([.. items.Select(item => Strip(item, except))]),
        _ => node?.DeepClone(),
    };
}
