using CenterDirectory.Api.Pages;
using Microsoft.AspNetCore.Http;

namespace CenterDirectory.Api.Tests.Pages;

public sealed class PageLanguageTests
{
    private static readonly Noun Centers = new("центр", "центра", "центров", "center", "centers");

    [Theory]
    [InlineData("", null, "ru")]
    [InlineData("", "en-US,en;q=0.9", "en")]
    [InlineData("", "de, en;q=0.5, ru;q=0.4", "en")]
    [InlineData("", "en;q=0.3, ru-RU;q=0.8", "ru")]
    [InlineData("", "en;q=0, *", "ru")]
    [InlineData("", "kk", "ru")]
    [InlineData("", "not a; language==list", "ru")]
    [InlineData("?lang=en", "ru", "en")]
    [InlineData("?lang=RU", "en", "ru")]
    [InlineData("?lang=xx", "en", "en")]
    public void Address_decides_then_browser_then_Russian(string query, string? accept, string expected)
    {
        var http = new DefaultHttpContext();
        http.Request.QueryString = new QueryString(query);
        http.Request.Headers.AcceptLanguage = accept;

        Assert.Equal(expected, PageLanguage.Of(http.Request).Code);
    }

    [Theory]
    [InlineData(0, "центров")]
    [InlineData(1, "центр")]
    [InlineData(2, "центра")]
    [InlineData(5, "центров")]
    [InlineData(11, "центров")]
    [InlineData(12, "центров")]
    [InlineData(21, "центр")]
    [InlineData(104, "центра")]
    [InlineData(111, "центров")]
    public void Russian_nouns_agree_with_their_number(long number, string expected) =>
        Assert.Equal(expected, PageLanguage.Russian.Noun(number, Centers));

    [Theory]
    [InlineData(0, "centers")]
    [InlineData(1, "center")]
    [InlineData(21, "centers")]
    public void English_nouns_agree_with_their_number(long number, string expected) =>
        Assert.Equal(expected, PageLanguage.English.Noun(number, Centers));

    [Fact]
    public void Numbers_and_times_are_written_as_the_language_does()
    {
        var instant = new DateTime(2026, 1, 5, 9, 3, 0, DateTimeKind.Utc);

        Assert.Equal("1\u00a0234\u00a0567", PageLanguage.Russian.Number(1_234_567));
        Assert.Equal("1,234,567", PageLanguage.English.Number(1_234_567));
        Assert.Equal("5 января 2026, 09:03 UTC", PageLanguage.Russian.Time(instant));
        Assert.Equal("5 January 2026, 09:03 UTC", PageLanguage.English.Time(instant));
    }
}
