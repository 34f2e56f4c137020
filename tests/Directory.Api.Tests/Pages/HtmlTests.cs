using CenterDirectory.Api.Pages;

namespace CenterDirectory.Api.Tests.Pages;

public sealed class HtmlTests
{
    [Fact]
    public void Values_are_encoded_and_Cyrillic_stays_readable()
    {
        var name = "<b>«Ёж & \"Ко\"»</b> 'и' друзья";

        Assert.Equal(
            "<p title=\"&lt;b&gt;«Ёж &amp; &quot;Ко&quot;»&lt;/b&gt; &#x27;и&#x27; друзья\"></p>",
            Html.Of($"""<p title="{name}"></p>""").Markup);
    }

    [Fact]
    public void Line_breaks_stay_and_what_looks_like_one_does_not_become_one() =>
        Assert.Equal("a\nb&amp;#xA;c", Html.Of($"{"a\nb&#xA;c"}").Markup);

    [Fact]
    public void Markup_is_not_encoded_again()
    {
        var inner = Html.Of($"<i>{"<"}</i>");

        Assert.Equal("<b><i>&lt;</i></b>", Html.Of($"<b>{inner}</b>").Markup);
        Assert.Equal("<i>&lt;</i>\n<i>&lt;</i>", Html.Each([1, 2], _ => inner).Markup);
    }

    [Fact]
    public void Nothing_is_written_for_an_absent_value() => Assert.Equal("<p></p>", Html.Of($"<p>{(string?)null}</p>").Markup);

    [Theory]
    [InlineData("https://example.org/a?b=1&c", "<a href=\"https://example.org/a?b=1&amp;c\">x</a>")]
    [InlineData("javascript:alert(1)", "x")]
    [InlineData("relative/path", "x")]
    public void Only_addresses_of_the_web_become_links(string address, string expected) =>
        Assert.Equal(expected, PageParts.Link(new Uri(address, UriKind.RelativeOrAbsolute), "x").Markup);
}
