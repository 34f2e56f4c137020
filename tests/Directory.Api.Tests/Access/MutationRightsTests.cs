using System.Text.Json;
using CenterDirectory.Api.Access;
using CenterDirectory.Api.Schema;
using CenterDirectory.Data.Values;

namespace CenterDirectory.Api.Tests.Access;

/// <summary>Every mutation of the schema, with every kind of key, on what is theirs and what is not: over HTTP, as the world would try it.</summary>
public sealed class MutationRightsTests(MutationRightsTests.Cast cast) : IClassFixture<MutationRightsTests.Cast>
{
    /// <summary>Whose centers are whose, said once more and in another way than the program says it.</summary>
    private static readonly Dictionary<string, string[]> Reach = new()
    {
        ["operator"] = ["svoj", "sosed", "rajonnyj", "dalnij"],
        ["coordinator of the network"] = ["svoj", "sosed"],
        ["coordinator of the territory"] = ["svoj", "sosed", "rajonnyj"],
        ["editor"] = ["svoj"],
        ["editor of another center"] = ["dalnij"],
    };

    /// <summary>Where they may add centers: the place of that center stands for its territory.</summary>
    private static readonly Dictionary<string, string[]> Places = new()
    {
        ["operator"] = ["svoj", "sosed", "rajonnyj", "dalnij"],
        ["coordinator of the network"] = ["dalnij"],
        ["coordinator of the territory"] = ["svoj", "sosed", "rajonnyj"],
        ["editor"] = [],
        ["editor of another center"] = [],
    };

    /// <summary>Whom they may judge: nobody a center of their own.</summary>
    private static readonly Dictionary<string, string[]> Judged = new()
    {
        ["operator"] = ["svoj", "sosed", "rajonnyj", "dalnij"],
        ["coordinator of the network"] = ["sosed"],
        ["coordinator of the territory"] = ["svoj", "sosed", "rajonnyj"],
        ["editor"] = [],
        ["editor of another center"] = [],
    };

    public static TheoryData<string> Mutations() => [.. DirectorySchema.Build().MutationType!.Fields.Select(field => field.Name)];

    [Theory]
    [MemberData(nameof(Mutations))]
    public async Task A_mutation_is_open_to_whom_it_should_be_and_to_nobody_else(string mutation)
    {
        Assert.True(MutationProbe.All.TryGetValue(mutation, out var probe), $"Say in MutationProbe who may use {mutation}.");
        foreach (var (role, reach) in Reach)
        {
            var centers = probe.Act switch { AccessAct.AddCenter => Places[role], AccessAct.Review => Judged[role], AccessAct.ManageKeys => [], _ => reach };
            foreach (var center in Reach["operator"])
            {
                var isPermitted = probe.Act is null || role == "operator" || centers.Contains(center);
                await TryAsync(mutation, probe, role, center, isPermitted);
            }
        }
    }

    [Theory]
    [MemberData(nameof(Mutations))]
    public async Task Without_a_key_a_mutation_that_needs_one_is_an_error_of_its_field(string mutation)
    {
        var probe = MutationProbe.All[mutation];
        if (probe.Act is null)
        {
            return;
        }

        var answer = await cast.Stage.AskAsync(null, $"mutation {{ {mutation}(input: {await probe.Input(cast.Stage, "svoj")}) {{ __typename }} }}");

        Assert.Equal("UNAUTHENTICATED", answer.ErrorCode);
        Assert.Equal(JsonValueKind.Null, answer.Json.GetProperty("data").ValueKind);
    }

    private async Task TryAsync(string mutation, MutationProbe probe, string role, string center, bool isPermitted)
    {
        var input = await probe.Input(cast.Stage, center);
        var answer = await cast.Stage.AskAsync(
            cast.Secrets[role], $"mutation {{ {mutation}(input: {input}) {{ errors {{ __typename ... on Error {{ code message }} }} }} }}");

        var refusals = answer.At($"{mutation}.errors").EnumerateArray().Select(error => error.GetProperty("__typename").GetString()).ToList();
        Assert.True(refusals.Contains("NotPermittedError") != isPermitted, $"{mutation} by {role} on {center}: {answer.Body}");
        if (!isPermitted)
        {
            Assert.Equal(["NotPermittedError"], refusals);
        }
    }

    /// <summary>One directory for all of them, with a key of each kind.</summary>
    public sealed class Cast : IAsyncLifetime
    {
        internal KeyStage Stage { get; private set; } = null!;

        internal Dictionary<string, string> Secrets { get; } = [];

        public async ValueTask InitializeAsync()
        {
            Stage = await KeyStage.OpenAsync();
            Secrets["operator"] = await Stage.IssueOperatorAsync();
            Secrets["coordinator of the network"] = await Stage.IssueAsync(new KeyWish("Сеть", AccessRole.Coordinator, Network: "set"));
            Secrets["coordinator of the territory"] = await Stage.IssueAsync(new KeyWish("Край", AccessRole.Coordinator, Territory: "kraj"));
            Secrets["editor"] = await Stage.IssueAsync(new KeyWish("Свой", AccessRole.Editor, ["svoj"]));
            Secrets["editor of another center"] = await Stage.IssueAsync(new KeyWish("Дальний", AccessRole.Editor, ["dalnij"]));
        }

        public ValueTask DisposeAsync() => Stage.DisposeAsync();
    }
}
