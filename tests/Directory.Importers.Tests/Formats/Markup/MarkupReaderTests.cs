using System.Text;
using CenterDirectory.Importers.Formats;
using CenterDirectory.Importers.Formats.Paths;
using CenterDirectory.Importers.Manifests;

namespace CenterDirectory.Importers.Tests.Formats.Markup;

public sealed class MarkupReaderTests
{
    private const string Registry = """
        <Файл КолДок="       200"><ИдОтпр><Имя>нет</Имя></ИдОтпр>
          <Документ ИдДок="а1"><СвЮЛ ОГРН="1"><Имя> Двор&#160;</Имя><Вид Код="5"/><Вид Код="7"/></СвЮЛ></Документ>
          <Документ ИдДок="а2"><СвЮЛ ОГРН="2"><Имя><![CDATA[Дом & сад]]></Имя><Статус><Статус Код="3"/></Статус></СвЮЛ></Документ>
        </Файл>
        """;

    [Fact]
    public async Task A_record_is_an_element_and_columns_are_paths_below_it()
    {
        var read = await ReadAsync(Registry, "Файл/Документ", "@ИдДок", "СвЮЛ@ОГРН", "СвЮЛ/Имя", "СвЮЛ/Вид/@Код", "СвЮЛ/Статус/Статус@Код");

        Assert.Equal(["1: а1|1|Двор|5⏎7|", "2: а2|2|Дом & сад||3"], read.Rows);
        Assert.Empty(read.Remarks);
    }

    [Theory]
    [InlineData("windows-1251", "windows-1251")]
    [InlineData("windows-1251", "utf-8")]
    [InlineData("utf-8", "windows-1251")]
    [InlineData("utf-16", "utf-16")]
    [InlineData("koi8-r", "koi8-r")]
    public async Task The_bytes_and_not_the_prolog_tell_the_encoding(string encoding, string prolog)
    {
        var text = $"""<?xml version="1.0" encoding="{prolog}"?><Файл><Документ Имя="Общественная организация Вымышленный двор"/></Файл>""";

        var read = await ReadAsync(TextEncodings.Find(encoding)!.GetBytes(text), "Файл/Документ", "@Имя");

        Assert.Equal(["1: Общественная организация Вымышленный двор"], read.Rows);
    }

    [Fact]
    public async Task Namespaces_do_not_matter() => Assert.Equal(
        ["1: 5|Двор"],
        (await ReadAsync(
            """<n:list xmlns:n="urn:a" xmlns="urn:b" xmlns:k="urn:c"><n:item k:id="5"><k:name>Двор</k:name></n:item></n:list>""",
            "list/item", "@id", "name")).Rows);

    [Fact]
    public async Task A_comment_or_cdata_does_not_cut_a_text_in_two() => Assert.Equal(
        ["1: Двор & сад|а⏎б"],
        (await ReadAsync("<r><i><n>Двор <!-- и --><![CDATA[&]]> сад</n><t>а</t><t> б </t></i></r>", "r/i", "n", "t")).Rows);

    [Fact]
    public async Task Only_elements_at_the_path_are_records() => Assert.Equal(
        ["1: а", "2: в"],
        (await ReadAsync("""<r><x><i n="нет"/></x><l><i n="а"><i n="б"/></i></l><i n="нет"/><l><i n="в"/></l></r>""", "r/l/i", "@n")).Rows);

    [Fact]
    public async Task A_doctype_is_passed_over_and_its_entities_are_refused()
    {
        var head = """<!DOCTYPE r [<!ENTITY e SYSTEM "file:///etc/hostname"><!ENTITY a "aaaaaaaaaa">]>""";

        Assert.Equal(["1: а"], (await ReadAsync(head + """<r><i n="а"/></r>""", "r/i", "@n")).Rows);
        Assert.Equal("document-malformed", (await ReadAsync(head + "<r><i><n>&e;</n></i></r>", "r/i", "n")).Failure);
        Assert.Equal("document-malformed", (await ReadAsync(head + "<r><i><n>&a;</n></i></r>", "r/i", "n")).Failure);
    }

    [Fact]
    public async Task A_document_that_breaks_off_fails_with_its_line()
    {
        var read = await ReadAsync(Registry[..^40], "Файл/Документ", "@ИдДок");

        Assert.Equal(["1: а1"], read.Rows);
        Assert.Equal("document-malformed", read.Failure);
        Assert.StartsWith("Line 3:", read.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_wrong_path_to_the_records_is_answered_with_the_root()
    {
        var read = await ReadAsync(Registry, "Реестр/Документ", "@ИдДок");

        Assert.Equal("records-missing", read.Failure);
        Assert.Contains("its root is 'Файл'", read.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_empty_list_is_no_failure() => Assert.Null((await ReadAsync("<Файл/>", "Файл/Документ", "@ИдДок")).Failure);

    [Fact]
    public async Task A_path_that_no_record_has_is_told() => Assert.Equal(
        ["paths-unseen"], (await ReadAsync(Registry, "Файл/Документ", "@ИдДок", "СвЮЛ@ОГРНЮЛ")).Remarks);

    [Fact]
    public async Task A_well_without_a_bottom_is_refused() => Assert.Equal(
        "document-too-deep", (await ReadAsync("<r><i>" + string.Concat(Enumerable.Repeat("<a>", 100_000)), "r/i", "a")).Failure);

    [Fact]
    public async Task A_value_longer_than_any_is_refused() => Assert.Equal(
        "record-too-long", (await ReadAsync($"""<r><i n="{new string('а', 9_000_000)}"/></r>""", "r/i", "@n")).Failure);

    [Fact]
    public async Task A_record_longer_than_any_is_refused()
    {
        var text = new StringBuilder("<r><i>").Insert(6, "<n>значение</n>", 700_000).Append("</i></r>").ToString();

        Assert.Equal("record-too-long", (await ReadAsync(text, "r/i", "n")).Failure);
    }

    [Theory]
    [InlineData("""<?xml version="1.0"?><!DOCTYPE html><html><body/></html>""", "html-instead-of-table")]
    [InlineData("id;name\n", "other-format")]
    [InlineData("""{"items":[]}""", "other-format")]
    public async Task What_is_no_document_is_named(string content, string code) => Assert.Equal(code, (await ReadAsync(content, "r/i", "@n")).Failure);

    private static Task<Read> ReadAsync(string text, string records, params string[] paths) =>
        ReadAsync(Encoding.UTF8.GetBytes(text), records, paths);

    private static Task<Read> ReadAsync(byte[] bytes, string records, params string[] paths) =>
        Reading.ReadAsync(bytes, new FeedLocation { File = "x.xml", Format = "xml", Records = records, Paths = new PathUse(paths) });
}
