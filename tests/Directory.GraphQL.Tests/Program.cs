using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using CenterDirectory.GraphQL.Tests.Golden;

namespace CenterDirectory.GraphQL.Tests;

/// <summary>Runs the tests; with <c>--serve-test-schema</c> answers requests instead, a JSON object a line, for <c>tests/oracle/fuzz.mjs</c>.</summary>
internal static class Program
{
    private static readonly JsonSerializerOptions Json = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static async Task<int> Main(string[] args)
    {
        if (args is not ["--serve-test-schema"])
        {
            return await Xunit.Runner.InProc.SystemConsole.ConsoleRunner.Run(args);
        }

        await using var output = new StreamWriter(Console.OpenStandardOutput());
        using var input = new StreamReader(Console.OpenStandardInput());
        while (await input.ReadLineAsync() is { } line)
        {
            var request = JsonNode.Parse(line)!.AsObject();
            var item = new GoldenCase(request["document"]!.GetValue<string>(), request["variables"]?.ToJsonString(), request["operation"]?.GetValue<string>());
            await output.WriteLineAsync((await AnswerAsync(item)).ToJsonString(Json));
            await output.FlushAsync();
        }

        return 0;
    }

    /// <summary>What the engine should never do is an answer too: the fuzzer shows the document that brought it about.</summary>
    private static async Task<JsonObject> AnswerAsync(GoldenCase item)
    {
        try
        {
            return await GoldenAnswer.OfAsync(item);
        }
        catch (Exception failure) when (failure is not OutOfMemoryException)
        {
            return new JsonObject { ["crash"] = failure.ToString() };
        }
    }
}
