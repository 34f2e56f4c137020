using System.Net;
using System.Text.RegularExpressions;
using CenterDirectory.Api.Access;
using CenterDirectory.Api.Tests.Access;
using CenterDirectory.Api.Tests.Requests;
using CenterDirectory.Data.Values;

namespace CenterDirectory.Api.Tests.Manage;

/// <summary>Requests as those see them who answer for centers.</summary>
public sealed partial class ManageRequestsTests
{
    [Fact]
    public async Task A_request_is_taken_answered_and_passed_on_and_seen_by_nobody_else()
    {
        await using var stage = await RequestStage.OpenAsync();
        await stage.OpenCenterAsync("svoj", SupportKind.Consulting);
        await stage.OpenCenterAsync("dalnij", SupportKind.Consulting);
        await stage.SendAsync(RequestStage.Input());
        using var editor = await EditorAsync(stage, "svoj");
        using var other = await EditorAsync(stage, "dalnij");

        var place = PlaceText().Match((await editor.GetAsync("/manage/requests")).Text).Value;
        var page = await editor.GetAsync(place);
        Assert.Contains("Пелагея Тихоновна", page.Text, StringComparison.Ordinal);
        Assert.Contains("Нужен юрист для устава", page.Text, StringComparison.Ordinal);
        Assert.Equal("no-store, private", page.Headers["Cache-Control"]);
        Assert.DoesNotContain("/manage/requests/", (await other.GetAsync("/manage/requests")).Text, StringComparison.Ordinal);
        var foreign = await other.GetAsync(place);
        Assert.Equal(HttpStatusCode.Forbidden, foreign.Status);
        Assert.DoesNotContain("Пелагея", foreign.Text, StringComparison.Ordinal);
        var token = KeyValuePair.Create("token", (await other.GetAsync("/manage/centers/dalnij")).Value("token")!);
        Assert.Equal(HttpStatusCode.Forbidden, (await other.PostAsync(place + "/close", [token])).Status);

        Assert.EndsWith("done=accept&lang=ru", (await editor.PostAsync(place + "/accept", page.With())).Location, StringComparison.Ordinal);
        var empty = await editor.PostAsync(place + "/answer", page.With(("text", " ")));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, empty.Status);
        await editor.PostAsync(place + "/answer", page.With(("text", "Позвонили, ждём в <среду>")));
        var answered = (await editor.GetAsync(place)).Text;
        Assert.Contains("Позвонили, ждём в &lt;среду&gt;", answered, StringComparison.Ordinal);
        Assert.Contains(">Дан ответ<", answered, StringComparison.Ordinal);
        var passed = await editor.PostAsync(place + "/forward", page.With(("center", "dalnij")));
        Assert.Contains("Ничего не изменено", passed.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_passed_on_is_the_others_from_then_on()
    {
        await using var stage = await RequestStage.OpenAsync();
        await stage.OpenCenterAsync("svoj", SupportKind.Consulting);
        await stage.OpenCenterAsync("dalnij", SupportKind.Consulting);
        await stage.SendAsync(RequestStage.Input());
        using var editor = await EditorAsync(stage, "svoj");
        using var other = await EditorAsync(stage, "dalnij");
        var place = PlaceText().Match((await editor.GetAsync("/manage/requests")).Text).Value;
        var page = await editor.GetAsync(place);

        var nowhere = await editor.PostAsync(place + "/forward", page.With(("center", "https://centers.example/centers/nikakoj")));
        var passed = await editor.PostAsync(place + "/forward", page.With(("center", "https://centers.example/centers/dalnij?lang=ru"), ("note", "Это к вам")));

        Assert.Contains("Такого центра в справочнике нет", nowhere.Text, StringComparison.Ordinal);
        Assert.Equal("/manage/requests?done=forward&lang=ru", passed.Location);
        Assert.Equal(HttpStatusCode.Forbidden, (await editor.GetAsync(place)).Status);
        Assert.Contains("Это к вам", (await other.GetAsync(place)).Text, StringComparison.Ordinal);
    }

    private static async Task<ManageClient> EditorAsync(KeyStage stage, string center) =>
        await ManageClient.SignInAsync(stage.Client.BaseAddress!, await stage.IssueAsync(new KeyWish("Редактор", AccessRole.Editor, [center])));

    [GeneratedRegex("/manage/requests/[A-Za-z0-9_-]+")]
    private static partial Regex PlaceText();
}
