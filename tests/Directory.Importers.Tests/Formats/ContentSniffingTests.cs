using System.IO.Compression;
using System.Text;
using CenterDirectory.Importers.Formats;

namespace CenterDirectory.Importers.Tests.Formats;

public sealed class ContentSniffingTests
{
    [Theory]
    [InlineData("<!DOCTYPE html><html><body>Войдите</body></html>", "html-instead-of-table")]
    [InlineData("\uFEFF\n  <html lang=\"ru\">", "html-instead-of-table")]
    [InlineData("<!-- served by proxy --><HTML>", "html-instead-of-table")]
    [InlineData("<?xml version=\"1.0\"?><rss/>", "not-a-table")]
    [InlineData("<?xml version=\"1.0\"?><metadata><body/></metadata>", "not-a-table")]
    [InlineData("<?xml version=\"1.0\"?><table><row/></table>", "not-a-table")]
    [InlineData("<header/>", "not-a-table")]
    [InlineData("<divisions>", "not-a-table")]
    [InlineData("<tables:list/>", "not-a-table")]
    [InlineData("<?xml version=\"1.0\"?><!DOCTYPE html PUBLIC \"-//W3C//DTD XHTML 1.0\"><html>", "html-instead-of-table")]
    [InlineData("<?xml version=\"1.0\"?>\n<html xmlns=\"http://www.w3.org/1999/xhtml\">", "html-instead-of-table")]
    [InlineData("<p>Войдите</p>", "html-instead-of-table")]
    [InlineData("<table>", "html-instead-of-table")]
    [InlineData("{\"error\":\"not found\"}", "not-a-table")]
    [InlineData("%PDF-1.7", "not-a-table")]
    [InlineData("", "empty-file")]
    [InlineData("\uFEFF  \r\n \n", "empty-file")]
    public async Task What_is_no_table_is_called_by_its_name(string text, string code) =>
        Assert.Equal(code, await LookAsync(Encoding.UTF8.GetBytes(text)));

    [Fact]
    public async Task A_workbook_or_archive_is_no_text_table() =>
        Assert.Equal("not-a-table", await LookAsync([0x50, 0x4B, 3, 4, 20, 0, 6, 0]));

    [Fact]
    public async Task A_gzip_file_is_no_text_table()
    {
        using var packed = new MemoryStream();
        await using (var gzip = new GZipStream(packed, CompressionLevel.Fastest, leaveOpen: true))
        {
            gzip.Write("id;name\n"u8);
        }

        Assert.Equal("not-a-table", await LookAsync(packed.ToArray()));
    }

    [Fact]
    public async Task Zero_bytes_among_others_are_a_binary_file() =>
        Assert.Equal("not-a-table", await LookAsync([.. "id;name\n1;"u8, 0, 1, 2, 0, .. "abcdefghijklmnopqrstuvwxyz"u8]));

    [Theory]
    [InlineData("id;name\n1;<p>\n")]
    [InlineData("Наименование\tОГРН\n")]
    [InlineData("[id];name\n")]
    public async Task A_table_is_let_through(string text)
    {
        Assert.Null(await LookAsync(Encoding.UTF8.GetBytes(text)));
        Assert.Null(await LookAsync(Encoding.Unicode.GetBytes(text)));
        Assert.Null(await LookAsync([.. Encoding.BigEndianUnicode.GetPreamble(), .. Encoding.BigEndianUnicode.GetBytes(text)]));
    }

    private static async Task<string?> LookAsync(byte[] bytes)
    {
        using var content = new MemoryStream(bytes);
        return (await ContentSniffing.LookAsync(content, TestContext.Current.CancellationToken))?.Code;
    }
}
