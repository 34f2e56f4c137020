using System.Net;
using CenterDirectory.Api.Access;
using CenterDirectory.Api.Tests.Access;
using CenterDirectory.Data.Values;

namespace CenterDirectory.Api.Tests.Manage;

/// <summary>A center declares a standard, a coordinator judges, neither does the other's part.</summary>
public sealed class ManageStandardsTests
{
    private const string Place = "/manage/services/sosed-s/standards";

    [Fact]
    public async Task A_standard_is_declared_by_the_center_and_judged_by_the_coordinator()
    {
        await using var stage = await KeyStage.OpenAsync();
        using var editor = await ManageClient.SignInAsync(stage.Client.BaseAddress!, await stage.IssueAsync(new KeyWish("Редактор", AccessRole.Editor, ["sosed"])));
        using var coordinator = await ManageClient.SignInAsync(stage.Client.BaseAddress!, await stage.IssueAsync(new KeyWish("Сеть", AccessRole.Coordinator, Network: "set")));
        var page = (await editor.GetAsync(Place)).Text;
        Assert.Contains("Стандарт сети", page, StringComparison.Ordinal);
        Assert.DoesNotContain("value=\"confirm\"", page, StringComparison.Ordinal);

        Assert.EndsWith("done=declared&lang=ru", (await SendAsync(editor, "declare", ("criteria", "srok"), ("criteria", "besplatno"))).Location, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Forbidden, (await SendAsync(editor, "confirm")).Status);
        Assert.Contains("value=\"confirm\"", (await coordinator.GetAsync(Place)).Text, StringComparison.Ordinal);
        Assert.Contains("Возражение нужно обосновать", (await SendAsync(coordinator, "object")).Text, StringComparison.Ordinal);
        Assert.EndsWith("done=reviewed&lang=ru", (await SendAsync(coordinator, "confirm")).Location, StringComparison.Ordinal);

        Assert.Contains("Подтверждено координатором", (await editor.GetAsync(Place)).Text, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await editor.PostAsync(Place, [KeyValuePair.Create("token", (await editor.GetAsync(Place)).Value("token")!), KeyValuePair.Create("standard", "nikakoj")])).Status);
    }

    private static async Task<ManagePage> SendAsync(ManageClient client, string act, params (string Name, string Value)[] fields) => await client.PostAsync(Place,
    [
        KeyValuePair.Create("token", (await client.GetAsync(Place)).Value("token")!), KeyValuePair.Create("standard", "setevoj"), KeyValuePair.Create("do", act),
        .. fields.Select(field => KeyValuePair.Create(field.Name, field.Value)),
    ]);
}
