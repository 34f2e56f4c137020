using System.Text;
using CenterDirectory.Importers.Formats;
using CenterDirectory.Importers.Formats.Paths;
using CenterDirectory.Importers.Manifests;

namespace CenterDirectory.Importers.Tests.Formats;

/// <summary>Every reader of text finds out about its encoding, mends what was decoded twice, and says so.</summary>
public sealed class EncodingRemarkTests
{
    private const string Name = "Общественная организация «Вымышленный двор»";

    public static TheoryData<string, string, string> Texts() => new()
    {
        { "csv", "id;name\n1;NAME\n", "name" },
        { "json", """[{"id":1,"name":"NAME"}]""", "name" },
        { "ndjson", """{"id":1,"name":"NAME"}""", "name" },
        { "xml", "<list><item id=\"1\"><name>NAME</name></item></list>", "name" },
        { "hsds", """{"id":"1","name":"NAME","description":"","services":[]}""", "name" },
        { "ics", "BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\nUID:1\r\nDTSTART:20260315T100000Z\r\nSUMMARY:NAME\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n", "title" },
        { "feed", "<rss><channel><item><guid>1</guid><title>NAME</title></item></channel></rss>", "title" },
    };

    [Theory]
    [MemberData(nameof(Texts))]
    public async Task Another_encoding_than_the_manifest_names_is_told(string format, string text, string column)
    {
        var read = await ReadAsync(format, column, TextEncodings.Find("windows-1251")!.GetBytes(text.Replace("NAME", Name, StringComparison.Ordinal)));

        Assert.Equal(Name, read.Only[column]);
        Assert.Equal(["encoding-differs"], read.Remarks.Select(remark => remark.Code));
        Assert.Empty((await ReadAsync(format, column, Encoding.UTF8.GetBytes(text.Replace("NAME", Name, StringComparison.Ordinal)))).Remarks);
    }

    [Theory]
    [MemberData(nameof(Texts))]
    public async Task Text_that_was_decoded_twice_is_mended_and_that_is_told(string format, string text, string column)
    {
        // Bytes of UTF-8 taken for windows-1251, and saved as UTF-8.
        var name = "Организация «Двор» и сад у дома";
        var garbled = TextEncodings.Find("windows-1251")!.GetString(Encoding.UTF8.GetBytes(text.Replace("NAME", name, StringComparison.Ordinal)));

        var read = await ReadAsync(format, column, Encoding.UTF8.GetBytes(garbled));

        Assert.Equal(name, read.Only[column]);
        Assert.Equal(["text-repaired"], read.Remarks.Select(remark => remark.Code));
    }

    private static Task<OpenedFeed> ReadAsync(string format, string column, byte[] bytes) => OpenedFeed.ReadAsync(
        FeedFormats.Reader(format),
        new FeedLocation { File = "file", Format = format, Encoding = "utf-8", Records = format == "xml" ? "list/item" : null, Paths = new PathUse([column]) }, bytes);
}
