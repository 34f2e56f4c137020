using System.Text.Json;
using CenterDirectory.Api.Access;
using CenterDirectory.Api.Tests.Access;
using CenterDirectory.Data.Values;
using Microsoft.EntityFrameworkCore;

namespace CenterDirectory.Api.Tests.Schema.Editing;

/// <summary>What an editor does with a key, over HTTP.</summary>
public sealed class EditMutationsTests
{
    private const string Update = """
        mutation($input: UpdateCenterInput!) {
          updateCenter(input: $input) {
            center { name website supportKinds verifiedAt provenance(fields: ["website"]) { value source { key } alternatives { value source { key } } } }
            revision { number }
            errors { __typename ... on Error { code message path } ... on ConflictError { currentRevision fields { field yours theirs source { key } } } }
          }
        }
        """;

    [Fact]
    public async Task A_card_is_corrected_and_a_registry_does_not_take_it_back()
    {
        await using var stage = await KeyStage.OpenAsync();
        var (secret, id) = await EditorAsync(stage);

        var done = await DoAsync(stage, secret, "updateCenter", Update, new
        {
            id, center = new { website = "https://svoj.example/", supportKinds = new[] { "FINANCIAL" }, contacts = new[] { new { kind = "PHONE", value = "+7 495 123-45-67" } } },
        });

        Assert.Equal("https://svoj.example/", done.GetProperty("center").GetProperty("website").GetString());
        Assert.Equal("self-service", done.GetProperty("center").GetProperty("provenance")[0].GetProperty("source").GetProperty("key").GetString());
        await stage.Directory.ImportAsync();
        var center = (await stage.Directory.DataAsync("""{ center(slug: "svoj") { website contacts { value } sources { key } } }""")).GetProperty("center");
        Assert.Equal("https://svoj.example/", center.GetProperty("website").GetString());
        Assert.Equal(["self-service", "invented"], center.GetProperty("sources").EnumerateArray().Select(source => source.GetProperty("key").GetString()));

        var undone = await DoAsync(stage, secret, "undoEdit", "mutation($input: UndoEditInput!) { undoEdit(input: $input) { entries { slug } errors { __typename } } }", new
        {
            revision = done.GetProperty("revision").GetProperty("number").GetInt32(),
        });
        Assert.Equal("svoj", undone.GetProperty("entries")[0].GetProperty("slug").GetString());
        center = (await stage.Directory.DataAsync("""{ center(slug: "svoj") { website sources { key } } }""")).GetProperty("center");
        Assert.Equal(JsonValueKind.Null, center.GetProperty("website").ValueKind);
        Assert.Single(center.GetProperty("sources").EnumerateArray());
    }

    [Fact]
    public async Task Errors_say_what_and_where_in_the_language_of_the_operation()
    {
        await using var stage = await KeyStage.OpenAsync();
        var (secret, id) = await EditorAsync(stage);

        var answer = await DoAsync(stage, secret, "updateCenter", Update, new
        {
            id, center = new { territory = "nowhere", operatorId = id, contacts = new[] { new { kind = "PHONE", value = " " } }, emptyFields = new[] { "phones" } },
        });

        Assert.Equal(JsonValueKind.Null, answer.GetProperty("center").ValueKind);
        var errors = answer.GetProperty("errors").EnumerateArray().Select(error => (
            error.GetProperty("code").GetString(), string.Join('.', error.GetProperty("path").EnumerateArray().Select(step => step.GetString())))).ToList();
        Assert.Equal([("UNKNOWN_REFERENCE", "input.center.operatorId"), ("INVALID_VALUE", "input.center.emptyFields.0")], errors);

        answer = await DoAsync(stage, secret, "updateCenter", Update, new { id, center = new { territory = "nowhere" } });
        Assert.Equal("UNKNOWN_REFERENCE", answer.GetProperty("errors")[0].GetProperty("code").GetString());
        Assert.Contains("справочнике нет", answer.GetProperty("errors")[0].GetProperty("message").GetString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_conflict_names_both_values_and_the_revision_to_go_on_from()
    {
        await using var stage = await KeyStage.OpenAsync();
        var (secret, id) = await EditorAsync(stage);
        var seen = (await DoAsync(stage, secret, "updateCenter", Update, new { id, center = new { shortName = "С" } })).GetProperty("revision").GetProperty("number").GetInt32();
        await DoAsync(stage, secret, "updateCenter", Update, new { id, center = new { website = "https://first.example/" } });

        var answer = await DoAsync(stage, secret, "updateCenter", Update, new { id, center = new { website = "https://second.example/" }, expectedRevision = seen });

        var conflict = answer.GetProperty("errors")[0];
        Assert.Equal(("ConflictError", seen + 1), (conflict.GetProperty("__typename").GetString(), conflict.GetProperty("currentRevision").GetInt32()));
        var field = conflict.GetProperty("fields")[0];
        Assert.Equal(
            ("website", "https://second.example/", "https://first.example/", "self-service"),
            (field.GetProperty("field").GetString(), field.GetProperty("yours").GetString(), field.GetProperty("theirs").GetString(), field.GetProperty("source").GetProperty("key").GetString()));
    }

    [Fact]
    public async Task The_same_edit_sent_twice_is_made_once()
    {
        await using var stage = await KeyStage.OpenAsync();
        var (secret, id) = await EditorAsync(stage);
        const string Document = "mutation($input: CreateServiceInput!) { createService(input: $input) { service { id name center { slug } } revision { number } errors { __typename } } }";
        object Input(string name) => new { centerId = id, service = new { name = new { ru = name } }, idempotencyKey = "k1" };

        var first = await DoAsync(stage, secret, "createService", Document, Input("Консультация"));
        var again = await DoAsync(stage, secret, "createService", Document, Input("Консультация"));
        var other = await DoAsync(stage, secret, "createService", Document, Input("Обучение"));

        Assert.Equal(first.GetRawText(), again.GetRawText());
        Assert.Equal("svoj", first.GetProperty("service").GetProperty("center").GetProperty("slug").GetString());
        Assert.Equal("IdempotencyError", other.GetProperty("errors")[0].GetProperty("__typename").GetString());
        Assert.Equal(1, await stage.ReadAsync(db => db.Services.CountAsync(service => service.Name == "Консультация")));
        Assert.Equal(1, await stage.ReadAsync(db => db.AuditEntries.CountAsync(entry => entry.Act == "createService")));
    }

    [Fact]
    public async Task An_event_is_announced_moved_and_called_off()
    {
        await using var stage = await KeyStage.OpenAsync();
        var (secret, id) = await EditorAsync(stage);
        var made = await DoAsync(
            stage, secret, "createEvent", "mutation($input: CreateEventInput!) { createEvent(input: $input) { event { id status } errors { __typename } } }",
            new { centerId = id, @event = new { title = new { ru = "Школа НКО", en = "School" }, date = "2026-12-01", venue = "Зал" } });
        var item = made.GetProperty("event").GetProperty("id").GetString();

        var moved = await DoAsync(
            stage, secret, "postponeEvent", "mutation($input: PostponeEventInput!) { postponeEvent(input: $input) { event { status date previousDate } errors { __typename } } }",
            new { id = item, date = "2026-12-15", reason = new { ru = "Болеет лектор." } });
        Assert.Contains("Болеет лектор", await TextAsync(stage, "/events/" + await SlugAsync(stage, "Школа НКО")), StringComparison.Ordinal);
        Assert.Equal(
            ("POSTPONED", "2026-12-15", "2026-12-01"),
            (moved.GetProperty("event").GetProperty("status").GetString(), moved.GetProperty("event").GetProperty("date").GetString(), moved.GetProperty("event").GetProperty("previousDate").GetString()));

        Assert.Equal("The hall is closed", await DoAsync(stage, secret, "cancelEvent", "mutation($input: CancelEventInput!) { cancelEvent(input: $input) { event { status statusReason(locale: EN) } errors { __typename } } }",
            new { id = item, reason = new { ru = "Зал закрыт", en = "The hall is closed" } }) is var called ? called.GetProperty("event").GetProperty("statusReason").GetString() : "");
        var refused = await DoAsync(
            stage, secret, "postponeEvent", "mutation($input: PostponeEventInput!) { postponeEvent(input: $input) { event { status } errors { ... on Error { code } } } }",
            new { id = item, date = "2027-01-15" });
        Assert.Equal("STATE_NOT_ALLOWED", refused.GetProperty("errors")[0].GetProperty("code").GetString());

        var calendar = await TextAsync(stage, "/centers/svoj/events.ics");
        Assert.Contains("STATUS:CANCELLED", calendar, StringComparison.Ordinal);
        Assert.Contains("Причина: Зал закрыт", calendar.Replace("\r\n ", "", StringComparison.Ordinal), StringComparison.Ordinal);
        Assert.DoesNotContain("Болеет", calendar, StringComparison.Ordinal);

        var deleted = await DoAsync(stage, secret, "deleteEntry", "mutation($input: DeleteEntryInput!) { deleteEntry(input: $input) { deletedId errors { __typename } } }", new { id = item });
        Assert.Equal(item, deleted.GetProperty("deletedId").GetString());
        Assert.Equal(0, await stage.ReadAsync(db => db.Events.CountAsync(row => row.Title == "Школа НКО")));
    }

    [Fact]
    public async Task A_confirmation_makes_the_card_fresh_and_says_by_whom()
    {
        await using var stage = await KeyStage.OpenAsync();
        var (secret, id) = await EditorAsync(stage);

        var answer = await DoAsync(
            stage, secret, "confirmEntry",
            "mutation($input: ConfirmEntryInput!) { confirmEntry(input: $input) { entry { slug verifiedAt verifiedBy { key } ... on Center { freshness } } errors { __typename } } }",
            new { id });

        var entry = answer.GetProperty("entry");
        Assert.Equal(
            (stage.Directory.Now.UtcDateTime, "self-service", "CONFIRMED"),
            (entry.GetProperty("verifiedAt").GetDateTime().ToUniversalTime(), entry.GetProperty("verifiedBy").GetProperty("key").GetString(), entry.GetProperty("freshness").GetString()));
        var stale = (await stage.Directory.DataAsync("{ centers(where: { freshness: { eq: CONFIRMED } }) { nodes { slug } } }")).GetProperty("centers").GetProperty("nodes");
        Assert.Equal("svoj", Assert.Single(stale.EnumerateArray()).GetProperty("slug").GetString());
    }

    [Fact]
    public async Task Orders_and_filters_by_the_last_confirmation_go_by_the_word_of_who_answers_for_the_card()
    {
        await using var stage = await KeyStage.OpenAsync();
        var (secret, id) = await EditorAsync(stage);
        const string Confirm = "mutation($input: ConfirmEntryInput!) { confirmEntry(input: $input) { errors { __typename } } }";
        await DoAsync(stage, secret, "confirmEntry", Confirm, new { id });
        stage.Directory.Now = stage.Directory.Now.AddDays(2);
        await DoAsync(stage, await stage.IssueOperatorAsync(), "confirmEntry", Confirm, new { id = await stage.IdOfAsync("center", "sosed") });

        var day = stage.Directory.Now.UtcDateTime.AddDays(-1);
        var data = await stage.Directory.DataAsync(
            """
            query($day: DateTime!) {
              oldest: centers(first: 1, order: [{ verifiedAt: ASC }]) { nodes { slug } pageInfo { endCursor } }
              newest: centers(order: [{ verifiedAt: DESC }]) { nodes { slug } }
              before: centers(where: { verifiedAt: { lt: $day } }) { nodes { slug } }
            }
            """, new { day });
        Assert.Equal("svoj", data.GetProperty("oldest").GetProperty("nodes")[0].GetProperty("slug").GetString());
        Assert.Equal(["sosed", "svoj"], data.GetProperty("newest").GetProperty("nodes").EnumerateArray().Take(2).Select(center => center.GetProperty("slug").GetString()));
        Assert.Equal("svoj", Assert.Single(data.GetProperty("before").GetProperty("nodes").EnumerateArray()).GetProperty("slug").GetString());
        var rest = await stage.Directory.DataAsync(
            "query($after: String!) { centers(order: [{ verifiedAt: ASC }], after: $after) { nodes { slug } } }",
            new { after = data.GetProperty("oldest").GetProperty("pageInfo").GetProperty("endCursor").GetString() });
        Assert.Equal("sosed", rest.GetProperty("centers").GetProperty("nodes")[0].GetProperty("slug").GetString());
        Assert.Equal(3, rest.GetProperty("centers").GetProperty("nodes").GetArrayLength());
    }

    [Fact]
    public async Task A_person_is_named_with_consent_and_gone_when_the_last_role_is()
    {
        await using var stage = await KeyStage.OpenAsync();
        var (secret, id) = await EditorAsync(stage);
        const string Add = "mutation($input: AddPersonRoleInput!) { addPersonRole(input: $input) { personRole { role position person { id slug name } center { slug } } revision { number } errors { ... on Error { code path } } } }";
        const string Remove = "mutation($input: RemovePersonRoleInput!) { removePersonRole(input: $input) { removedPersonId errors { ... on Error { code path } } } }";
        object Role(bool consent, string? position) => new { centerId = id, personRole = new { name = "Аграфена Лукинична Сомова", position, consent }, idempotencyKey = position };

        Assert.Equal("CONSENT_REQUIRED", (await DoAsync(stage, secret, "addPersonRole", Add, Role(false, "директор"))).GetProperty("errors")[0].GetProperty("code").GetString());
        Assert.Equal("REQUIRED", (await DoAsync(stage, secret, "addPersonRole", Add, Role(true, null))).GetProperty("errors")[0].GetProperty("code").GetString());
        var made = await DoAsync(stage, secret, "addPersonRole", Add, Role(true, "директор"));
        Assert.Equal(made.GetRawText(), (await DoAsync(stage, secret, "addPersonRole", Add, Role(true, "директор"))).GetRawText());
        var second = await DoAsync(stage, secret, "addPersonRole", Add, Role(true, "тренер"));
        var person = made.GetProperty("personRole").GetProperty("person");
        Assert.Equal("svoj", made.GetProperty("personRole").GetProperty("center").GetProperty("slug").GetString());
        Assert.Equal(person.GetProperty("id").GetString(), second.GetProperty("personRole").GetProperty("person").GetProperty("id").GetString());
        Assert.Equal(2, (await stage.Directory.DataAsync("""{ center(slug: "svoj") { people { totalCount } } }""")).GetProperty("center").GetProperty("people").GetProperty("totalCount").GetInt32());

        var gone = await DoAsync(stage, secret, "removePersonRole", Remove, new { centerId = id, personId = person.GetProperty("id").GetString() });

        Assert.Equal(person.GetProperty("id").GetString(), gone.GetProperty("removedPersonId").GetString());
        Assert.Equal((0, 0), (await stage.ReadAsync(db => db.People.CountAsync()), await stage.ReadAsync(db => db.PersonRoles.CountAsync())));
        Assert.Equal(0, await stage.ReadAsync(db => db.SourceRecords.CountAsync(record => record.Payload.Contains("Сомова"))));
        Assert.Equal("NOT_FOUND", (await DoAsync(stage, secret, "removePersonRole", Remove, new { centerId = id, personId = person.GetProperty("id").GetString() })).GetProperty("errors")[0].GetProperty("code").GetString());
    }

    [Fact]
    public async Task Territories_that_a_center_works_for_come_and_go_and_are_undone_by_who_may_edit_it_only()
    {
        await using var stage = await KeyStage.OpenAsync();
        var (secret, id) = await EditorAsync(stage);
        var neighbour = await stage.IssueAsync(new KeyWish("Сосед", AccessRole.Editor, ["sosed"]));
        const string Undo = "mutation($input: UndoEditInput!) { undoEdit(input: $input) { errors { ... on Error { code } } } }";
        Task<JsonElement> WorkFor(params string[] territories) => DoAsync(stage, secret, "updateCenter", Update, new { id, center = new { serviceAreas = territories } });

        await WorkFor("90", "ostrov");
        Assert.Equal(["kraj", "ostrov"], await AreasAsync(stage));
        var revision = (await WorkFor("ostrov", "rajon")).GetProperty("revision").GetProperty("number").GetInt32();
        Assert.Equal(["ostrov", "rajon"], await AreasAsync(stage));
        var wrong = (await WorkFor("ostrov", "nowhere")).GetProperty("errors")[0];
        Assert.Equal("input.center.serviceAreas.1", string.Join('.', wrong.GetProperty("path").EnumerateArray().Select(step => step.GetString())));

        Assert.Equal("NOT_PERMITTED", (await DoAsync(stage, neighbour, "undoEdit", Undo, new { revision })).GetProperty("errors")[0].GetProperty("code").GetString());
        Assert.Empty((await DoAsync(stage, secret, "undoEdit", Undo, new { revision })).GetProperty("errors").EnumerateArray());
        Assert.Equal(["kraj", "ostrov"], await AreasAsync(stage));
        var stale = await DoAsync(stage, secret, "updateCenter", Update, new { id, center = new { serviceAreas = Array.Empty<string>() }, expectedRevision = revision });
        Assert.Equal("ConflictError", stale.GetProperty("errors")[0].GetProperty("__typename").GetString());
    }

    private static async Task<List<string?>> AreasAsync(KeyStage stage) =>
    [
        .. (await stage.Directory.DataAsync("""{ center(slug: "svoj") { serviceAreas(order: [{ slug: ASC }]) { nodes { slug } } } }""")).GetProperty("center")
            .GetProperty("serviceAreas").GetProperty("nodes").EnumerateArray().Select(area => area.GetProperty("slug").GetString()),
    ];

    private static Task<string> SlugAsync(KeyStage stage, string title) => stage.ReadAsync(db => db.Events.Where(item => item.Title == title).Select(item => item.Slug).SingleAsync());

    private static async Task<string> TextAsync(KeyStage stage, string address)
    {
        using var answer = await stage.Client.GetAsync(new Uri(address, UriKind.Relative), TestContext.Current.CancellationToken);
        return await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
    }

    [Fact]
    public async Task A_batch_is_one_revision_or_nothing_and_each_edit_has_its_result()
    {
        await using var stage = await KeyStage.OpenAsync();
        var (secret, id) = await EditorAsync(stage);
        const string Document = """
            mutation($input: ApplyEditsInput!) {
              applyEdits(input: $input) {
                results { index entry { slug displayName } errors { ... on Error { code path } } } revision { number changeCount } errors { ... on Error { code path } }
              }
            }
            """;
        object Service(string? name) => new { createService = new { centerId = id, service = new { name = name is null ? null : new { ru = name } } } };
        object Card(string website) => new { updateCenter = new { id, center = new { website } } };

        var wrong = await DoAsync(stage, secret, "applyEdits", Document, new { edits = new[] { Card("https://svoj.example/"), Service(null) } });
        Assert.Equal("REQUIRED input.edits.1.createService.service.name", wrong.GetProperty("results")[1].GetProperty("errors")[0] is var error
            ? $"{error.GetProperty("code").GetString()} {string.Join('.', error.GetProperty("path").EnumerateArray().Select(step => step.GetString()))}" : "");
        Assert.Equal(JsonValueKind.Null, wrong.GetProperty("results")[0].GetProperty("entry").ValueKind);
        Assert.Equal(0, await stage.ReadAsync(db => db.RecordEdits.CountAsync()));

        var partly = await DoAsync(stage, secret, "applyEdits", Document, new { edits = new[] { Service(null), Card("https://svoj.example/") }, allOrNothing = false });
        Assert.Equal("svoj", partly.GetProperty("results")[1].GetProperty("entry").GetProperty("slug").GetString());
        Assert.NotEmpty(partly.GetProperty("results")[0].GetProperty("errors").EnumerateArray());

        var foreign = new { updateCenter = new { id = await stage.IdOfAsync("center", "sosed"), center = new { website = "https://evil.example/" } } };
        var refused = await DoAsync(stage, secret, "applyEdits", Document, new { edits = new object[] { foreign } });
        Assert.Equal("NOT_PERMITTED", refused.GetProperty("results")[0].GetProperty("errors")[0].GetProperty("code").GetString());

        object all = new { edits = new[] { Service("Юрист"), Service("Бухгалтер") }, idempotencyKey = "batch" };
        var done = await DoAsync(stage, secret, "applyEdits", Document, all);
        Assert.Equal(["Юрист", "Бухгалтер"], done.GetProperty("results").EnumerateArray().Select(result => result.GetProperty("entry").GetProperty("displayName").GetString()));
        Assert.Equal(done.GetRawText(), (await DoAsync(stage, secret, "applyEdits", Document, all)).GetRawText());
    }

    [Fact]
    public async Task An_article_is_linked_once_and_a_link_is_taken_back()
    {
        await using var stage = await KeyStage.OpenAsync();
        var (secret, id) = await EditorAsync(stage);
        const string Link = "mutation($input: LinkNewsInput!) { linkNews(input: $input) { newsItem { id title } errors { ... on Error { code } } } }";
        const string Unlink = "mutation($input: UnlinkNewsInput!) { unlinkNews(input: $input) { newsItem { title } errors { ... on Error { code } } } }";
        object article = new { centerId = id, url = "https://news.example/1", title = "Открыли центр", publishedOn = "2026-11-20" };

        var first = await DoAsync(stage, secret, "linkNews", Link, article);
        var again = await DoAsync(stage, secret, "linkNews", Link, article);
        Assert.Equal(first.GetProperty("newsItem").GetProperty("id").GetString(), again.GetProperty("newsItem").GetProperty("id").GetString());
        Assert.Equal(1, await stage.ReadAsync(db => db.News.CountAsync()));
        Assert.Equal("Открыли центр", (await NewsAsync(stage))[0]);

        object link = new { centerId = id, newsItemId = first.GetProperty("newsItem").GetProperty("id").GetString() };
        Assert.Empty((await DoAsync(stage, secret, "unlinkNews", Unlink, link)).GetProperty("errors").EnumerateArray());
        Assert.Empty(await NewsAsync(stage));
        Assert.Equal("STATE_NOT_ALLOWED", (await DoAsync(stage, secret, "unlinkNews", Unlink, link)).GetProperty("errors")[0].GetProperty("code").GetString());
    }

    private static async Task<List<string?>> NewsAsync(KeyStage stage) =>
    [
        .. (await stage.Directory.DataAsync("""{ center(slug: "svoj") { news { nodes { title } } } }""")).GetProperty("center").GetProperty("news").GetProperty("nodes")
            .EnumerateArray().Select(item => item.GetProperty("title").GetString()),
    ];

    private static async Task<(string Secret, string Center)> EditorAsync(KeyStage stage) =>
        (await stage.IssueAsync(new KeyWish("Редактор", AccessRole.Editor, ["svoj"])), await stage.IdOfAsync("center", "svoj"));

    private static async Task<JsonElement> DoAsync(KeyStage stage, string secret, string field, string document, object input)
    {
        var answer = await stage.AskAsync(secret, document, new { input });
        Assert.False(answer.Json.TryGetProperty("errors", out _), answer.Body);
        return answer.At(field).Clone();
    }
}
