using CenterDirectory.Importers.Formats;

namespace CenterDirectory.Importers.Tests.Formats;

public sealed class HtmlTextTests
{
    [Theory]
    [InlineData("Двор\n и \t сад", "Двор и сад")]
    [InlineData("<p>Двор</p>\n<p>Дом<br>Сад</p>", "Двор\nДом\nСад")]
    [InlineData("<ul><li>раз<li>два</ul>", "раз\nдва")]
    [InlineData("<table><tr><td>а<td>б<tr><td>в</table>", "а б\nв")]
    [InlineData("a &lt; b &amp;&nbsp;c &#1103;", "a < b & c я")]
    [InlineData("5 < 6 и 7 > 6", "5 < 6 и 7 > 6")]
    [InlineData("до<script>alert('</p>')</script><style>p{}</style> после", "до после")]
    [InlineData("до<form><p>Логин</p><button>Войти</button></form> после", "до после")]
    [InlineData("до<!-- нет --> после", "до после")]
    [InlineData("<a href='javascript:x()' onclick='y()'>Двор</a>", "Двор")]
    [InlineData("<img src=x onerror=alert(1)>Двор", "Двор")]
    [InlineData("Двор<script>без конца", "Двор")]
    [InlineData("Двор <b", "Двор")]
    public void Only_what_a_reader_sees_stays(string html, string text) => Assert.Equal(text, HtmlText.Paragraphs(html));

    [Fact]
    public void What_hangs_below_an_article_is_cut_off()
    {
        const string Body = "<p>Центр открылся в марте и помогает всем организациям района.</p><p>Приём по вторникам и четвергам, запись по телефону.</p>";

        Assert.Equal(
            "Центр открылся в марте и помогает всем организациям района.\nПриём по вторникам и четвергам, запись по телефону.",
            HtmlText.Paragraphs(Body + "<h3>Смотрите также</h3><a>Другое</a>"));
    }

    [Fact]
    public void An_article_that_only_begins_like_boilerplate_is_left_alone()
    {
        Assert.Equal("Читайте также\nнаш журнал", HtmlText.Paragraphs("<p>Читайте также</p><p>наш журнал</p>"));
        Assert.EndsWith("конец", HtmlText.Paragraphs($"<p>{new string('а', 5_000)}</p><p>Поделиться</p><p>{new string('б', 3_000)}</p>конец"), StringComparison.Ordinal);
    }

    [Fact]
    public void Length_is_bounded_and_the_cut_is_between_words()
    {
        var text = HtmlText.Paragraphs(string.Concat(Enumerable.Repeat("<p>слово слово</p>", 200_000)));

        Assert.InRange(text.Length, 70_000, HtmlText.MaxLength);
        Assert.EndsWith("слово…", text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("<div>")]
    [InlineData("<b><i a=1>")]
    [InlineData("<table><p>")]
    [InlineData("&lt;")]
    [InlineData("<!")]
    public void Nesting_costs_no_more_than_its_length(string part) =>
        Assert.InRange(HtmlText.Paragraphs(string.Concat(Enumerable.Repeat(part, 300_000))).Length, 0, HtmlText.MaxLength);
}
