using CenterDirectory.Api.Tests.Access;
using CenterDirectory.Data.Requests;
using CenterDirectory.Data.Values;
using CenterDirectory.GraphQL.Types;
using Microsoft.AspNetCore.Builder;
using Microsoft.EntityFrameworkCore;

namespace CenterDirectory.Api.Tests.Requests;

/// <summary>The stage of keys with a key for personal data, and centers that work and offer something.</summary>
internal static class RequestStage
{
    public const string EncryptionKey = "AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8=";

    public const string Send = "mutation($input: RequestSupportInput!) { requestSupport(input: $input) { receipt errors { __typename ... on Error { code path } } } }";

    public const string Withdraw = "mutation($input: WithdrawSupportRequestInput!) { withdrawSupportRequest(input: $input) { withdrawn errors { __typename ... on Error { code path } } } }";

    public const string Mine = "{ myRequests { totalCount nodes { id state text contactName contact { kind value } center { slug } territory { slug } firstAnsweredAt erasesOn note messages { text center { slug } } } } }";

    public static Task<KeyStage> OpenAsync(Action<WebApplicationBuilder>? customize = null, params (string Key, string Value)[] settings) => KeyStage.OpenAsync(builder =>
    {
        builder.Configuration["Requests:EncryptionKey"] = EncryptionKey;
        foreach (var (key, value) in settings)
        {
            builder.Configuration[key] = value;
        }

        customize?.Invoke(builder);
    });

    /// <summary>Centers of the stage say neither that they work nor what they offer.</summary>
    public static Task OpenCenterAsync(this KeyStage stage, string slug, params SupportKind[] kinds) => stage.ReadAsync(async db =>
    {
        var center = await db.Centers.SingleAsync(known => known.Slug == slug);
        (center.Status, center.SupportKinds) = (CenterStatus.Active, [.. kinds]);
        return await db.SaveChangesAsync();
    });

    public static Dictionary<string, object?> Input(
        string text = "Нужен юрист для устава", string territory = "kraj", string phone = "+7 (999) 123-45-67", string version = "1") => new()
    {
        ["text"] = text, ["supportKinds"] = new[] { "CONSULTING" }, ["territory"] = territory, ["contactName"] = "Пелагея Тихоновна",
        ["contact"] = new { phone }, ["consent"] = new { accepted = true, textVersion = version },
    };

    public static Task<Answer> SendAsync(this KeyStage stage, Dictionary<string, object?> input) => stage.AskAsync(null, Send, new { input });

    /// <summary>The codes and places of the errors of a mutation, in a line.</summary>
    public static string ErrorsOf(this Answer answer, string mutation) => string.Join(", ", answer.At(mutation + ".errors").EnumerateArray().Select(error =>
        $"{error.GetProperty("code").GetString()} {string.Join('.', error.GetProperty("path").EnumerateArray().Select(step => step.GetString()))}".TrimEnd()));

    /// <summary>Does something with a request, with a key.</summary>
    public static Task<Answer> ActAsync(this KeyStage stage, string secret, string mutation, object input) => stage.AskAsync(
        secret,
        $"mutation($input: {char.ToUpperInvariant(mutation[0])}{mutation[1..]}Input!) {{ {mutation}(input: $input) {{ request {{ id state text note firstAnsweredAt center {{ slug }} messages {{ text }} }} errors {{ __typename ... on Error {{ code path }} }} }} }}",
        new { input });

    /// <summary>A request of a center that nobody wrote, for tests of rights.</summary>
    public static async Task<string> AddAsync(KeyStage stage, string center)
    {
        var id = await stage.KeyOfAsync("center", center);
        var number = await stage.ReadAsync(async db =>
        {
            var request = new SupportRequest
            {
                CenterId = id, TerritoryId = await db.Centers.Where(known => known.Id == id).Select(known => known.TerritoryId).SingleAsync(),
                CreatedAt = stage.Directory.Now.UtcDateTime, ErasesOn = DateOnly.FromDateTime(stage.Directory.Now.UtcDateTime).AddDays(180), ReceiptHash = Guid.NewGuid().ToByteArray(),
            };
            db.SupportRequests.Add(request);
            await db.SaveChangesAsync();
            return request.Id;
        });
        return GlobalId.Encode(nameof(SupportRequest), number);
    }
}
