using CenterDirectory.Api.Feeds.Filtering;
using CenterDirectory.Api.Hosting.Publishing;
using CenterDirectory.Data.Values;
using Microsoft.AspNetCore.WebUtilities;

namespace CenterDirectory.Api.Tests.Feeds.Filtering;

/// <summary>Query strings of feeds.</summary>
public sealed class FeedQueryTests
{
    [Fact]
    public void Several_values_come_by_comma_or_by_repetition_in_any_case()
    {
        var filter = Read("?kind=seminar,ROUND_TABLE&kind=Forum&audience=NONPROFITS&territory=27,RU-OMS").Filter;

        Assert.Equal([EventKind.Seminar, EventKind.RoundTable, EventKind.Forum], filter.Kinds);
        Assert.Equal([Audience.Nonprofits], filter.Audiences);
        Assert.Equal(["27", "RU-OMS"], filter.Territories);
    }

    [Fact]
    public void What_a_form_leaves_empty_says_nothing()
    {
        var query = Read("?territory=&from=&to=&q=&kind=&lang=ru");

        Assert.Equal([new KeyValuePair<string, string>("lang", "ru")], query.Stated);
        Assert.Empty(query.Filter.Kinds);
        Assert.Null(query.Filter.From);
    }

    [Theory]
    [InlineData("2026-03-15", "2026-03-15", "2026-03-15")]
    [InlineData("2026-02", "2026-02-01", "2026-02-28")]
    [InlineData("2026", "2026-01-01", "2026-12-31")]
    public void A_month_or_year_is_all_of_it(string text, string from, string to)
    {
        var filter = Read($"?from={text}&to={text}").Filter;

        Assert.Equal((DateOnly.Parse(from, null), DateOnly.Parse(to, null)), (filter.From, filter.To));
    }

    [Fact]
    public void Words_are_looked_for_by_their_stems_and_must_all_be_found() => Assert.Equal(["елк", "нко"], Read("?q=%C2%AB%D0%81%D0%BB%D0%BA%D0%B0%C2%BB+%D0%B4%D0%BB%D1%8F+%D0%9D%D0%9A%D0%9E").Filter.Words);

    [Theory]
    [InlineData("?terrytory=27", "terrytory", "territory")]
    [InlineData("?kind=SEMINARS", "kind", "SEMINAR")]
    [InlineData("?upcoming=maybe", "upcoming", "true")]
    [InlineData("?delimiter=comma", "delimiter", "limit")]
    public void What_is_mistyped_is_told_with_the_nearest_and_with_all_that_is_right(string query, string parameter, string allowed)
    {
        var wrong = Assert.Single(Wrong(query));

        Assert.Equal(parameter, wrong.Name);
        Assert.Contains(allowed, wrong.Allowed);
    }

    [Fact]
    public void Errors_are_told_in_both_languages()
    {
        var wrong = Assert.Single(Wrong("?knd=SEMINAR"));

        Assert.Equal("Параметра «knd» нет; вероятно, имелся в виду «kind».", wrong.Message.Ru);
        Assert.Equal("There is no parameter `knd`; probably `kind` was meant.", wrong.Message.En);
    }

    [Theory]
    [InlineData("?from=2026-13")]
    [InlineData("?from=XXXX-11-16")]
    [InlineData("?from=2026-03-02&to=2026-03-01")]
    [InlineData("?limit=0")]
    [InlineData("?limit=1001")]
    [InlineData("?limit=1&limit=2")]
    [InlineData("?after=here")]
    [InlineData("?lang=de")]
    public void What_cannot_be_is_refused(string query) => Assert.Single(Wrong(query));

    [Fact]
    public void Parameters_of_other_feeds_and_of_the_path_have_no_meaning()
    {
        var wrong = new List<WrongParameter>();
        FeedQuery.Read(QueryHelpers.ParseQuery("?kind=SEMINAR"), FeedSubject.News, "rss", taken: null, wrong);
        FeedQuery.Read(QueryHelpers.ParseQuery("?center=omsk"), FeedSubject.Events, "ics", taken: "center", wrong);

        Assert.Equal(["kind", "center"], wrong.Select(error => error.Name));
        Assert.DoesNotContain("center", wrong[1].Allowed);
    }

    [Fact]
    public void An_address_says_the_same_in_the_order_of_the_table()
    {
        var query = Read("?lang=en&q=%D0%9D%D0%9A%D0%9E+%26&kind=SEMINAR&kind=FORUM&territory=27");

        Assert.Equal("?territory=27&kind=SEMINAR,FORUM&q=%D0%9D%D0%9A%D0%9E%20%26&lang=en", query.Address());
        Assert.Equal("?territory=27&kind=SEMINAR,FORUM&q=%D0%9D%D0%9A%D0%9E%20%26&after=5-7", query.Address(("lang", null), ("after", "5-7")));
    }

    [Theory]
    [InlineData("5-7", 5L, 7L)]
    [InlineData("-7", null, 7L)]
    public void A_place_is_written_as_it_is_read(string text, long? key, long id)
    {
        Assert.Equal(new FeedCursor(key, id), FeedCursor.Parse(text));
        Assert.Equal(text, new FeedCursor(key, id).ToString());
    }

    [Theory]
    [InlineData("7")]
    [InlineData("5-")]
    [InlineData("a-7")]
    [InlineData("99999999999999999999-1")]
    public void What_is_no_place_is_none(string text) => Assert.Null(FeedCursor.Parse(text));

    private static FeedQuery Read(string query)
    {
        var wrong = new List<WrongParameter>();
        var read = FeedQuery.Read(QueryHelpers.ParseQuery(query), FeedSubject.Events, "ics", taken: null, wrong);
        Assert.Empty(wrong);
        return read;
    }

    private static List<WrongParameter> Wrong(string query)
    {
        var wrong = new List<WrongParameter>();
        FeedQuery.Read(QueryHelpers.ParseQuery(query), FeedSubject.Events, "ics", taken: null, wrong);
        return wrong;
    }
}
