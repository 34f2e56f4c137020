using CenterDirectory.Api.Feeds.Entries;
using CenterDirectory.Api.Feeds.Filtering;
using CenterDirectory.Api.Feeds.Selecting;
using CenterDirectory.Api.Hosting.Publishing;
using CenterDirectory.Api.Pages;
using CenterDirectory.Api.Pages.Feeds;
using CenterDirectory.Data.Entities;
using CenterDirectory.Data.Values;
using Microsoft.AspNetCore.WebUtilities;

namespace CenterDirectory.Api.Tests.Pages;

/// <summary>The page of feeds, of invented events.</summary>
public sealed class FeedsPageTests
{
    private const string Origin = "https://directory.example";

    private static readonly FeedPlace Place = new(1, "omsk", "Омская область", "Omsk Oblast", "Asia/Omsk");

    [Fact]
    public void Links_hold_the_choice_and_nothing_else()
    {
        var page = Render("?territory=55&kind=SEMINAR,FORUM&from=&lang=ru&delimiter=semicolon");

        Assert.Contains("value=\"https://directory.example/feeds/events.ics?territory=55&amp;kind=SEMINAR,FORUM\"", page, StringComparison.Ordinal);
        Assert.Contains("value=\"https://directory.example/feeds/events.csv?territory=55&amp;kind=SEMINAR,FORUM&amp;delimiter=semicolon\"", page, StringComparison.Ordinal);
        Assert.Contains("href=\"webcal://directory.example/feeds/events.ics?territory=55&amp;kind=SEMINAR,FORUM\"", page, StringComparison.Ordinal);
        Assert.Contains("https://calendar.google.com/calendar/render?cid=webcal%3A%2F%2Fdirectory.example%2Ffeeds%2Fevents.ics%3Fterritory%3D55%26kind%3DSEMINAR%2CFORUM", page, StringComparison.Ordinal);
        Assert.Contains("https://outlook.office.com/calendar/0/addfromweb?url=https%3A%2F%2Fdirectory.example", page, StringComparison.Ordinal);
    }

    [Fact]
    public void What_was_chosen_stays_chosen_in_the_form()
    {
        var page = Render("?territory=12345&kind=SEMINAR&q=%22%3Cb%3E%22&upcoming=true");

        Assert.Contains("<option value=\"12345\" selected>", page, StringComparison.Ordinal);
        Assert.Contains("name=\"kind\" value=\"SEMINAR\" checked>", page, StringComparison.Ordinal);
        Assert.Contains("value=\"&quot;&lt;b&gt;&quot;\"", page, StringComparison.Ordinal);
        Assert.Contains("<option value=\"true\" selected>", page, StringComparison.Ordinal);
    }

    [Fact]
    public void Only_what_is_certain_is_offered_to_calendars_that_know_no_doubt()
    {
        var certain = new Event { Id = 1, Slug = "certain", Title = "Семинар & ко", Date = FuzzyDate.Parse("2026-03-10"), StartsAt = new DateTime(2026, 3, 10, 4, 0, 0, DateTimeKind.Utc) };
        var vague = new Event { Id = 2, Slug = "vague", Title = "Форум", Date = FuzzyDate.Parse("2026-04") };
        var cancelled = new Event { Id = 3, Slug = "cancelled", Title = "Слёт", Date = FuzzyDate.Parse("2026-04-01"), Status = EventStatus.Cancelled };
        var undated = new Event { Id = 4, Slug = "undated", Title = "Когда-нибудь" };

        var page = Render("", certain, vague, cancelled, undated);

        Assert.Contains("https://calendar.google.com/calendar/render?action=TEMPLATE&amp;text=%D0%A1%D0%B5%D0%BC%D0%B8%D0%BD%D0%B0%D1%80%20%26%20%D0%BA%D0%BE&amp;dates=20260310T040000Z/20260310T040000Z".Replace("/2026", "%2F2026", StringComparison.Ordinal), page, StringComparison.Ordinal);
        Assert.Equal(1, page.Split("deeplink/compose").Length - 1);
        Assert.Equal(3, page.Split("/feeds/events.ics?event=").Length - 1);
        Assert.Contains("<span class=\"trouble\">Отменено</span>", page, StringComparison.Ordinal);
        Assert.Contains("дата не названа", page, StringComparison.Ordinal);
    }

    [Fact]
    public void What_is_wrong_is_said_in_place_of_links()
    {
        var page = Render("?kind=SEMINARS");

        Assert.Contains("вероятно, имелось в виду «SEMINAR»", page, StringComparison.Ordinal);
        Assert.DoesNotContain("id=\"link-ics\"", page, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("events")]
    [InlineData("news")]
    [InlineData("changes")]
    public void Every_parameter_is_explained(string feed)
    {
        var subject = FeedNames.All.Single(name => name.Segment == feed).Subject;
        var page = new FeedsPage(PageLanguage.English, Origin, View("", subject)).Render().Markup;

        Assert.All(FeedParameters.Of(subject), parameter => Assert.Contains($"<code>{parameter.Name}</code>", page, StringComparison.Ordinal));
    }

    private static string Render(string query, params Event[] events) =>
        new FeedsPage(PageLanguage.Russian, Origin, View(query, FeedSubject.Events) with { Events = [.. events.Select(item => new EventEntry(item, Place))], IsToCome = true }).Render().Markup;

    private static FeedsView View(string query, FeedSubject subject)
    {
        var wrong = new List<WrongParameter>();
        var read = FeedQuery.Read(QueryHelpers.ParseQuery(query), subject, format: null, taken: null, wrong);
        return new FeedsView(FeedNames.Of(subject), read, FeedScope.Everything) { Wrong = wrong, Territories = [new("55", "Омская область")] };
    }
}
