using CenterDirectory.Data.Values;

namespace CenterDirectory.Data.Tests.Values;

public sealed class RegisterNumberTests
{
    [Theory]
    [InlineData("1027700132195", true)]
    [InlineData("1027700132196", false)]
    [InlineData("304500116000157", true)]
    [InlineData("304500116000158", false)]
    public void The_check_digit_of_an_ОГРН_is_judged_and_the_number_kept(string text, bool isValid)
    {
        var ogrn = Ogrn.Parse(text);

        Assert.Equal(isValid, ogrn.HasValidCheckDigit);
        Assert.Equal(text, ogrn.Value);
    }

    [Theory]
    [InlineData("7707083893", true)]
    [InlineData("7707083894", false)]
    [InlineData("500100732259", true)]
    [InlineData("500100732258", false)]
    [InlineData("500100732269", false)]
    public void The_check_digits_of_an_ИНН_are_judged_and_the_number_kept(string text, bool isValid)
    {
        var inn = Inn.Parse(text);

        Assert.Equal(isValid, inn.HasValidCheckDigit);
        Assert.Equal(text, inn.Value);
        Assert.Equal(text.Length == 12, inn.IsPersonal);
    }

    [Theory]
    [InlineData("0000000000000", "0000000000")]
    [InlineData("1111111111110", "1212121212")]
    [InlineData("1234567890123", "9876543210")]
    [InlineData("7890123456781", "3210987657")]
    [InlineData("1020000000095", "7700000000")]
    public void A_placeholder_has_no_right_check_digit(string ogrn, string inn)
    {
        Assert.True(Ogrn.Parse(ogrn) is { IsPlaceholder: true, HasValidCheckDigit: false });
        Assert.True(Inn.Parse(inn) is { IsPlaceholder: true, HasValidCheckDigit: false });
    }

    [Theory]
    [InlineData("1027700132195", "7707083893")]
    [InlineData("1104000000095", "4712000002")]
    [InlineData("1100100000110", "7700000015")]
    public void A_low_serial_is_no_placeholder(string ogrn, string inn) =>
        Assert.False(Ogrn.Parse(ogrn).IsPlaceholder || Inn.Parse(inn).IsPlaceholder);

    [Theory]
    [InlineData("105000001", "0105000001")]
    [InlineData("10000000001", "010000000001")]
    public void A_zero_that_a_spreadsheet_took_from_an_ИНН_comes_back(string text, string expected) =>
        Assert.Equal(expected, Inn.Parse(text).Value);

    [Fact]
    public void A_zero_that_a_spreadsheet_took_from_an_ОГРНИП_comes_back() =>
        Assert.Equal("004500116000157", Ogrn.Parse("04500116000157").Value);

    [Theory]
    [InlineData("79 605 402", "79605402", "79")]
    [InlineData("8701000", "08701000", "08")]
    [InlineData("8701000001", "08701000001", "08")]
    [InlineData("71800000", "71800000", "718")]
    [InlineData("71900000", "71900000", "719")]
    [InlineData("71701000", "71701000", "71")]
    [InlineData("11800000", "11800000", "118")]
    [InlineData("11701000", "11701000", "11")]
    public void An_ОКТМО_knows_its_region(string text, string expected, string region)
    {
        var oktmo = Oktmo.Parse(text);

        Assert.Equal(expected, oktmo.Value);
        Assert.Equal(region, oktmo.RegionDigits);
    }

    [Theory]
    [InlineData("")]
    [InlineData(" ")]
    [InlineData("-")]
    [InlineData("12345")]
    [InlineData("нет")]
    [InlineData("77070838931234567890")]
    [InlineData("102770O132195")]
    [InlineData("٧٧٠٧٠٨٣٨٩٣")]
    public void What_has_other_symbols_or_another_length_is_refused(string text)
    {
        Assert.False(Ogrn.TryParse(text, out _));
        Assert.False(Inn.TryParse(text, out _));
        Assert.False(Oktmo.TryParse(text, out _));
    }

    [Fact]
    public void White_space_inside_a_number_is_no_part_of_it()
    {
        Assert.Equal("1027700132195", Ogrn.Parse("\u00A01027700 132195 ").Value);
        Assert.Equal(Inn.Parse("7707083893"), Inn.Parse("7707 083893"));
    }

    [Theory]
    [InlineData(ContactKind.Phone, "+74212000000", "tel:+74212000000")]
    [InlineData(ContactKind.Email, "post@example.org", "mailto:post@example.org")]
    [InlineData(ContactKind.SocialNetwork, "https://example.org/group", "https://example.org/group")]
    [InlineData(ContactKind.SocialNetwork, "javascript:alert(1)", null)]
    [InlineData(ContactKind.Messenger, "@center", null)]
    [InlineData(ContactKind.Phone, "", null)]
    public void A_contact_links_to_what_it_names(ContactKind kind, string value, string? link) =>
        Assert.Equal(link, new Contact { Kind = kind, Value = value }.Url?.OriginalString);
}
