using System.Text;
using CenterDirectory.Importers.Formats.Paths;
using CenterDirectory.Importers.Manifests;
using CenterDirectory.Importers.Tests.Workbooks;

namespace CenterDirectory.Importers.Tests.Formats.Damage;

/// <summary>A sound file of every format, with as many of its features as are found in the wild.</summary>
internal static class Seeds
{
    private const string Delimited = "id{0}name{0}date\r\n1{0}\"Фонд \"\"Дом\"\"\r\nвторой\"{0}2026-03-15\r\n2{0}Сад{0}\r\n";

    private const string Atom = """
        <?xml version="1.0" encoding="utf-8"?>
        <feed xmlns="http://www.w3.org/2005/Atom" xml:lang="ru"><title type="html">Лента</title>
          <entry><id>urn:1</id><title>Двор</title><link href="https://news.example/1"/><updated>2026-03-15T10:00:00+03:00</updated>
            <content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml"><p>Первый</p></div></content></entry>
        </feed>
        """;

    private const string Rdf = """
        <rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/" xmlns:dc="http://purl.org/dc/elements/1.1/">
          <channel rdf:about="https://news.example/"><title>Лента</title></channel>
          <item rdf:about="https://news.example/1"><title>Двор</title><dc:date>2026-03-15</dc:date></item>
        </rdf:RDF>
        """;

    private const string JsonFeed = """
        {"version":"https://jsonfeed.org/version/1.1","title":"Лента","items":[
          {"id":"1","title":"Двор","content_html":"<p>Первый &amp; второй</p>","date_published":"2026-03-15T10:00:00+03:00","tags":["сад"],"authors":[{"name":"Отдел"}]}]}
        """;

    private const string Line = """{"id":1,"name":{"full":"Двор \u0444"},"tags":["сад",null,true,1.5e3],"none":null}""";

    public static (FeedLocation Location, byte[] Bytes) Of(string format) => (LocationOf(format), BytesOf(format));

    private static FeedLocation LocationOf(string format) => new()
    {
        File = "file", Format = format,
        Paths = format switch
        {
            "json" or "ndjson" => new PathUse(["id", "name.full", "tags"]),
            "xml" => new PathUse(["@id", "name", "name@full"]),
            _ => PathUse.None,
        },
        Records = format switch { "json" => "data.items", "xml" => "root/item", "hsds" => "organizations", "dump" => "Center", _ => null },
    };

    private static byte[] BytesOf(string format) => format switch
    {
        "csv" => Text(Delimited.Replace("{0}", ";", StringComparison.Ordinal)),
        "tsv" => Text(Delimited.Replace("{0}", "\t", StringComparison.Ordinal)),
        "rss" => Fixture("ru-news-rss.rss"),
        "rdf" => Text(Rdf),
        "atom" => Text(Atom),
        "feed" => Text(JsonFeed),
        "ics" => Fixture("ics-events.ics"),
        "hsds" => Fixture("hsds.json"),
        "dump" => Fixture("directory.ndjson"),
        "json" => Text("""{"data":{"total":2,"items":[""" + Line + "," + Line + "]}}"),
        "ndjson" => Text($"{Line}\n{Line}\n"),
        "xml" => Text("<?xml version=\"1.0\"?><root><item id=\"1\"><name full=\"Двор\">Сад &amp; дом</name></item><item id=\"2\"><name><![CDATA[Лес]]></name></item></root>"),
        "xls" => XlsWriter.Write(new SheetBook("Лист", ["id", "name", "date"], [1.0, "Двор", new DateOnly(2026, 3, 15)], [2.5, null, true])),
        "xlsx" => File.ReadAllBytes(Path.Combine(TestFeed.SolutionRoot, "feeds", "center-list", "center-list.xlsx")),
        _ => throw new ArgumentOutOfRangeException(nameof(format), format, "A new format needs a seed here: its reader is to be tried with damaged files too."),
    };

    private static byte[] Text(string text) => Encoding.UTF8.GetBytes(text);

    private static byte[] Fixture(string name) => File.ReadAllBytes(Path.Combine(TestFeed.Fixtures, "feeds", name));
}
