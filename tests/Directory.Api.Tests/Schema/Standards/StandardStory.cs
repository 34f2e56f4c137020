using System.Text.Json;
using CenterDirectory.Api.Access;
using CenterDirectory.Api.Tests.Access;
using CenterDirectory.Data.Values;

namespace CenterDirectory.Api.Tests.Schema.Standards;

/// <summary>Who declares and judges services by standards over HTTP, on the stage of keys.</summary>
internal static class StandardStory
{
    private const string Payload = """
        declaration { state score reason verdict expiresOn reviewedBy { slug } metCriteria criteria { criterion { key } state } service { slug } standard { slug } }
        revision { number }
        errors { __typename ... on Error { code message path } }
        """;

    /// <summary>Declares that the service of a center meets a standard.</summary>
    public static async Task<JsonElement> DeclareAsync(this KeyStage stage, string secret, string center, string standard, params string[] criteria) =>
        await stage.WriteAsync(secret, "declareStandard", "DeclareStandardInput", new
        {
            serviceId = await stage.IdOfAsync("service", center + "-s"), standardId = await stage.IdOfAsync("standard", standard), criteria,
        });

    /// <summary>Judges it.</summary>
    public static async Task<JsonElement> ReviewAsync(
        this KeyStage stage, string secret, string center, string standard, string verdict, string? reason = null, string[]? criteria = null) =>
        await stage.WriteAsync(secret, "reviewStandard", "ReviewStandardInput", new
        {
            serviceId = await stage.IdOfAsync("service", center + "-s"), standardId = await stage.IdOfAsync("standard", standard), verdict, reason, criteria,
        });

    /// <summary>Undoes a revision; the codes of what stood against it.</summary>
    public static async Task<IReadOnlyList<string>> UndoAsync(this KeyStage stage, string secret, JsonElement done)
    {
        var input = new { revision = done.GetProperty("revision").GetProperty("number").GetInt32() };
        var answer = await stage.AskAsync(secret, "mutation($input: UndoEditInput!) { undoEdit(input: $input) { errors { ... on Error { code } } } }", new { input });
        return CodesOf(answer.At("undoEdit"));
    }

    /// <summary>Codes of the errors of a payload.</summary>
    public static IReadOnlyList<string> CodesOf(JsonElement payload) =>
        [.. payload.GetProperty("errors").EnumerateArray().Select(error => error.GetProperty("code").GetString()!)];

    /// <summary>What the service of a center is worth now, in a line.</summary>
    public static async Task<string> StandingAsync(this KeyStage stage, string center)
    {
        var service = (await stage.Directory.DataAsync(
            $$"""{ service(slug: "{{center}}-s") { standard { state score standard { slug } criteria { state } } } }""")).GetProperty("service").GetProperty("standard");
        return service.ValueKind == JsonValueKind.Null ? "" : LineOf(service);
    }

    /// <summary>A declaration in a line.</summary>
    public static string LineOf(JsonElement declaration) => string.Join(' ', [
        declaration.GetProperty("standard").GetProperty("slug").GetString()!, declaration.GetProperty("state").GetString()!, declaration.GetProperty("score").GetRawText(),
        .. declaration.GetProperty("criteria").EnumerateArray().Select(criterion => criterion.GetProperty("state").GetString()!)]);

    /// <summary>A key of the one who edits a center.</summary>
    public static Task<string> EditorAsync(this KeyStage stage, string center) => stage.IssueAsync(new KeyWish("Редактор", AccessRole.Editor, [center]));

    /// <summary>A key of the one who coordinates the network.</summary>
    public static Task<string> NetworkAsync(this KeyStage stage) => stage.IssueAsync(new KeyWish("Сеть", AccessRole.Coordinator, Network: "set"));

    /// <summary>A key of the one who coordinates the region.</summary>
    public static Task<string> RegionAsync(this KeyStage stage) => stage.IssueAsync(new KeyWish("Край", AccessRole.Coordinator, Territory: "kraj"));

    private static async Task<JsonElement> WriteAsync(this KeyStage stage, string secret, string field, string type, object input)
    {
        var answer = await stage.AskAsync(secret, $"mutation($input: {type}!) {{ {field}(input: $input) {{ {Payload} }} }}", new { input });
        Assert.False(answer.Json.TryGetProperty("errors", out _), answer.Body);
        return answer.At(field).Clone();
    }
}
