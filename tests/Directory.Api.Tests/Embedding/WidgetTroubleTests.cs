using CenterDirectory.Api.Tests.Pages;
using Microsoft.Playwright;

namespace CenterDirectory.Api.Tests.Embedding;

/// <summary>Whatever goes wrong, the page around a widget stays whole and its visitor finds a way.</summary>
public sealed class WidgetTroubleTests(EmbedStage stage, Browser browser) : IClassFixture<EmbedStage>, IClassFixture<Browser>
{
    [Fact]
    public async Task Without_script_the_link_inside_leads_to_a_page_that_needs_none()
    {
        var host = await WidgetPage.PrepareAsync(stage, browser, 768, ColorScheme.Light, javaScript: false);
        await host.Page.GotoAsync($"{stage.Site}/plain-directory");

        await host.Page.GetByRole(AriaRole.Link, new() { Name = "Каталог центров" }).ClickAsync();

        Assert.Equal("Ресурсные центры", await host.Page.GetByRole(AriaRole.Heading, new() { Level = 1 }).InnerTextAsync());
        Assert.True(await host.Page.Locator("li.item").CountAsync() > 5);
    }

    [Fact]
    public async Task Link_stays_where_the_script_is_blocked()
    {
        var host = await WidgetPage.PrepareAsync(stage, browser, 768, ColorScheme.Light);
        await host.Page.RouteAsync("**/center-directory.js", route => route.AbortAsync());

        await host.Page.GotoAsync($"{stage.Site}/plain-directory");

        Assert.True(await host.Page.GetByRole(AriaRole.Link, new() { Name = "Каталог центров" }).IsVisibleAsync());
    }

    [Fact]
    public async Task Link_is_seen_while_the_answer_is_on_its_way()
    {
        var host = await WidgetPage.PrepareAsync(stage, browser, 768, ColorScheme.Light);
        var release = new TaskCompletionSource();
        await host.Page.RouteAsync("**/graphql?**", async route =>
        {
            await release.Task;
            await route.ContinueAsync();
        });

        await host.Page.GotoAsync($"{stage.Site}/plain-directory");
        Assert.True(await host.Page.GetByRole(AriaRole.Link, new() { Name = "Каталог центров" }).IsVisibleAsync());
        release.SetResult();

        await host.ReadyAsync();
        Assert.False(await host.Page.GetByRole(AriaRole.Link, new() { Name = "Каталог центров" }).IsVisibleAsync());
    }

    [Theory]
    [InlineData(null)]
    [InlineData(503)]
    [InlineData(200)]
    public async Task Network_that_fails_leaves_a_message_the_link_and_a_button_that_tries_again(int? status)
    {
        var host = await WidgetPage.PrepareAsync(stage, browser, 768, ColorScheme.Light);
        await host.Page.RouteAsync("**/graphql?**", route => status is { } code
            ? route.FulfillAsync(new() { Status = code, Body = "<html>", Headers = [new("Access-Control-Allow-Origin", "*")] })
            : route.AbortAsync());
        await host.Page.GotoAsync($"{stage.Site}/plain-directory");
        await host.Page.GetByRole(AriaRole.Alert).WaitForAsync();

        Assert.Contains("Каталог сейчас не отвечает.", await host.Page.GetByRole(AriaRole.Alert).InnerTextAsync(), StringComparison.Ordinal);
        Assert.True(await host.Page.GetByRole(AriaRole.Link, new() { Name = "Каталог центров" }).IsVisibleAsync());

        await host.Page.UnrouteAsync("**/graphql?**");
        await host.Page.GetByRole(AriaRole.Button, new() { Name = "Попробовать ещё раз" }).ClickAsync();
        await host.Page.GetByText("Найдено 2 центра").WaitForAsync();
    }

    [Fact]
    public async Task One_failure_is_tried_again_without_a_word()
    {
        var host = await WidgetPage.PrepareAsync(stage, browser, 768, ColorScheme.Light);
        var failures = 1;
        await host.Page.RouteAsync("**/graphql?**", route => failures-- > 0 ? route.AbortAsync() : route.ContinueAsync());

        await host.Page.GotoAsync($"{stage.Site}/plain-directory");

        await host.Page.GetByText("Найдено 2 центра").WaitForAsync();
        Assert.Equal(2, host.Asked.Count(request => request.Url.Contains("/graphql", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task Unknown_attribute_values_are_told_to_the_developer_and_change_nothing_else()
    {
        var host = await WidgetPage.OpenAsync(stage, browser, "plain-wrong", 768, ColorScheme.Light);
        await host.Page.GetByText("Ничего не нашлось").WaitForAsync();

        Assert.Equal(
            ["territory", "level", "view", "page-size", "theme", "filters"],
            new[] { "territory", "level", "view", "page-size", "theme", "filters" }.Where(name =>
                host.Complaints.Any(text => text.StartsWith($"<center-directory> {name}=", StringComparison.Ordinal) && text.Contains("it may be: ", StringComparison.Ordinal))));
        Assert.True(await host.Page.GetByRole(AriaRole.Searchbox).IsVisibleAsync());
    }

    [Fact]
    public async Task Card_of_a_center_that_is_not_there_says_so_and_keeps_the_link()
    {
        var host = await WidgetPage.OpenAsync(stage, browser, "plain-nobody", 768, ColorScheme.Light);

        Assert.Equal("Такого центра в каталоге нет.", await host.Page.GetByRole(AriaRole.Status).InnerTextAsync());
        Assert.True(await host.Page.GetByRole(AriaRole.Link, new() { Name = "Каталог" }).IsVisibleAsync());
    }

    [Fact]
    public async Task Widgets_that_come_go_and_move_leave_no_error_behind()
    {
        var host = await WidgetPage.OpenAsync(stage, browser, "plain-directory-directory-events", 768, ColorScheme.Light);

        await host.Page.EvaluateAsync(
            """
            (async () => {
              const [first, second] = document.querySelectorAll('center-directory');
              second.remove();
              first.setAttribute('page-size', '1');
              document.querySelector('center-events').setAttribute('view', 'month');
              first.remove();
              document.body.append(first, Object.assign(document.createElement('center-card'), { lang: 'en' }));
              const again = document.createElement('script');
              again.type = 'module';
              again.src = document.querySelector('script[type=module]').src + '?twice';
              await new Promise((done) => { again.onload = done; document.head.append(again); });
            })()
            """);
        await host.Page.GetByText("показан 1").WaitForAsync();
        await host.Page.GetByText("There is no such center").WaitForAsync();

        Assert.Empty(host.Complaints);
    }

    [Fact]
    public async Task What_the_directory_says_is_never_read_as_markup()
    {
        var host = await WidgetPage.PrepareAsync(stage, browser, 768, ColorScheme.Light);
        await host.Page.RouteAsync("**/graphql?**", route => route.FulfillAsync(new()
        {
            Headers = [new("Access-Control-Allow-Origin", "*")],
            ContentType = "application/json",
            Body = """
                {"data":{"territory":{"displayName":"<img src=x onerror=alert(1)>"},"centers":{"totalCount":1,"pageInfo":{"hasNextPage":false,"endCursor":null},"nodes":[{
                "slug":"../x\"><script>alert(1)</script>","displayName":"<b>Центр</b>","level":"NEW_LEVEL","status":"ACTIVE","supportKinds":["NEW_KIND"],"audiences":[],
                "territory":null,"addressText":"<i>","website":"javascript:alert(1)","contacts":[{"kind":"SITE","value":"x","url":"javascript:alert(1)"}],
                "services":{"totalCount":0,"nodes":[]},"sources":[]}]}}}
                """,
        }));
        await host.Page.GotoAsync($"{stage.Site}/strict-directory");
        await host.ReadyAsync();

        Assert.Equal("<b>Центр</b>", await host.Page.GetByRole(AriaRole.Heading, new() { Level = 3 }).InnerTextAsync());
        Assert.Equal(0, await host.Page.Locator("center-directory a[href^='javascript']").CountAsync());
        Assert.Contains("NEW_LEVEL", await host.Page.Locator("center-directory [part=meta]").InnerTextAsync(), StringComparison.Ordinal);
        Assert.Empty(host.Complaints);
    }
}
