using CenterDirectory.Api.Pages.Entries;

namespace CenterDirectory.Api.Tests.Pages.Entries;

public sealed class MarkdownTests
{
    [Theory]
    [InlineData("*не* _курсив_ и не [ссылка](x)", @"\*не\* \_курсив\_ и не \[ссылка\](x)")]
    [InlineData("<b>&amp;</b> `код` ~~нет~~ a|b \\", @"\<b\>\&amp;\</b\> \`код\` \~\~нет\~\~ a\|b \\")]
    [InlineData("одна\nстрока\tи\u0007ещё", "одна строка иещё")]
    [InlineData("# не заголовок", @"\# не заголовок")]
    [InlineData("- не список", @"\- не список")]
    [InlineData("12. не список", @"12\. не список")]
    [InlineData("12) не список", @"12\) не список")]
    [InlineData("12 апреля. Список", "12 апреля. Список")]
    [InlineData("---", @"\---")]
    [InlineData("C# – язык", "C# – язык")]
    public void A_line_shows_exactly_what_it_was(string text, string expected) => Assert.Equal(expected, Markdown.Line(text));

    [Fact]
    public void A_link_ends_where_it_ends()
    {
        Assert.Equal(@"[а \[б\]](https://example.org/%28x%29%5Cy)", Markdown.Link("а [б]", @"https://example.org/(x)\y"));
        Assert.Equal("[x](https://example.org/%20%0A%3Cb%3E)", Markdown.Link("x", "https://example.org/ \n<b>"));
    }
}
