using System.Net;
using System.Text.Json;
using CenterDirectory.Api.Access;
using CenterDirectory.Api.Tests.Access;
using CenterDirectory.Data.Values;
using Microsoft.EntityFrameworkCore;

namespace CenterDirectory.Api.Tests.Manage;

/// <summary>Services, events and the way back, by somebody who answers for a center.</summary>
public sealed class ServicesAndEventsTests
{
    [Fact]
    public async Task A_service_is_added_once_even_if_the_form_is_sent_twice()
    {
        await using var stage = await KeyStage.OpenAsync();
        using var client = await EditorAsync(stage);
        var form = (await client.GetAsync("/manage/centers/svoj/services/new")).With(("name.ru", "Бухгалтер для НКО"), ("supportKinds", "CONSULTING"), ("fee", "PAID"), ("price", "1500,50"), ("do", "save"));

        Assert.Equal("/manage/centers/svoj?done=saved&lang=ru#services", (await client.PostAsync("/manage/centers/svoj/services/new", form)).Location);
        await client.PostAsync("/manage/centers/svoj/services/new", form);

        var services = (await stage.Directory.DataAsync("""{ services(where: { name: { eq: "Бухгалтер для НКО" } }) { nodes { slug status supportKinds price { amountMinor } center { slug } } } }""")).GetProperty("services").GetProperty("nodes");
        var service = Assert.Single(services.EnumerateArray());
        Assert.Equal(("ACTIVE", 150_050, "svoj"), (service.GetProperty("status").GetString(), service.GetProperty("price").GetProperty("amountMinor").GetInt32(), service.GetProperty("center").GetProperty("slug").GetString()));
        Assert.Contains("Бухгалтер для НКО", (await client.GetAsync("/manage/centers/svoj")).Text, StringComparison.Ordinal);
    }

    /// <summary>Whoever goes back, writes something else and saves again is told so in words of the form, and can go on.</summary>
    [Fact]
    public async Task A_form_that_was_sent_makes_another_service_only_when_its_reader_knows()
    {
        await using var stage = await KeyStage.OpenAsync();
        using var client = await EditorAsync(stage);
        var form = (await client.GetAsync("/manage/centers/svoj/services/new")).With(("name.ru", "Юрист для НКО"), ("do", "save"));
        await client.PostAsync("/manage/centers/svoj/services/new", form);

        var told = await client.PostAsync("/manage/centers/svoj/services/new", [.. form.Where(field => field.Key != "name.ru"), KeyValuePair.Create("name.ru", "Оценщик для НКО")]);

        Assert.Contains("уже отправлена", told.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("idempotencyKey", told.Text, StringComparison.Ordinal);
        var again = await client.PostAsync("/manage/centers/svoj/services/new", told.With(("do", "save")));
        Assert.Equal(HttpStatusCode.SeeOther, again.Status);
        Assert.Equal(2, await stage.ReadAsync(db => db.Services.CountAsync(service => service.Name.EndsWith("для НКО"))));
    }

    [Fact]
    public async Task A_service_needs_a_name()
    {
        await using var stage = await KeyStage.OpenAsync();
        using var client = await EditorAsync(stage);

        var page = await client.FillAsync("/manage/centers/svoj/services/new", ("howToApply", "Позвоните"), ("do", "save"));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, page.Status);
        Assert.Contains("""id="f-name-ru-flaw">""", page.Text, StringComparison.Ordinal);
        Assert.Equal("Позвоните", page.Value("howToApply"));
    }

    [Fact]
    public async Task Times_are_on_the_clock_of_the_place()
    {
        await using var stage = await KeyStage.OpenAsync();
        using var client = await EditorAsync(stage);

        await client.FillAsync(
            "/manage/centers/svoj/events/new", ("title.ru", "Семинар"), ("kind", "SEMINAR"), ("startsAt", "2026-03-15T18:30"), ("endsAt", "15.03.2026 20:00"), ("timeZone", "Asia/Omsk"), ("do", "save"));
        var item = await EventAsync(stage, "seminar");
        Assert.Equal(("2026-03-15T12:30:00Z", "2026-03-15T14:00:00Z", "PLANNED"), (item.GetProperty("startsAt").GetString(), item.GetProperty("endsAt").GetString(), item.GetProperty("status").GetString()));

        var form = await client.GetAsync("/manage/events/seminar/card");
        Assert.Equal("2026-03-15T18:30", form.Value("startsAt"));
        var impossible = await client.PostAsync("/manage/events/seminar/card", form.With(("startsAt", "вечером"), ("do", "save")));
        Assert.Contains("""id="f-startsAt-flaw">""", impossible.Text, StringComparison.Ordinal);
        Assert.Equal("вечером", impossible.Value("startsAt"));
    }

    [Fact]
    public async Task An_event_is_moved_and_called_off()
    {
        await using var stage = await KeyStage.OpenAsync();
        using var client = await EditorAsync(stage);
        await client.FillAsync("/manage/centers/svoj/events/new", ("title.ru", "Форум"), ("date", "15.03.2026"), ("do", "save"));

        var wrong = await client.FillAsync("/manage/events/forum/postpone", ("date", "потом"));
        var moved = await client.FillAsync("/manage/events/forum/postpone", ("date", "04.2026"), ("reason", "Ремонт в зале"));
        Assert.Contains("Это не дата", wrong.Text, StringComparison.Ordinal);
        Assert.Equal("/manage/events/forum?done=postponed&lang=ru", moved.Location);
        var item = await EventAsync(stage, "forum");
        Assert.Equal(("POSTPONED", "2026-04", "2026-03-15"), (item.GetProperty("status").GetString(), item.GetProperty("date").GetString(), item.GetProperty("previousDate").GetString()));

        Assert.Equal("Ремонт в зале", item.GetProperty("statusReason").GetString());
        Assert.Contains("Ремонт в зале", (await client.GetAsync("/manage/events/forum")).Text, StringComparison.Ordinal);
        var off = await client.PostAsync("/manage/events/forum/cancel", (await client.GetAsync("/manage/events/forum/cancel")).With());
        Assert.Equal("/manage/events/forum?done=cancelled&lang=ru", off.Location);
        Assert.Equal("CANCELLED", (await EventAsync(stage, "forum")).GetProperty("status").GetString());
        var again = await client.PostAsync("/manage/events/forum/postpone", (await client.GetAsync("/manage/events/forum/postpone")).With());
        Assert.Equal(HttpStatusCode.Conflict, again.Status);
        Assert.Contains("отменено или уже прошло", again.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task History_tells_who_changed_what_and_takes_it_back()
    {
        await using var stage = await KeyStage.OpenAsync();
        using var client = await EditorAsync(stage);
        using var master = await ManageClient.SignInAsync(stage.Client.BaseAddress!, await stage.IssueOperatorAsync());
        await client.FillAsync("/manage/centers/svoj/card", ("status", "CLOSED"), ("supportKinds", "CONSULTING"), ("do", "save"));
        await master.FillAsync("/manage/services/svoj-s/card", ("fee", "FREE"), ("do", "save"));

        var page = (await client.GetAsync("/manage/centers/svoj/history")).Text;
        Assert.Contains("<dt>Состояние</dt><dd><ins>Не работает</ins></dd>", page.Replace("Закрыт", "Не работает", StringComparison.Ordinal), StringComparison.Ordinal);
        Assert.Contains("<ins>Консультационная</ins>", page, StringComparison.Ordinal);
        Assert.Contains(" · Оператор</span>", page, StringComparison.Ordinal);
        Assert.Contains(" · вы</span>", page, StringComparison.Ordinal);

        var revision = await stage.ReadAsync(db => db.AuditEntries.Where(entry => entry.Act == "updateCenter").Select(entry => entry.RevisionNumber).SingleAsync());
        var token = (await client.GetAsync("/manage/centers/svoj/history")).With(("undo", $"{revision}"));
        Assert.EndsWith("done=undone&lang=ru", (await client.PostAsync("/manage/centers/svoj/history", token)).Location, StringComparison.Ordinal);
        Assert.Equal("", (await client.GetAsync("/manage/centers/svoj/card")).Value("status"));
        Assert.Equal(HttpStatusCode.Conflict, (await client.PostAsync("/manage/centers/svoj/history", token)).Status);
    }

    [Theory]
    [InlineData("services", "name.ru", "Услуга на один день", "usluga-na-odin-den")]
    [InlineData("events", "title.ru", "Встреча на один день", "vstrecha-na-odin-den")]
    public async Task What_an_editor_has_deleted_comes_back_with_the_same_editor(string segment, string field, string name, string slug)
    {
        await using var stage = await KeyStage.OpenAsync();
        using var client = await EditorAsync(stage);
        await client.FillAsync($"/manage/centers/svoj/{segment}/new", (field, name), ("do", "save"));
        var page = await client.GetAsync($"/manage/{segment}/{slug}");

        Assert.EndsWith("done=deleted&lang=ru", (await client.PostAsync($"/manage/{segment}/{slug}/delete", page.With())).Location, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await client.GetAsync($"/manage/{segment}/{slug}")).Status);

        var revision = await stage.ReadAsync(db => db.AuditEntries.Where(entry => entry.Act == "deleteEntry").Select(entry => entry.RevisionNumber).SingleAsync());
        var history = await client.GetAsync("/manage/centers/svoj/history");
        Assert.Contains($"удалено</strong>: {name}", history.Text, StringComparison.Ordinal);
        await client.PostAsync("/manage/centers/svoj/history", history.With(("undo", $"{revision}")));
        Assert.Equal(HttpStatusCode.OK, (await client.GetAsync($"/manage/{segment}/{slug}")).Status);
    }

    [Fact]
    public async Task What_a_registry_states_is_not_offered_for_deletion()
    {
        await using var stage = await KeyStage.OpenAsync();
        using var client = await EditorAsync(stage);

        var page = await client.GetAsync("/manage/services/svoj-s");

        Assert.DoesNotContain("/delete", page.Text, StringComparison.Ordinal);
        Assert.Contains("удалить её нельзя", page.Text, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Conflict, (await client.PostAsync("/manage/services/svoj-s/delete", page.With())).Status);
    }

    private static async Task<ManageClient> EditorAsync(KeyStage stage) =>
        await ManageClient.SignInAsync(stage.Client.BaseAddress!, await stage.IssueAsync(new KeyWish("Редактор", AccessRole.Editor, ["svoj"])));

    private static async Task<JsonElement> EventAsync(KeyStage stage, string slug) =>
        (await stage.Directory.DataAsync($$"""{ event(slug: "{{slug}}") { status statusReason date previousDate startsAt endsAt } }""")).GetProperty("event");
}
