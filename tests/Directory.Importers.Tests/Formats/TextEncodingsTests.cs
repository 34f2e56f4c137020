using System.Text;
using CenterDirectory.Importers.Formats;

namespace CenterDirectory.Importers.Tests.Formats;

public sealed class TextEncodingsTests
{
    private const string Text = """
        Наименование;Адрес;Статус
        Общественная организация «Добрый двор»;680000, г. Хабаровск, ул. Ленина, д. 1;Зарегистрирована
        АНО "Ёлка и щегол";Въезд № 5, подъезд 2;ИСКЛЮЧЕНА
        Фонд местных сообществ;628000, Ханты-Мансийский автономный округ – Югра;Зарегистрирована
        """;

    [Theory]
    [InlineData("utf-8")]
    [InlineData("windows-1251")]
    [InlineData("koi8-r")]
    [InlineData("ibm866")]
    [InlineData("maccyrillic")]
    [InlineData("iso-8859-5")]
    [InlineData("utf-16le")]
    [InlineData("utf-16be")]
    public async Task Cyrillic_text_is_read_without_being_told_its_encoding(string name)
    {
        // Not every old code page has the dash and the quotes of print.
        var plain = Text.Replace('–', '-').Replace("«", "\"", StringComparison.Ordinal).Replace("»", "\"", StringComparison.Ordinal).Replace("№", "N", StringComparison.Ordinal);

        Assert.Equal(plain, await ReadAsync(TextEncodings.Find(name)!.GetBytes(plain)));
    }

    [Theory]
    [InlineData("windows-1251")]
    [InlineData("maccyrillic")]
    [InlineData("koi8-r")]
    public async Task One_word_is_enough_to_tell_the_usual_encodings(string name) =>
        Assert.Equal("статус;Зарегистрирована", await ReadAsync(TextEncodings.Find(name)!.GetBytes("статус;Зарегистрирована")));

    [Theory]
    [InlineData("utf-8")]
    [InlineData("utf-16")]
    [InlineData("utf-16BE")]
    [InlineData("utf-32")]
    public async Task A_byte_order_mark_tells_the_encoding_and_is_no_text(string name)
    {
        var encoding = Encoding.GetEncoding(name);

        Assert.Equal(Text, await ReadAsync([.. encoding.GetPreamble(), .. encoding.GetBytes(Text)]));
    }

    [Fact]
    public async Task Text_that_was_decoded_as_windows_1251_instead_of_MacCyrillic_is_repaired()
    {
        var garbled = TextEncodings.Find("windows-1251")!.GetString(TextEncodings.Find("maccyrillic")!.GetBytes(Text));

        Assert.Equal(Text, await ReadAsync(Encoding.UTF8.GetBytes(garbled)));
    }

    [Fact]
    public async Task Utf8_that_was_decoded_as_windows_1251_is_repaired()
    {
        var garbled = TextEncodings.Find("windows-1251")!.GetString(Encoding.UTF8.GetBytes(Text));

        Assert.Equal(Text, await ReadAsync(Encoding.UTF8.GetBytes(garbled)));
    }

    [Theory]
    [InlineData("id;name\n1;Café\n2;Łódź ✓\n")]
    [InlineData("id;name\n1;Татар халкы мәдәнияте үзәге\n")]
    [InlineData("id;name\n1;Товариство «Їжак»\n")]
    [InlineData("id;name\n1;ТСЖ «Ясень» № 5 ★\n")]
    public async Task Sound_text_of_any_language_is_not_repaired(string text) => Assert.Equal(text, await ReadAsync(Encoding.UTF8.GetBytes(text)));

    [Fact]
    public async Task A_wrong_declaration_is_noticed_and_the_text_is_read_all_the_same()
    {
        using var content = new MemoryStream(TextEncodings.Find("koi8-r")!.GetBytes(Text));

        var reading = await TextEncodings.DetectAsync(content, "windows-1251", null, TestContext.Current.CancellationToken);

        Assert.True(reading.DiffersFromDeclared);
        Assert.Equal("koi8-r", reading.Encoding.WebName);
    }

    [Fact]
    public async Task A_declared_encoding_is_trusted_where_the_text_does_not_speak_against_it()
    {
        var bytes = TextEncodings.Find("maccyrillic")!.GetBytes("id;name\n1;да\n");
        using var content = new MemoryStream(bytes);

        var reading = await TextEncodings.DetectAsync(content, "maccyrillic", null, TestContext.Current.CancellationToken);

        Assert.False(reading.DiffersFromDeclared);
        Assert.Equal(10007, reading.Encoding.CodePage);
    }

    [Theory]
    [InlineData("windows-1251")]
    [InlineData("koi8-r")]
    public async Task Ascii_under_any_declaration_is_no_reason_for_a_remark(string declared)
    {
        using var content = new MemoryStream("id,name\n1,Fund\n"u8.ToArray());

        Assert.False((await TextEncodings.DetectAsync(content, declared, null, TestContext.Current.CancellationToken)).DiffersFromDeclared);
    }

    [Theory]
    [InlineData(65_534)]
    [InlineData(65_535)]
    [InlineData(65_536)]
    public async Task A_character_across_two_blocks_does_not_make_utf8_invalid(int before)
    {
        var text = new string('x', before) + "ё" + new string('y', 70_000) + "я";

        Assert.Equal(text, await ReadAsync(Encoding.UTF8.GetBytes(text)));
    }

    [Fact]
    public async Task One_letter_of_windows_1251_after_a_megabyte_of_ascii_is_found()
    {
        var text = new string('x', 1_000_000) + " Исключена";

        Assert.Equal(text, await ReadAsync(TextEncodings.Find("windows-1251")!.GetBytes(text)));
    }

    private static async Task<string> ReadAsync(byte[] bytes)
    {
        using var content = new MemoryStream(bytes);
        var reading = await TextEncodings.DetectAsync(content, null, null, TestContext.Current.CancellationToken);
        using var reader = reading.Open(content);
        return await reader.ReadToEndAsync(TestContext.Current.CancellationToken);
    }
}
