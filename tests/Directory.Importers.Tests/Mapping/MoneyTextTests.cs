using CenterDirectory.Importers.Mapping;

namespace CenterDirectory.Importers.Tests.Mapping;

public sealed class MoneyTextTests
{
    [Theory]
    [InlineData("300000", "300000")]
    [InlineData("3 000 000", "3000000")]
    [InlineData("600 000р.", "600000")]
    [InlineData("2 000 000,00", "2000000")]
    [InlineData("2   000 000,0═", "2000000")]
    [InlineData("650 тыс.", "650000")]
    [InlineData("2,5 млн.", "2500000")]
    [InlineData("1 млн. 500 тыс.", "1500000")]
    [InlineData("2 млн. 263,800", "2263800")]
    [InlineData("1млн. 20 тыс. 320", "1020320")]
    [InlineData("1\u00A0 079.500", "1079500")]
    [InlineData("942.916", "942916")]
    [InlineData("1,942,916", "1942916")]
    [InlineData("1\u00A0299\u00A0999,50 руб.", "1299999.5")]
    [InlineData("0.125", "0.13")]
    public void A_sum_is_read_as_people_write_it(string text, string money)
    {
        Assert.True(MoneyText.TryRead(text, out var read));
        Assert.Equal(money, read);
    }

    [Theory]
    [InlineData("нет")]
    [InlineData("500 тыс. 1 млн.")]
    [InlineData("от 300 до 500 тыс.")]
    [InlineData("12.05.2026")]
    [InlineData("-")]
    [InlineData("100000 200000 300000 400000 500000 600000 (2024)")]
    [InlineData("99999999999999999999 млрд")]
    [InlineData("79228162514264337593543950335 млн 1 тыс")]
    [InlineData("1234567890123456789012345678901234567890123456789012345678901")]
    public void What_is_no_single_sum_is_refused(string text) => Assert.False(MoneyText.TryRead(text, out _));
}
