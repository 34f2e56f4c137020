using CenterDirectory.Importers.Formats.Syndication;

namespace CenterDirectory.Importers.Tests.Formats.Syndication;

public sealed class SyndicationDatesTests
{
    [Theory]
    [InlineData("Mon, 02 Jan 2006 17:25:00 +0300", "2006-01-02T14:25:00Z", "2006-01-02")]
    [InlineData("Wed, 4 Jan 2006 05:45:00 GMT", "2006-01-04T05:45:00Z", "2006-01-04")]
    [InlineData("4 Jan 06 05:45 MSK", "2006-01-04T02:45:00Z", "2006-01-04")]
    [InlineData("Sun, 31 Dec 2006 23:30:00 -0200", "2007-01-01T01:30:00Z", "2006-12-31")]
    [InlineData("Пн, 02 янв 2006 17:25:00 +0300", "2006-01-02T14:25:00Z", "2006-01-02")]
    [InlineData("Вторник, 5 мая 2026 09:00:00 +03:00", "2026-05-05T06:00:00Z", "2026-05-05")]
    [InlineData("2026-03-02T23:25:00+03:00", "2026-03-02T20:25:00Z", "2026-03-02")]
    [InlineData("2026-03-02T23:25Z", "2026-03-02T23:25:00Z", "2026-03-02")]
    [InlineData("2026-03-02T23:25:00.123+10", "2026-03-02T13:25:00Z", "2026-03-02")]
    [InlineData("2026-03-02 23:25:00", null, "2026-03-02")]
    [InlineData("2026-03-02", null, "2026-03-02")]
    [InlineData("02.03.2026 23:25", null, "2026-03-02")]
    [InlineData("Mon, 02 Jan 2006 17:25:00 XYZ", null, "2006-01-02")]
    [InlineData("Mon, 02 Jan 2006 24:25:00 GMT", null, "2006-01-02")]
    public void An_instant_needs_an_offset_a_day_does_not(string text, string? instant, string day) =>
        Assert.Equal(new FeedDate(instant, day), SyndicationDates.Read(text));

    [Theory]
    [InlineData("вчера")]
    [InlineData("31 Feb 2026 10:00:00 GMT")]
    [InlineData("0000-00-00T00:00:00Z")]
    [InlineData("1 Foo 2026")]
    [InlineData("1767225600")]
    public void What_is_no_date_is_none(string text) => Assert.Null(SyndicationDates.Read(text));
}
