using System.Text;

namespace CenterDirectory.Importers.Tests.Formats.Syndication;

public sealed class SyndicationReaderTests
{
    private static readonly string[] Titles = ["Двор открыт", "Дом открыт"];

    [Theory]
    [InlineData("<rss version='0.91'><channel><title>Л</title><item><title>Двор открыт</title></item><item><title>Дом открыт</title></item></channel></rss>")]
    [InlineData("<rss version='2.0'><channel><title>Л</title><item><title>Двор открыт</title></item><item><title>Дом открыт</title></item></channel></rss>")]
    [InlineData("<rss xmlns='http://backend.userland.com/rss2'><channel><item><title>Двор открыт</title></item><item><title>Дом открыт</title></item></channel></rss>")]
    [InlineData("<rdf:RDF xmlns:rdf='http://www.w3.org/1999/02/22-rdf-syntax-ns#' xmlns='http://purl.org/rss/1.0/'><channel><title>Л</title></channel><item><title>Двор открыт</title></item><item><title>Дом открыт</title></item></rdf:RDF>")]
    [InlineData("<feed xmlns='http://www.w3.org/2005/Atom'><title>Л</title><entry><title>Двор открыт</title></entry><entry><title>Дом открыт</title></entry></feed>")]
    [InlineData("<a:feed xmlns:a='http://www.w3.org/2005/Atom'><a:entry><a:title>Двор открыт</a:title></a:entry><a:entry><a:title>Дом открыт</a:title></a:entry></a:feed>")]
    [InlineData("""{"version":"https://jsonfeed.org/version/1.1","title":"Л","items":[{"id":"1","title":"Двор открыт"},{"id":"2","title":"Дом открыт"}]}""")]
    public async Task Which_format_it_is_tells_the_document(string text)
    {
        var feed = await OpenedFeed.ReadAsync("feed", text);

        Assert.Null(feed.Failure);
        Assert.Equal(Titles, feed.Rows.Select(row => row["title"]));
        Assert.Equal(feed.Columns.Count, feed.Columns.Distinct().Count());
    }

    [Fact]
    public async Task A_tag_without_end_is_refused_before_it_fills_the_memory()
    {
        var read = await OpenedFeed.ReadAsync("rss", $"<rss><channel><item><title>Двор</title></item><item a=\"{new string('a', 9 * 1024 * 1024)}\"><title>Сад</title></item></channel></rss>");

        Assert.Equal(("feed-malformed", 1), (read.Failure?.Code, read.Rows.Count));
    }

    [Fact]
    public async Task An_item_of_rss_says_all_that_it_can()
    {
        var feed = await OpenedFeed.ReadAsync("rss", """
            <?xml version="1.0"?>
            <rss version="2.0" xmlns:yandex="http://news.yandex.ru" xmlns:dc="http://purl.org/dc/elements/1.1/"><channel>
              <title>Лента &amp; К</title><link>https://news.example/</link><language>ru</language>
              <image><title>Картинка</title><link>https://other.example/</link></image>
              <item>
                <guid isPermaLink="false">n-1</guid><title>Двор &amp;laquo;открыт&amp;raquo;</title><link> /n/1 </link>
                <description><![CDATA[<p>Первый <b>абзац</b>.</p><p>Второй.</p><script>alert(1)</script>]]></description>
                <yandex:full-text>Весь &lt;br/&gt; текст</yandex:full-text>
                <pubDate>Mon, 02 Mar 2026 23:25:00 +0300</pubDate><author>editor@news.example (Отдел новостей)</author>
                <category>Дворы</category><category>Дворы</category><dc:subject>Сады</dc:subject>
                <enclosure url="https://news.example/1.jpg" type="image/jpeg" length="1"/>
              </item>
            </channel></rss>
            """);

        Assert.Equal(
            new Dictionary<string, string>
            {
                ["id"] = "n-1", ["title"] = "Двор «открыт»", ["url"] = "https://news.example/n/1", ["summary"] = "Первый абзац.\nВторой.",
                ["content"] = "Весь\nтекст", ["published"] = "2026-03-02T20:25:00Z", ["publishedOn"] = "2026-03-02", ["author"] = "Отдел новостей",
                ["categories"] = "Дворы\nСады", ["image"] = "https://news.example/1.jpg", ["enclosure"] = "https://news.example/1.jpg",
                ["language"] = "ru", ["feed"] = "Лента & К",
            },
            feed.Only.Cells);
        Assert.Equal(5, feed.Only.Row);
    }

    [Fact]
    public async Task An_entry_of_atom_says_all_that_it_can()
    {
        var feed = await OpenedFeed.ReadAsync("atom", """
            <feed xmlns="http://www.w3.org/2005/Atom" xml:lang="ru" xml:base="https://news.example/">
              <title type="html">Лента &amp;amp; К</title><link rel="self" href="https://news.example/atom"/><author><name>Редакция</name></author>
              <entry>
                <id>urn:n:1</id><title>5 &lt; 6</title><link href="n/1"/><link rel="enclosure" type="image/png" href="n/1.png"/>
                <summary type="html">&lt;p&gt;Первый.&lt;/p&gt;Второй.</summary>
                <content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml"><p>Если 5 &lt; 6, то</p><ul><li>раз</li><li>два</li></ul></div></content>
                <published>2026-03-02T23:25:00+03:00</published><updated>2026-03-03T01:00:00.5Z</updated><category term="d" label="Дворы"/>
              </entry>
            </feed>
            """);

        Assert.Equal(
            new Dictionary<string, string>
            {
                ["id"] = "urn:n:1", ["title"] = "5 < 6", ["url"] = "https://news.example/n/1", ["summary"] = "Первый.\nВторой.",
                ["content"] = "Если 5 < 6, то\nраз\nдва", ["published"] = "2026-03-02T20:25:00Z", ["publishedOn"] = "2026-03-02",
                ["updated"] = "2026-03-03T01:00:00Z", ["author"] = "Редакция", ["categories"] = "Дворы", ["image"] = "https://news.example/n/1.png",
                ["enclosure"] = "https://news.example/n/1.png", ["language"] = "ru", ["feed"] = "Лента & К",
            },
            feed.Only.Cells);
    }

    [Fact]
    public async Task An_item_of_json_feed_says_all_that_it_can()
    {
        var feed = await OpenedFeed.ReadAsync("feed", """
            {"version":"https://jsonfeed.org/version/1","title":"Лента","home_page_url":"https://news.example/","author":{"name":"Редакция"},"items":[
              {"id":7,"url":"n/1","title":"Двор\nоткрыт","content_html":"<h1>Двор</h1>и сад","summary":"Коротко","image":"https://news.example/1.jpg",
               "date_published":"2026-03-02T23:25:00+03:00","tags":["Дворы"],"attachments":[{"url":"https://news.example/1.pdf"}]}]}
            """);

        Assert.Equal(
            new Dictionary<string, string>
            {
                ["id"] = "7", ["title"] = "Двор открыт", ["url"] = "https://news.example/n/1", ["summary"] = "Коротко", ["content"] = "Двор\nи сад",
                ["published"] = "2026-03-02T20:25:00Z", ["publishedOn"] = "2026-03-02", ["author"] = "Редакция", ["categories"] = "Дворы",
                ["image"] = "https://news.example/1.jpg", ["enclosure"] = "https://news.example/1.pdf", ["feed"] = "Лента",
            },
            feed.Only.Cells);
    }

    [Theory]
    [InlineData("windows-1251", "windows-1251")]
    [InlineData("utf-8", "windows-1251")]
    [InlineData("windows-1251", "utf-8")]
    [InlineData("koi8-r", "windows-1251")]
    public async Task A_prolog_that_lies_about_the_encoding_is_found_out(string stated, string real)
    {
        const string Title = "Открылся новый ресурсный центр для некоммерческих организаций";
        var bytes = (CodePagesEncodingProvider.Instance.GetEncoding(real) ?? Encoding.UTF8).GetBytes(
            $"<?xml version=\"1.0\" encoding=\"{stated}\"?><rss><channel><item><title>{Title}</title><description>{Title}</description></item></channel></rss>");

        var feed = await OpenedFeed.ReadAsync("rss", bytes);

        Assert.Equal(Title, feed.Only["title"]);
        Assert.Equal(stated == real ? [] : ["encoding-differs"], feed.Remarks.Select(remark => remark.Code));
    }

    [Fact]
    public async Task A_dtd_is_never_resolved_and_its_entities_stay_text()
    {
        var feed = await OpenedFeed.ReadAsync("rss", """
            <!DOCTYPE rss [<!ENTITY a "ха"><!ENTITY b "&a;&a;&a;"><!ENTITY c SYSTEM "file:///etc/passwd">]>
            <rss><channel><item><title>x&b;&c;</title></item></channel></rss>
            """);
        var netscape = await OpenedFeed.ReadAsync("rss", """
            <!DOCTYPE rss PUBLIC "-//Netscape Communications//DTD RSS 0.91//EN" "http://127.0.0.1:1/rss-0.91.dtd">
            <rss version="0.91"><channel><item><title>Двор</title></item></channel></rss>
            """);

        Assert.Equal("x&b;&c;", feed.Only["title"]);
        Assert.Equal("Двор", netscape.Only["title"]);
    }

    [Fact]
    public async Task What_html_allows_and_xml_does_not_is_put_right() =>
        Assert.Equal(
            "«Двор» & сад – дом & нет &нет; a&b x–y",
            (await OpenedFeed.ReadAsync("rss",
                "\uFEFF\n <rss><channel><item><title>&laquo;Двор&raquo; &amp; сад &ndash; дом & нет &нет; a&b\u0001 x&#150;y</title></item></channel></rss>")).Only["title"]);

    [Fact]
    public async Task Entities_inside_of_cdata_are_those_of_html() =>
        Assert.Equal(
            "Двор & «сад»",
            (await OpenedFeed.ReadAsync("rss", "<rss><channel><!-- & <![CDATA[ --><item><title><![CDATA[Двор & &laquo;сад&raquo;]]></title></item></channel></rss>"))
                .Only["title"]);

    [Fact]
    public async Task A_prefix_that_nobody_declared_does_not_lose_the_feed() =>
        Assert.Equal(
            "Весь текст",
            (await OpenedFeed.ReadAsync("rss", "<rss><channel><item><title>x</title><yandex:full-text>Весь текст</yandex:full-text><odd:x/></item></channel></rss>"))
                .Only["content"]);

    [Fact]
    public async Task Without_guid_the_address_identifies_and_without_both_what_is_said()
    {
        var feed = await OpenedFeed.ReadAsync("rss", """
            <rss><channel>
              <item><title>Двор</title><link>https://news.example/1</link></item>
              <item><guid>https://news.example/2</guid><title>Дом</title></item>
              <item><title>Сад</title></item><item><title>Лес</title></item><item/>
            </channel></rss>
            """);

        Assert.Equal(["https://news.example/1", "https://news.example/2"], feed.Rows.Take(2).Select(row => row["id"]));
        Assert.Equal("https://news.example/2", feed.Rows[1]["url"]);
        Assert.Equal(4, feed.Rows.Select(row => row["id"]).Distinct().Count());
        Assert.Matches("^[0-9a-f]{24}$", feed.Rows[2]["id"]);
        Assert.Null(feed.Rows[2]["published"]);
    }

    [Fact]
    public async Task An_item_without_a_title_is_called_by_its_text() =>
        Assert.Equal("Двор открыт.", (await OpenedFeed.ReadAsync("rss", "<rss><channel><item><description>Двор&lt;br&gt;открыт.</description></item></channel></rss>")).Only["title"]);

    [Theory]
    [InlineData("<rss><channel><title>Л</title></channel></rss>")]
    [InlineData("<rss/>")]
    [InlineData("<feed xmlns='http://www.w3.org/2005/Atom'/>")]
    [InlineData("""{"version":"https://jsonfeed.org/version/1.1","items":[]}""")]
    public async Task A_feed_without_items_is_a_feed(string text)
    {
        var feed = await OpenedFeed.ReadAsync("feed", text);

        Assert.Null(feed.Failure);
        Assert.Empty(feed.Rows);
    }

    [Theory]
    [InlineData("", "empty-file")]
    [InlineData("<!DOCTYPE html><html><body>Вход</body></html>", "html-instead-of-feed")]
    [InlineData("<html><head><meta charset=utf-8><body>Вход", "html-instead-of-feed")]
    [InlineData("id;name\n1;Двор\n", "not-a-feed")]
    [InlineData("<yml_catalog/>", "not-a-feed")]
    [InlineData("<", "not-a-feed")]
    [InlineData("""{"a":1}""", "not-a-feed")]
    [InlineData("""{"items":""", "not-a-feed")]
    public async Task What_is_no_feed_is_named(string text, string code) =>
        Assert.Equal(code, (await OpenedFeed.ReadAsync("feed", text)).Failure?.Code);

    [Fact]
    public async Task A_feed_that_is_cut_off_fails_with_its_line_after_what_was_read()
    {
        var feed = await OpenedFeed.ReadAsync("rss", "<rss><channel>\n<item><title>Двор</title></item>\n<item><title>Дом");

        Assert.Equal("Двор", Assert.Single(feed.Rows)["title"]);
        Assert.Equal("feed-malformed", feed.Failure?.Code);
        Assert.Contains("Line 3", feed.Failure?.Message.En, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Half_a_character_in_json_is_shown_as_such() =>
        Assert.Equal(
            "a\uFFFDb😀",
            (await OpenedFeed.ReadAsync("feed", """{"items":[{"i\ud800d":"1","title":"a\ud800b\ud83d\ude00"}]}""")).Only["title"]);

    [Fact]
    public async Task Elements_nested_without_end_are_refused()
    {
        var depths = string.Concat(Enumerable.Repeat("<x>", 200_000));

        Assert.Equal("feed-malformed", (await OpenedFeed.ReadAsync("rss", $"<rss><channel><item>{depths}</item></channel></rss>")).Failure?.Code);
        Assert.Equal("feed-malformed", (await OpenedFeed.ReadAsync("rss", $"<rss><channel><item><title>{depths}</title></item></channel></rss>")).Failure?.Code);
    }

    [Fact]
    public async Task A_text_without_end_is_cut()
    {
        var feed = await OpenedFeed.ReadAsync("rss", $"<rss><channel><item><title>{new string('я', 3_000_000)}</title></item></channel></rss>");

        Assert.InRange(feed.Only["title"]!.Length, 900, 1_000);
    }

    [Fact]
    public async Task A_date_that_cannot_be_read_is_left_out_with_a_remark()
    {
        var feed = await OpenedFeed.ReadAsync("rss", "<rss><channel>\n<item><title>Двор</title><pubDate>вчера</pubDate></item></channel></rss>");

        Assert.Null(feed.Only["published"]);
        Assert.Equal(("date-unreadable", 2), (feed.Remarks[0].Code, feed.Remarks[0].Row));
    }
}
