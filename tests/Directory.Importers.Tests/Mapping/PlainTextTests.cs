using CenterDirectory.Importers.Mapping;

namespace CenterDirectory.Importers.Tests.Mapping;

public sealed class PlainTextTests
{
    [Theory]
    [InlineData("8 (4212) 00-00-00", "+74212000000")]
    [InlineData("+7 4212 00 00 00", "+74212000000")]
    [InlineData("+8 (4212) 00-00-00", "+74212000000")]
    [InlineData("(4212) 00‑00‑00", "+74212000000")]
    [InlineData("89000000000", "+79000000000")]
    [InlineData("8 (4212) 00-00-00, доб. 12", "+74212000000;ext=12")]
    [InlineData("+375 17 000-00-00", "+375170000000")]
    public void A_telephone_number_becomes_E164(string text, string number)
    {
        Assert.True(PhoneNumbers.TryRead(text, out var read));
        Assert.Equal(number, read);
    }

    [Theory]
    [InlineData("00-00-00")]
    [InlineData("8 (4212) 00-00-00, 11-11-11")]
    [InlineData("нет")]
    [InlineData("8 4212 00-00-00 Иван")]
    [InlineData("8 4212 00-00-00 доб.")]
    public void What_is_no_whole_number_is_refused(string text) => Assert.False(PhoneNumbers.TryRead(text, out _));

    [Theory]
    [InlineData("300000", "300000")]
    [InlineData("3 000 000", "3000000")]
    [InlineData("2 000 000,00", "2000000")]
    [InlineData("600 000р.", "600000")]
    [InlineData("650 тыс.", "650000")]
    [InlineData("3,4 млн ₽", "3400000")]
    [InlineData("942.916", "942.916")]
    [InlineData("−5", "-5")]
    public void Numbers_are_read_as_tables_write_them(string text, string number)
    {
        Assert.True(NumberText.TryRead(text, out var read));
        Assert.Equal(number, read);
    }

    [Theory]
    [InlineData("более двадцати")]
    [InlineData("1,000,000")]
    [InlineData("2   000 000,0═")]
    [InlineData("р.")]
    public void What_is_no_number_is_refused(string text) => Assert.False(NumberText.TryRead(text, out _));

    [Theory]
    [InlineData("example.org/a", "https://example.org/a")]
    [InlineData("http://example.org", "http://example.org/")]
    [InlineData("центр.рф", "https://центр.рф/")]
    public void A_page_may_lack_its_scheme(string text, string url)
    {
        Assert.True(WebText.TryReadUrl(text, out var read));
        Assert.Equal(new Uri(url).AbsoluteUri, read);
    }

    [Theory]
    [InlineData("javascript:alert(1)")]
    [InlineData("file:///etc/passwd")]
    [InlineData("нет сайта")]
    [InlineData("localhost")]
    [InlineData("https://user:secret@example.org/")]
    public void What_is_no_public_page_is_refused(string text) => Assert.False(WebText.TryReadUrl(text, out _));

    [Theory]
    [InlineData("Info@Example.ORG", "Info@example.org")]
    [InlineData("mailto:a@b.ru", "a@b.ru")]
    public void A_mailbox_is_read(string text, string email)
    {
        Assert.True(WebText.TryReadEmail(text, out var read));
        Assert.Equal(email, read);
    }

    [Theory]
    [InlineData("a@b")]
    [InlineData("a@b.ru, c@d.ru")]
    [InlineData("@b.ru")]
    [InlineData("a@.ru")]
    public void What_is_no_mailbox_is_refused(string text) => Assert.False(WebText.TryReadEmail(text, out _));
}
