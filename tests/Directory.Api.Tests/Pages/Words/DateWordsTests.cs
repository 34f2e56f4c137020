using CenterDirectory.Api.Pages;
using CenterDirectory.Api.Pages.Words;
using CenterDirectory.Data.Values;

namespace CenterDirectory.Api.Tests.Pages.Words;

public sealed class DateWordsTests
{
    [Theory]
    [InlineData("2019-11-16", "16 ноября 2019", "16 November 2019")]
    [InlineData("2019-08", "август 2019", "August 2019")]
    [InlineData("2019-08-XX", "август 2019", "August 2019")]
    [InlineData("2019", "2019 год", "2019")]
    [InlineData("XXXX-11-16", "16 ноября, год не назван", "16 November, year not stated")]
    [InlineData("XXXX-11-16/XXXX-11-17", "16–17 ноября, год не назван", "16–17 November, year not stated")]
    [InlineData("2019-11-16/2019-11-17", "16–17 ноября 2019", "16–17 November 2019")]
    [InlineData("2019-02-28/2019-03-02", "28 февраля – 2 марта 2019", "28 February – 2 March 2019")]
    [InlineData("2018-12-30/2019-01-02", "30 декабря 2018 – 2 января 2019", "30 December 2018 – 2 January 2019")]
    [InlineData("2019-03/2019-05", "март – май 2019", "March – May 2019")]
    [InlineData("2018/2019", "2018–2019 годы", "2018–2019")]
    [InlineData("2019-03/2019-03", "март 2019", "March 2019")]
    [InlineData("2019-04~", "около апреля 2019", "about April 2019")]
    [InlineData("2019?", "вероятно, 2019 год", "probably 2019")]
    [InlineData("2019-04%", "вероятно, около апреля 2019", "probably about April 2019")]
    [InlineData("2019-04~/2019-05", "около апреля 2019 – май 2019", "about April 2019 – May 2019")]
    [InlineData("2019~", "около 2019 года", "about 2019")]
    [InlineData("2019-04-02~", "около 2 апреля 2019", "about 2 April 2019")]
    [InlineData("201X~", "около 2010-х годов", "about 2010s")]
    [InlineData("2019-03-05/..", "с 5 марта 2019", "from 5 March 2019")]
    [InlineData("2019-03/..", "с марта 2019", "from March 2019")]
    [InlineData("2019/", "с 2019 года, окончание не названо", "from 2019, end not stated")]
    [InlineData("../2019-05-05", "по 5 мая 2019", "until 5 May 2019")]
    [InlineData("/2019-05", "по май 2019, начало не названо", "until May 2019, start not stated")]
    [InlineData("201X", "2010-е годы", "2010s")]
    [InlineData("20XX", "20XX", "20XX")]
    [InlineData("2019-XX-16", "2019-XX-16", "2019-XX-16")]
    public void A_date_is_said_no_more_exactly_than_its_source(string edtf, string russian, string english)
    {
        var date = FuzzyDate.Parse(edtf);

        Assert.Equal(russian, DateWords.Of(PageLanguage.Russian, date));
        Assert.Equal(english, DateWords.Of(PageLanguage.English, date));
    }

    [Theory]
    [InlineData("2019-11-16", "2019-11-16")]
    [InlineData("2019-08", "2019-08")]
    [InlineData("2019-04~", null)]
    [InlineData("XXXX-11-16", null)]
    [InlineData("2019-11-16/2019-11-17", null)]
    public void Machines_are_told_only_what_is_certain(string edtf, string? expected) => Assert.Equal(expected, DateWords.Machine(FuzzyDate.Parse(edtf)));
}
