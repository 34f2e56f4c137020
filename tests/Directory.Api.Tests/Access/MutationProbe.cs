using CenterDirectory.Api.Access;
using CenterDirectory.Data.Values;
using CenterDirectory.GraphQL.Types;

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
    };

    private static async Task<string> KeyOfAsync(KeyStage stage, string center)
    {
        await stage.IssueAsync(new KeyWish("На пробу", AccessRole.Editor, [center]));
        var newest = await stage.ReadAsync(db => Task.FromResult(db.AccessKeys.Max(key => key.Id)));
        return $$"""{ id: "{{GlobalId.Encode("AccessKey", newest)}}" }""";
    }
}
