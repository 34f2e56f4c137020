using System.Net;
using System.Text.RegularExpressions;
using CenterDirectory.Api.Tests.Access;
using CenterDirectory.Data.Provenance;
using CenterDirectory.Data.Values;
using Microsoft.EntityFrameworkCore;

namespace CenterDirectory.Api.Tests.Requests;

/// <summary>The form for people who have a browser and nothing else.</summary>
public sealed partial class AskPageTests
{
    [Fact]
    public async Task Somebody_asks_a_center_with_a_form_and_takes_it_back_with_the_receipt()
    {
        await using var stage = await RequestStage.OpenAsync();
        await stage.OpenCenterAsync("svoj", SupportKind.Consulting);
        Assert.Contains("/ask?center=svoj", await TextAsync(stage, "/centers/svoj"), StringComparison.Ordinal);
        var form = await OpenAsync(stage, "/ask?center=svoj");
        stage.Directory.Now = stage.Directory.Now.AddMinutes(2);

        var (status, page) = await SendAsync(stage, "/ask", form);
        var (_, again) = await SendAsync(stage, "/ask", form);

        Assert.Equal(HttpStatusCode.OK, status);
        var receipt = Receipt().Match(page).Groups[1].Value;
        Assert.Equal(43, receipt.Length);
        Assert.Contains(receipt, again, StringComparison.Ordinal);
        Assert.Contains("Свой", page, StringComparison.Ordinal);
        var mine = await stage.AskAsync(await stage.IssueOperatorAsync(), RequestStage.Mine);
        Assert.Equal(1, mine.At("myRequests.totalCount").GetInt32());
        Assert.Equal("pelageya@example.net", mine.At("myRequests.nodes.0.contact.value").GetString());
        Assert.Equal("svoj", mine.At("myRequests.nodes.0.center.slug").GetString());

        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await SendAsync(stage, "/ask/withdraw", new() { ["receipt"] = "nothing" })).Status);
        Assert.Equal(HttpStatusCode.OK, (await SendAsync(stage, "/ask/withdraw", new() { ["receipt"] = receipt })).Status);
        Assert.Null(await stage.ReadAsync(db => db.SupportRequests.Select(request => request.Sealed).SingleAsync()));
    }

    [Fact]
    public async Task What_is_wrong_is_said_at_its_field_and_what_was_typed_stays()
    {
        await using var stage = await RequestStage.OpenAsync();
        var form = await OpenAsync(stage, "/ask");
        (form["contact"], form["territory"]) = ("12", "");
        form.Remove("consent");
        stage.Directory.Now = stage.Directory.Now.AddMinutes(2);

        var (status, page) = await SendAsync(stage, "/ask", form);

        Assert.Equal(HttpStatusCode.UnprocessableEntity, status);
        Assert.All(new[] { "#f-contact", "#f-territory", "#f-consent" }, link => Assert.Contains($"href=\"{link}\"", page, StringComparison.Ordinal));
        Assert.Contains("Нужна &lt;помощь&gt;", page, StringComparison.Ordinal);
        Assert.Equal(0, await stage.ReadAsync(db => db.SupportRequests.CountAsync()));
    }

    [Theory]
    [InlineData("website", "https://spam.example", 120)]
    [InlineData("ticket", "1.2.3", 120)]
    [InlineData("lang", "ru", 1)]
    public async Task Programs_are_told_from_people_and_can_try_again(string field, string value, int seconds)
    {
        await using var stage = await RequestStage.OpenAsync();
        var form = await OpenAsync(stage, "/ask");
        form["territory"] = "kraj";
        var changed = new Dictionary<string, string>(form) { [field] = value };
        stage.Directory.Now = stage.Directory.Now.AddSeconds(seconds);

        var (status, page) = await SendAsync(stage, "/ask", changed);

        Assert.Equal(HttpStatusCode.UnprocessableEntity, status);
        Assert.Equal(0, await stage.ReadAsync(db => db.SupportRequests.CountAsync()));
        stage.Directory.Now = stage.Directory.Now.AddSeconds(30);
        form["ticket"] = Hidden(page, "ticket");
        Assert.Equal(HttpStatusCode.OK, (await SendAsync(stage, "/ask", form)).Status);
    }

    /// <summary>Whoever goes back, writes something else and sends again means another request, and is not told of keys.</summary>
    [Fact]
    public async Task A_form_that_was_sent_can_be_sent_with_other_words_once_its_reader_knows_that_the_first_arrived()
    {
        await using var stage = await RequestStage.OpenAsync();
        var form = await OpenAsync(stage, "/ask");
        stage.Directory.Now = stage.Directory.Now.AddMinutes(2);
        await SendAsync(stage, "/ask", form);
        form["text"] = "Нужно и другое";

        var (status, page) = await SendAsync(stage, "/ask", form);

        Assert.Equal(HttpStatusCode.UnprocessableEntity, status);
        Assert.Contains("уже отправлена", page, StringComparison.Ordinal);
        Assert.DoesNotContain("idempotencyKey", page, StringComparison.Ordinal);
        Assert.Equal(1, await stage.ReadAsync(db => db.SupportRequests.CountAsync()));
        form["ticket"] = Hidden(page, "ticket");
        stage.Directory.Now = stage.Directory.Now.AddMinutes(2);
        Assert.Equal(HttpStatusCode.OK, (await SendAsync(stage, "/ask", form)).Status);
        Assert.Equal(2, await stage.ReadAsync(db => db.SupportRequests.CountAsync()));
    }

    [Fact]
    public async Task Nobody_else_gets_what_was_written_to_a_center_that_closed_meanwhile_unless_the_asker_agrees()
    {
        await using var stage = await RequestStage.OpenAsync();
        await stage.OpenCenterAsync("svoj", SupportKind.Consulting);
        await stage.OpenCenterAsync("sosed", SupportKind.Consulting);
        var form = await OpenAsync(stage, "/ask?center=svoj");
        await stage.ReadAsync(db => db.Centers.Where(center => center.Slug == "svoj").ExecuteUpdateAsync(center => center.SetProperty(row => row.Status, CenterStatus.Closed)));
        stage.Directory.Now = stage.Directory.Now.AddMinutes(2);

        var (status, page) = await SendAsync(stage, "/ask", form);

        Assert.Equal(HttpStatusCode.UnprocessableEntity, status);
        Assert.Contains("больше не принимает", page, StringComparison.Ordinal);
        Assert.Equal(0, await stage.ReadAsync(db => db.SupportRequests.CountAsync()));
        form["center"] = Hidden(page, "center");
        Assert.Equal(HttpStatusCode.OK, (await SendAsync(stage, "/ask", form)).Status);
        Assert.Equal("sosed", await stage.ReadAsync(db => db.SupportRequests.Select(request => request.Center!.Slug).SingleAsync()));
    }

    [Fact]
    public async Task A_center_is_found_by_an_earlier_slug_of_a_link_and_of_a_form_that_was_open()
    {
        await using var stage = await RequestStage.OpenAsync();
        await stage.OpenCenterAsync("svoj", SupportKind.Consulting);
        await stage.ReadAsync(async db =>
        {
            db.EarlierSlugs.Add(new EarlierSlug { EntryType = EntryType.Center, EntityId = await db.Centers.Where(center => center.Slug == "svoj").Select(center => center.Id).SingleAsync(), Slug = "byvshij" });
            return await db.SaveChangesAsync();
        });

        var form = await OpenAsync(stage, "/ask?center=byvshij");
        Assert.Equal("svoj", form["center"]);
        form["center"] = "byvshij";
        stage.Directory.Now = stage.Directory.Now.AddMinutes(2);
        Assert.Equal(HttpStatusCode.OK, (await SendAsync(stage, "/ask", form)).Status);
        Assert.Equal("svoj", await stage.ReadAsync(db => db.SupportRequests.Select(request => request.Center!.Slug).SingleAsync()));
    }

    [Fact]
    public async Task The_other_language_has_the_same_page_and_the_names_of_that_language()
    {
        await using var stage = await RequestStage.OpenAsync();
        await stage.OpenCenterAsync("svoj", SupportKind.Consulting);
        await stage.ReadAsync(db => db.Centers.Where(center => center.Slug == "svoj").ExecuteUpdateAsync(center => center.SetProperty(row => row.NameEn, "Our Own")));

        Assert.Contains("/ask?center=svoj&amp;lang=en", await TextAsync(stage, "/ask?center=svoj&lang=ru"), StringComparison.Ordinal);
        Assert.Contains("/ask/withdraw?lang=en", await TextAsync(stage, "/ask/withdraw?lang=ru"), StringComparison.Ordinal);
        var form = await OpenAsync(stage, "/ask?center=svoj&lang=en");
        stage.Directory.Now = stage.Directory.Now.AddMinutes(2);
        var (_, page) = await SendAsync(stage, "/ask?lang=en", form);
        Assert.Contains("The center “Our Own” has got it.", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Without_a_key_for_personal_data_there_is_no_form_and_no_link_to_it()
    {
        await using var bare = await KeyStage.OpenAsync();

        Assert.DoesNotContain("<form method=\"post\"", await TextAsync(bare, "/ask"), StringComparison.Ordinal);
        Assert.DoesNotContain("/ask?center", await TextAsync(bare, "/centers/svoj"), StringComparison.Ordinal);
    }

    /// <summary>The form as somebody has filled it in.</summary>
    private static async Task<Dictionary<string, string>> OpenAsync(KeyStage stage, string address)
    {
        var page = await TextAsync(stage, address);
        return new()
        {
            ["ticket"] = Hidden(page, "ticket"), ["version"] = Hidden(page, "version"), ["center"] = Hidden(page, "center"), ["website"] = "", ["consent"] = "yes",
            ["text"] = "Нужна <помощь>", ["territory"] = "kraj", ["name"] = "Пелагея", ["contact"] = "pelageya@example.net", ["kind"] = nameof(SupportKind.Consulting),
        };
    }

    private static string Hidden(string page, string name) => Regex.Match(page, $"name=\"{name}\" value=\"([^\"]*)\"").Groups[1].Value;

    private static async Task<string> TextAsync(KeyStage stage, string address)
    {
        using var answer = await stage.Client.GetAsync(new Uri(address, UriKind.Relative), TestContext.Current.CancellationToken);
        return await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
    }

    private static async Task<(HttpStatusCode Status, string Page)> SendAsync(KeyStage stage, string address, Dictionary<string, string> fields)
    {
        using var form = new FormUrlEncodedContent(fields);
        using var answer = await stage.Client.PostAsync(new Uri(address, UriKind.Relative), form, TestContext.Current.CancellationToken);
        return (answer.StatusCode, await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
    }

    [GeneratedRegex("class=\"receipt\">([^<]+)<")]
    private static partial Regex Receipt();
}
