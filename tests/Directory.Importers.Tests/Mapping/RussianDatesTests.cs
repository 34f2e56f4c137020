using CenterDirectory.Importers.Mapping;

namespace CenterDirectory.Importers.Tests.Mapping;

public sealed class RussianDatesTests
{
    [Theory]
    [InlineData("dd.MM.yyyy", "18.12.2018", "2018-12-18")]
    [InlineData("dd.MM.yyyy", "29.02.2016 г.", "2016-02-29")]
    [InlineData("d.M.yyyy", "1.2.2019", "2019-02-01")]
    [InlineData("yyyy-MM-dd", "2019-04-02", "2019-04-02")]
    [InlineData("MMMM yyyy", "август 2019", "2019-08")]
    [InlineData("MMMM yyyy", "Августа 2019 года", "2019-08")]
    [InlineData("MMMM yyyy", "МАЙ\u00A02019", "2019-05")]
    [InlineData("d MMMM yyyy", "16 ноября 2018 г.", "2018-11-16")]
    [InlineData("d MMMM yyyy", "2 April 2019", "2019-04-02")]
    [InlineData("d MMMM", "16 ноября", "XXXX-11-16")]
    [InlineData("d MMMM", "29 февраля", "XXXX-02-29")]
    [InlineData("yyyy", "2019", "2019")]
    [InlineData("edtf", "XXXX-11-16/XXXX-11-17", "XXXX-11-16/XXXX-11-17")]
    [InlineData("edtf", "2019-04~", "2019-04~")]
    public void A_date_is_as_precise_as_its_layout(string layout, string text, string edtf)
    {
        Assert.True(RussianDates.Of([layout])!.TryRead(text, out var read));
        Assert.Equal(edtf, read);
    }

    [Theory]
    [InlineData("dd.MM.yyyy", "31.02.2018")]
    [InlineData("dd.MM.yyyy", "29.02.2015")]
    [InlineData("dd.MM.yyyy", "1.2.2019")]
    [InlineData("dd.MM.yyyy", "18.12.2018 10:00")]
    [InlineData("dd.MM.yyyy", "18.13.2018")]
    [InlineData("MMMM yyyy", "авг. 2019")]
    [InlineData("MMMM yyyy", "август2019")]
    [InlineData("yyyy", "0000")]
    [InlineData("edtf", "накануне")]
    public void What_no_layout_fits_is_no_date(string layout, string text) => Assert.False(RussianDates.Of([layout])!.TryRead(text, out _));

    [Fact]
    public void The_first_layout_that_fits_wins()
    {
        var dates = RussianDates.Of(["dd.MM.yyyy", "MMMM yyyy", "edtf"])!;

        Assert.True(dates.TryRead("2019-08", out var edtf) && edtf == "2019-08");
        Assert.True(dates.TryRead("март 2019", out var month) && month == "2019-03");
    }

    [Theory]
    [InlineData("январь", "января", 1)]
    [InlineData("февраль", "февраля", 2)]
    [InlineData("март", "марта", 3)]
    [InlineData("апрель", "апреля", 4)]
    [InlineData("май", "мая", 5)]
    [InlineData("июнь", "июня", 6)]
    [InlineData("июль", "июля", 7)]
    [InlineData("август", "августа", 8)]
    [InlineData("сентябрь", "сентября", 9)]
    [InlineData("октябрь", "октября", 10)]
    [InlineData("ноябрь", "ноября", 11)]
    [InlineData("декабрь", "декабря", 12)]
    public void Months_are_known_in_both_cases(string nominative, string genitive, int month)
    {
        var dates = RussianDates.Of(["MMMM yyyy"])!;

        Assert.True(dates.TryRead($"{nominative} 2019", out var first) && first == $"2019-{month:00}");
        Assert.True(dates.TryRead($"{genitive} 2019", out var second) && second == first);
    }

    [Theory]
    [InlineData("yy.MM.dd")]
    [InlineData("dd.dd.yyyy")]
    [InlineData("dd")]
    [InlineData("HH:mm")]
    public void A_layout_that_nobody_could_read_is_refused(string layout) => Assert.Null(RussianDates.Of([layout]));
}
