using CenterDirectory.Importers.Mapping;

namespace CenterDirectory.Importers.Tests.Mapping;

public sealed class SumTextTests
{
    [Theory]
    [InlineData("500 000,00 руб.", 50_000_000, "RUB")]
    [InlineData("500000", 50_000_000, "RUB")]
    [InlineData("1\u00A0299\u00A0999,50 ₽", 129_999_950, "RUB")]
    [InlineData("0,05", 5, "RUB")]
    [InlineData("2,5 млн.", 250_000_000, "RUB")]
    [InlineData("1 млн. 500 тыс. рублей", 150_000_000, "RUB")]
    [InlineData("942.916", 94_291_600, "RUB")]
    [InlineData("10 000 USD", 1_000_000, "USD")]
    [InlineData("€ 500", 50_000, "EUR")]
    [InlineData("$1,000,000", 100_000_000, "USD")]
    [InlineData("300 евро", 30_000, "EUR")]
    [InlineData("700 RUR", 70_000, "RUB")]
    public void A_sum_keeps_its_kopecks_and_its_currency(string text, long minor, string currency)
    {
        Assert.True(SumText.TryRead(text, out var money));
        Assert.Equal((minor, currency), (money!.AmountMinor, money.Currency));
    }

    [Theory]
    [InlineData("недорого")]
    [InlineData("")]
    [InlineData("от 300 до 500 тыс.")]
    [InlineData("12,345678")]
    [InlineData("500 JPY")]
    [InlineData("$1,000,000.50")]
    [InlineData("500 USD EUR")]
    [InlineData("-500")]
    [InlineData("99999999999999999999")]
    [InlineData("1111111111 1111111111 1111111111 1111111111 1111111111 1111111111 1111111111 1111111111")]
    public void What_is_no_exact_sum_is_refused(string text) => Assert.False(SumText.TryRead(text, out _));
}
