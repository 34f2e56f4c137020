using System.Text.Json;
using CenterDirectory.Api.Access;
using CenterDirectory.Api.Tests.Requests;
using CenterDirectory.Data.Values;
using CenterDirectory.GraphQL.Types;
using CenterDirectory.Importers.Editing;
using Microsoft.Extensions.DependencyInjection;

namespace CenterDirectory.Api.Tests.Access;

/// <summary>How to try one mutation on something that belongs to a center. A mutation that has no probe here fails the tests of rights.</summary>
/// <param name="Act">What it does; null if anybody may.</param>
/// <param name="Input">Writes its input, as the language writes it, about something of the center with this slug. It need not be valid otherwise.</param>
internal sealed record MutationProbe(AccessAct? Act, Func<KeyStage, string, Task<string>> Input)
{
    /// <summary>By the names of the mutations.</summary>
    public static readonly IReadOnlyDictionary<string, MutationProbe> All = new Dictionary<string, MutationProbe>
    {
        ["createKey"] = new(AccessAct.ManageKeys, async (stage, center) => $$"""{ label: "Новый", role: EDITOR, centerIds: ["{{await stage.IdOfAsync("center", center)}}"] }"""),
        ["rotateKey"] = new(AccessAct.ManageKeys, KeyOfAsync),
        ["revokeKey"] = new(AccessAct.ManageKeys, KeyOfAsync),
        ["createCenter"] = new(AccessAct.AddCenter, (_, center) => Task.FromResult($$"""{ center: { name: { ru: "Новый" }, territory: "{{PlaceOf(center)}}", emptyFields: ["nothing"] } }""")),
        ["updateCenter"] = new(AccessAct.Edit, async (stage, center) => $$"""{ id: "{{await stage.IdOfAsync("center", center)}}", center: { emptyFields: ["nothing"] } }"""),
        ["createService"] = new(AccessAct.Edit, async (stage, center) => $$"""{ centerId: "{{await stage.IdOfAsync("center", center)}}", service: {} }"""),
        ["updateService"] = new(AccessAct.Edit, async (stage, center) => $$"""{ id: "{{await OfAsync(stage, center, "Service")}}", service: { emptyFields: ["nothing"] } }"""),
        ["createEvent"] = new(AccessAct.Edit, async (stage, center) => $$"""{ centerId: "{{await stage.IdOfAsync("center", center)}}", event: {} }"""),
        ["updateEvent"] = new(AccessAct.Edit, async (stage, center) => $$"""{ id: "{{await OfAsync(stage, center, "Event")}}", event: { emptyFields: ["nothing"] } }"""),
        ["postponeEvent"] = new(AccessAct.Edit, async (stage, center) => $$"""{ id: "{{await OfAsync(stage, center, "Event")}}", expectedRevision: 0 }"""),
        ["cancelEvent"] = new(AccessAct.Edit, async (stage, center) => $$"""{ id: "{{await OfAsync(stage, center, "Event")}}", expectedRevision: 0 }"""),
        ["confirmEntry"] = new(AccessAct.Edit, async (stage, center) => $$"""{ id: "{{await stage.IdOfAsync("center", center)}}" }"""),
        ["deleteEntry"] = new(AccessAct.Edit, async (stage, center) => $$"""{ id: "{{await stage.IdOfAsync("center", center)}}" }"""),
        ["linkNews"] = new(AccessAct.Edit, async (stage, center) => $$"""{ centerId: "{{await stage.IdOfAsync("center", center)}}", url: "https://news.example/{{Guid.NewGuid()}}", title: "Новость" }"""),
        ["unlinkNews"] = new(AccessAct.Edit, async (stage, center) => $$"""{ centerId: "{{await stage.IdOfAsync("center", center)}}", newsItemId: "none" }"""),
        ["addPersonRole"] = new(AccessAct.Edit, async (stage, center) => $$"""{ centerId: "{{await stage.IdOfAsync("center", center)}}", personRole: { name: "Имя", role: HEAD, consent: false } }"""),
        ["removePersonRole"] = new(AccessAct.Edit, async (stage, center) => $$"""{ centerId: "{{await stage.IdOfAsync("center", center)}}", personId: "none" }"""),
        ["declareStandard"] = new(AccessAct.Edit, DeclarationOfAsync("criteria: [\"nothing\"]")),
        ["reviewStandard"] = new(AccessAct.Review, DeclarationOfAsync("verdict: OBJECT")),
        ["applyEdits"] = new(null, (_, _) => Task.FromResult("{ edits: [] }")),
        ["undoEdit"] = new(AccessAct.Edit, EditOfAsync),
        ["requestSupport"] = new(null, (_, center) => Task.FromResult(
            $$"""{ text: "Нужен совет", supportKinds: [], territory: "{{PlaceOf(center)}}", contactName: "Имя", contact: { phone: "+79990000000" }, consent: { accepted: true, textVersion: "1" } }""")),
        ["withdrawSupportRequest"] = new(null, (_, _) => Task.FromResult("""{ receipt: "none" }""")),
        ["acceptSupportRequest"] = new(AccessAct.Answer, RequestOfAsync),
        ["forwardSupportRequest"] = new(AccessAct.Answer, async (stage, center) => $$"""{ id: "{{await RequestStage.AddAsync(stage, center)}}", centerId: "none" }"""),
        ["answerSupportRequest"] = new(AccessAct.Answer, async (stage, center) => $$"""{ id: "{{await RequestStage.AddAsync(stage, center)}}", text: "Ответ" }"""),
        ["closeSupportRequest"] = new(AccessAct.Answer, RequestOfAsync),
        ["reportProjectOutcome"] = new(AccessAct.Edit, async (stage, center) => $$"""{ projectId: "{{await OfAsync(stage, center, "Project")}}", status: COMPLETED, expectedRevision: 0 }"""),
    };

    private static async Task<string> RequestOfAsync(KeyStage stage, string center) => $$"""{ id: "{{await RequestStage.AddAsync(stage, center)}}" }""";

    private static Func<KeyStage, string, Task<string>> DeclarationOfAsync(string rest) => async (stage, center) =>
        $$"""{ serviceId: "{{await OfAsync(stage, center, "Service")}}", standardId: "{{await stage.IdOfAsync("standard", "obshchij")}}", {{rest}} }""";

    private static string PlaceOf(string center) => center switch { "rajonnyj" => "rajon", "dalnij" => "ostrov", _ => "kraj" };

    private static Task<string> OfAsync(KeyStage stage, string center, string type) =>
        stage.IdOfAsync(type.ToLowerInvariant(), $"{center}-{char.ToLowerInvariant(type[0])}");

    /// <summary>An edit of the center, to be undone.</summary>
    private static async Task<string> EditOfAsync(KeyStage stage, string center)
    {
        var edit = new EntryEdit(nameof(Data.Entities.Center))
        {
            EntityId = await stage.KeyOfAsync("center", center), Fields = new Dictionary<string, JsonElement> { ["hostUnit"] = JsonSerializer.SerializeToElement(Guid.NewGuid()) },
        };
        var receipt = await stage.Directory.Services.GetRequiredService<EntryEditor>().ApplyAsync([edit], allOrNothing: true, null, CancellationToken.None);
        return $"{{ revision: {receipt.Revision} }}";
    }

    private static async Task<string> KeyOfAsync(KeyStage stage, string center)
    {
        await stage.IssueAsync(new KeyWish("На пробу", AccessRole.Editor, [center]));
        var newest = await stage.ReadAsync(db => Task.FromResult(db.AccessKeys.Max(key => key.Id)));
        return $$"""{ id: "{{GlobalId.Encode("AccessKey", newest)}}" }""";
    }
}
