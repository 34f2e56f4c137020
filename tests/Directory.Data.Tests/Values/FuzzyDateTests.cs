using System.Globalization;
using CenterDirectory.Data.Values;

namespace CenterDirectory.Data.Tests.Values;

public sealed class FuzzyDateTests
{
    [Theory]
    [InlineData("2019-04-02", "2019-04-02", "2019-04-02")]
    [InlineData("2019-08", "2019-08-01", "2019-08-31")]
    [InlineData("2020-02", "2020-02-01", "2020-02-29")]
    [InlineData("2019", "2019-01-01", "2019-12-31")]
    [InlineData("201X", "2010-01-01", "2019-12-31")]
    [InlineData("19XX", "1900-01-01", "1999-12-31")]
    [InlineData("2019-XX", "2019-01-01", "2019-12-31")]
    [InlineData("2019-1X", "2019-10-01", "2019-12-31")]
    [InlineData("2019-11-XX", "2019-11-01", "2019-11-30")]
    [InlineData("2019-11-1X", "2019-11-10", "2019-11-19")]
    [InlineData("2019-XX-31", "2019-01-31", "2019-12-31")]
    [InlineData("2019-04~", "2019-04-01", "2019-04-30")]
    [InlineData("2019?", "2019-01-01", "2019-12-31")]
    [InlineData("2019-04-02%", "2019-04-02", "2019-04-02")]
    [InlineData("2019-11-16/2019-11-17", "2019-11-16", "2019-11-17")]
    [InlineData("2018/2019-03", "2018-01-01", "2019-03-31")]
    [InlineData("2019-03~/2019-05?", "2019-03-01", "2019-05-31")]
    [InlineData("2019-04/..", "2019-04-01", null)]
    [InlineData("../2019-04", null, "2019-04-30")]
    [InlineData("2019-04/", "2019-04-01", null)]
    [InlineData("/2019-04", null, "2019-04-30")]
    [InlineData("0001-01-01", "0001-01-01", "0001-01-01")]
    [InlineData("9999-12", "9999-12-01", "9999-12-31")]
    public void Bounds_are_the_earliest_and_latest_possible_day(string text, string? earliest, string? latest)
    {
        var date = FuzzyDate.Parse(text);

        Assert.Equal(text, date.Value);
        Assert.Equal(earliest, date.Earliest?.ToString("O", CultureInfo.InvariantCulture));
        Assert.Equal(latest, date.Latest?.ToString("O", CultureInfo.InvariantCulture));
    }

    [Theory]
    [InlineData("XXXX-11-16/XXXX-11-17")]
    [InlineData("XXXX-11-16")]
    [InlineData("XXXX-12-30/XXXX-01-02")]
    [InlineData("XXXX-02-29")]
    [InlineData("XXXX-03")]
    [InlineData("XXXX")]
    public void A_date_of_an_unknown_year_has_no_bounds(string text)
    {
        var date = FuzzyDate.Parse(text);

        Assert.Equal(text, date.ToString());
        Assert.Null(date.Earliest);
        Assert.Null(date.Latest);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("   ")]
    [InlineData("/")]
    [InlineData("../..")]
    [InlineData("../")]
    [InlineData("..")]
    [InlineData("0000")]
    [InlineData("19")]
    [InlineData("2019-13")]
    [InlineData("2019-00")]
    [InlineData("2019-02-29")]
    [InlineData("XXXX-02-30")]
    [InlineData("2019-04-31")]
    [InlineData("2019-4-2")]
    [InlineData("2019.04.02")]
    [InlineData("2019-04-02T10:00")]
    [InlineData("X019")]
    [InlineData("20X9")]
    [InlineData("2019~~")]
    [InlineData("~2019")]
    [InlineData("2019/2018")]
    [InlineData("2019-05/2019-04")]
    [InlineData("2018/2019/2020")]
    [InlineData("2019-04-02/nonsense")]
    [InlineData("август 2019")]
    [InlineData("２０１９")]
    public void What_is_no_EDTF_is_refused_without_an_exception(string? text)
    {
        Assert.False(FuzzyDate.TryParse(text, out var date));
        Assert.Null(date);
    }

    [Fact]
    public void Letters_and_spaces_are_put_right()
    {
        Assert.Equal("XXXX-11-16", FuzzyDate.Parse(" xxxx-11-16 ").Value);
        Assert.Equal(FuzzyDate.Parse("2019-08"), FuzzyDate.Parse(" 2019-08"));
    }

    [Fact]
    public void Qualifiers_and_intervals_can_be_asked_for()
    {
        Assert.True(FuzzyDate.Parse("2019-04~").IsApproximate);
        Assert.True(FuzzyDate.Parse("2019-04?").IsUncertain);
        Assert.True(FuzzyDate.Parse("2019-04%") is { IsApproximate: true, IsUncertain: true });
        Assert.True(FuzzyDate.Parse("2019-04~/2019-05").IsInterval);
        Assert.False(FuzzyDate.Parse("2019-04") is { IsInterval: true } or { IsApproximate: true } or { IsUncertain: true });
    }

    [Fact]
    public void Dates_are_built_from_what_is_known()
    {
        Assert.Equal("2019-04-02", FuzzyDate.Of(new DateOnly(2019, 4, 2)).Value);
        Assert.Equal("2019-08", FuzzyDate.Of(2019, 8).Value);
        Assert.Equal("2019", FuzzyDate.Of(2019).Value);
        Assert.Equal("XXXX-11-16/XXXX-11-17", FuzzyDate.Between(FuzzyDate.Of(null, 11, 16), FuzzyDate.Of(null, 11, 17)).Value);
        Assert.Throws<FormatException>(() => FuzzyDate.Of(2019, 2, 30));
    }

    [Fact]
    public void Any_text_over_the_alphabet_of_EDTF_is_read_or_refused_and_bounds_never_cross()
    {
        const string alphabet = "0123456789X-~?%/.";
        var random = new Random(20190402);
        var read = 0;
        for (var i = 0; i < 200_000; i++)
        {
            var text = i % 2 == 0
                ? new string(random.GetItems<char>(alphabet, random.Next(0, 12)))
                : $"{random.Next(1, 9999):0000}-{random.Next(0, 14):00}-{random.Next(0, 33):00}"[..random.Next(4, 11)];
            if (FuzzyDate.TryParse(text, out var date))
            {
                read++;
                Assert.True(date.Earliest is null || date.Latest is null || date.Earliest <= date.Latest, text);
                Assert.Equal(date, FuzzyDate.Parse(date.Value));
            }
        }

        Assert.True(read > 1_000);
    }
}
