using System.Net;
using System.Text.Json;
using CenterDirectory.Api.Access;
using CenterDirectory.Api.Tests.Access;
using CenterDirectory.Data.Values;
using Microsoft.EntityFrameworkCore;

namespace CenterDirectory.Api.Tests.Manage;

/// <summary>The card of a center, filled in by somebody who answers for it.</summary>
public sealed class CardFormTests
{
    private const string Card = "/manage/centers/svoj/card";

    [Fact]
    public async Task Only_what_somebody_changed_becomes_a_word_of_the_center()
    {
        await using var stage = await KeyStage.OpenAsync();
        using var client = await EditorAsync(stage);

        var saved = await client.FillAsync(Card, ("website", "svoj.example"), ("contacts.0.1", "+7 495 123-45-67"), ("do", "save"));

        Assert.Equal("/manage/centers/svoj?done=saved&lang=ru", saved.Location);
        Assert.Contains("Сохранено", (await client.GetAsync("/manage/centers/svoj?done=saved")).Text, StringComparison.Ordinal);
        var center = (await stage.Directory.DataAsync("""{ center(slug: "svoj") { name website contacts { value } provenance { field source { key } } } }""")).GetProperty("center");
        Assert.Equal("https://svoj.example/", center.GetProperty("website").GetString());
        Assert.Equal(
            ["contacts", "website"],
            center.GetProperty("provenance").EnumerateArray().Where(field => field.GetProperty("source").GetProperty("key").GetString() == "self-service").Select(field => field.GetProperty("field").GetString()));
        Assert.Equal(["updateCenter"], await stage.ReadAsync(db => db.AuditEntries.Where(entry => entry.ObjectType == "Center").Select(entry => entry.Act).ToListAsync()));
    }

    [Fact]
    public async Task What_is_wrong_stands_beside_its_field_and_nothing_that_was_typed_is_lost()
    {
        await using var stage = await KeyStage.OpenAsync();
        using var client = await EditorAsync(stage);

        var page = await client.FillAsync(Card, ("website", "не адрес"), ("territory", "Нигде"), ("addressText", "ул. <Мира>, 1"), ("contacts.0.2", "приёмная"), ("do", "save"));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, page.Status);
        Assert.Contains("<title>Ошибка: ", page.Text, StringComparison.Ordinal);
        Assert.Contains("""id="f-website-flaw"><span class="sr">Ошибка:</span> Это не адрес страницы""", page.Text, StringComparison.Ordinal);
        Assert.Contains("Такой территории в справочнике нет", page.Text, StringComparison.Ordinal);
        Assert.Contains("Строка 1: не хватает номера или адреса", page.Text, StringComparison.Ordinal);
        Assert.Equal(("не адрес", "Нигде", "ул. <Мира>, 1", "приёмная"), (page.Value("website"), page.Value("territory"), page.Value("addressText"), page.Value("contacts.0.2")));
        Assert.Contains("This is no address of a page", (await client.FillAsync(Card + "?lang=en", ("website", "не адрес"), ("do", "save"))).Text, StringComparison.Ordinal);

        var corrected = await client.PostAsync(Card, page.With(("website", "a.example"), ("territory", "90"), ("contacts.0.1", "12-34"), ("do", "save")));
        Assert.Equal(HttpStatusCode.SeeOther, corrected.Status);
    }

    [Fact]
    public async Task A_conflict_shows_both_values_and_either_can_be_saved()
    {
        await using var stage = await KeyStage.OpenAsync();
        using var client = await EditorAsync(stage);
        using var other = await EditorAsync(stage);
        var form = await client.GetAsync(Card);
        await other.FillAsync(Card, ("website", "first.example"), ("addressText", "ул. Мира, 1"), ("do", "save"));

        var page = await client.PostAsync(Card, form.With(("website", "second.example"), ("shortName", "С"), ("do", "save")));

        Assert.Equal(HttpStatusCode.Conflict, page.Status);
        Assert.Contains("""Теперь в справочнике:</strong> <span class="told">https://first.example/</span>""", page.Text, StringComparison.Ordinal);
        Assert.Contains("""У вас:</strong> <span class="told">second.example</span>""", page.Text, StringComparison.Ordinal);
        Assert.Equal(("second.example", "С", "ул. Мира, 1"), (page.Value("website"), page.Value("shortName"), page.Value("addressText")));

        var theirs = await client.PostAsync(Card, page.With(("do", "theirs:website")));
        Assert.Equal("https://first.example/", theirs.Value("website"));
        Assert.Equal(HttpStatusCode.SeeOther, (await client.PostAsync(Card, page.With(("do", "save")))).Status);
        var center = await CenterAsync(stage);
        Assert.Equal(("https://second.example/", "С", "ул. Мира, 1"), (Text(center, "website"), Text(center, "shortName"), Text(center, "addressText")));
    }

    [Fact]
    public async Task What_a_registry_says_can_be_taken_and_from_then_on_goes_by_the_registry()
    {
        await using var stage = await KeyStage.OpenAsync();
        using var client = await EditorAsync(stage);
        await client.FillAsync(Card, ("name.ru", "Наш центр"), ("do", "save"));
        var form = await client.GetAsync(Card);
        Assert.Contains("""<p>Придуманный край сообщает: <span class="told">Свой</span></p>""", form.Text, StringComparison.Ordinal);

        var taken = await client.PostAsync(Card, form.With(("shortName", "Ц"), ("do", "take:name.ru:0")));
        Assert.Equal(("Свой", "Ц"), (taken.Value("name.ru"), taken.Value("shortName")));
        await client.PostAsync(Card, taken.With(("do", "save")));

        Assert.Equal("Свой", Text(await CenterAsync(stage), "name"));
        stage.Directory.Write("centers.csv", KeyStage.Centers.Replace("svoj,Свой", "svoj,Свой новый", StringComparison.Ordinal));
        await stage.Directory.ImportAsync();
        Assert.Equal("Свой новый", Text(await CenterAsync(stage), "name"));
    }

    [Fact]
    public async Task A_field_that_is_cleared_is_empty_whatever_registries_say()
    {
        await using var stage = await KeyStage.OpenAsync();
        using var client = await EditorAsync(stage);

        await client.FillAsync(Card, ("territory", ""), ("do", "save"));

        Assert.Equal(JsonValueKind.Null, (await CenterAsync(stage)).GetProperty("territory").ValueKind);
    }

    [Fact]
    public async Task Where_a_center_works_is_a_list_of_places()
    {
        await using var stage = await KeyStage.OpenAsync();
        using var client = await EditorAsync(stage);

        var wrong = await client.FillAsync(Card, ("serviceAreas", "Остров\r\nНигде"), ("do", "save"));
        await client.FillAsync(Card, ("serviceAreas", "Остров\r\n90"), ("do", "save"));

        Assert.Contains("Нигде: Такой территории в справочнике нет", wrong.Text, StringComparison.Ordinal);
        Assert.Equal("Край\nОстров", (await client.GetAsync(Card)).Value("serviceAreas"));
        await client.FillAsync(Card, ("serviceAreas", "Остров"), ("do", "save"));
        Assert.Equal("Остров", (await client.GetAsync(Card)).Value("serviceAreas"));
    }

    [Fact]
    public async Task The_preview_says_what_the_form_says_and_saves_nothing()
    {
        await using var stage = await KeyStage.OpenAsync();
        using var client = await EditorAsync(stage);

        var page = await client.FillAsync(Card, ("description.ru", "Помогаем <b>всем</b>"), ("website", "svoj.example"), ("do", "preview"));

        Assert.Contains("Это ещё не сохранено", page.Text, StringComparison.Ordinal);
        Assert.Contains("<p>Помогаем &lt;b&gt;всем&lt;/b&gt;</p>", page.Text, StringComparison.Ordinal);
        Assert.Contains("""href="https://svoj.example/">""", page.Text, StringComparison.Ordinal);
        Assert.Equal(JsonValueKind.Null, (await CenterAsync(stage)).GetProperty("website").ValueKind);
    }

    [Fact]
    public async Task A_form_that_changes_nothing_makes_no_revision()
    {
        await using var stage = await KeyStage.OpenAsync();
        using var client = await EditorAsync(stage);
        var before = await stage.ReadAsync(db => db.Revisions.CountAsync());

        Assert.Contains("done=same", (await client.FillAsync(Card, ("do", "save"))).Location, StringComparison.Ordinal);
        Assert.Equal(before, await stage.ReadAsync(db => db.Revisions.CountAsync()));
    }

    [Fact]
    public async Task Rows_are_added_without_a_script()
    {
        await using var stage = await KeyStage.OpenAsync();
        using var client = await EditorAsync(stage);

        var page = await client.FillAsync(Card, ("contacts.0.1", "12-34"), ("do", "rows:contacts"));

        Assert.Equal("12-34", page.Value("contacts.0.1"));
        Assert.NotNull(page.Value("contacts.3.1"));
        Assert.Null(page.Value("contacts.4.1"));
    }

    [Fact]
    public async Task The_card_is_confirmed_with_one_button()
    {
        await using var stage = await KeyStage.OpenAsync();
        using var client = await EditorAsync(stage);

        var done = await client.PostAsync("/manage/centers/svoj/confirm", (await client.GetAsync("/manage/centers/svoj")).With());

        Assert.Equal("/manage/centers/svoj?done=confirmed&lang=ru", done.Location);
        Assert.Contains("Вы подтвердили 15 января 2026", (await client.GetAsync("/manage/centers/svoj")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_coordinator_adds_a_center_where_the_network_works_and_nowhere_else()
    {
        await using var stage = await KeyStage.OpenAsync();
        using var client = await ManageClient.SignInAsync(stage.Client.BaseAddress!, await stage.IssueAsync(new KeyWish("Край", AccessRole.Coordinator, Territory: "kraj")));

        var added = await client.FillAsync("/manage/centers/new", ("name.ru", "Новый центр"), ("territory", "Район"), ("do", "save"));
        var refused = await client.FillAsync("/manage/centers/new", ("name.ru", "Чужой центр"), ("territory", "Остров"), ("do", "save"));
        var nameless = await client.FillAsync("/manage/centers/new", ("territory", "Район"), ("do", "save"));

        Assert.Equal("/manage/centers/novyj-centr?done=saved&lang=ru", added.Location);
        Assert.Contains("""id="f-territory-flaw">""", refused.Text, StringComparison.Ordinal);
        Assert.Contains("""id="f-name-ru-flaw">""", nameless.Text, StringComparison.Ordinal);
    }

    private static async Task<ManageClient> EditorAsync(KeyStage stage) =>
        await ManageClient.SignInAsync(stage.Client.BaseAddress!, await stage.IssueAsync(new KeyWish("Редактор", AccessRole.Editor, ["svoj"])));

    private static async Task<JsonElement> CenterAsync(KeyStage stage) =>
        (await stage.Directory.DataAsync("""{ center(slug: "svoj") { name shortName website addressText territory { name } } }""")).GetProperty("center");

    private static string? Text(JsonElement center, string field) => center.GetProperty(field).GetString();
}
