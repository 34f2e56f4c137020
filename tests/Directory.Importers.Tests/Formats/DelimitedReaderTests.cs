using System.Text;
using CenterDirectory.Importers.Formats;
using CenterDirectory.Importers.Manifests;

namespace CenterDirectory.Importers.Tests.Formats;

public sealed class DelimitedReaderTests
{
    [Theory]
    [InlineData("\n")]
    [InlineData("\r\n")]
    [InlineData("\r")]
    public async Task Any_line_end_ends_a_row(string lineEnd) =>
        Assert.Equal(["2: 1|Двор", "3: 2|Дом"], await RowsAsync(string.Join(lineEnd, "id;name", "1;Двор", "2;Дом", "")));

    [Theory]
    [InlineData(',')]
    [InlineData(';')]
    [InlineData('\t')]
    [InlineData('|')]
    public async Task The_delimiter_is_found_out_if_nobody_tells(char delimiter) =>
        Assert.Equal(["2: 1|Двор"], await RowsAsync($"id{delimiter}name\n1{delimiter}Двор\n"));

    [Theory]
    [InlineData('^')]
    [InlineData('~')]
    [InlineData(':')]
    public async Task A_manifest_may_name_any_delimiter(char delimiter) =>
        Assert.Equal(["2: 1|Двор, дом; сад"], await RowsAsync($"id{delimiter}name\n1{delimiter}Двор, дом; сад\n", delimiter));

    [Fact]
    public async Task White_space_around_names_and_values_goes_no_break_and_zero_width_spaces_too()
    {
        await using var rows = await OpenAsync("\uFEFF id ;\u00A0Дата\u00A0 ОГРН ;\n 1\u00A0;\u00A0\u200Bсад \u00A0;\u00A0\n");

        Assert.Equal(["id", "Дата ОГРН", "3"], rows.Columns);
        Assert.Equal(["2: 1|сад|"], await RowsAsync(rows));
    }

    [Fact]
    public async Task Inner_no_break_spaces_stay_until_a_mapping_collapses_them() =>
        Assert.Equal(["2: 1|сад\u00A0и огород"], await RowsAsync("id;name\n1;\u00A0 сад\u00A0и огород\u200B\n"));

    [Fact]
    public async Task A_cell_that_nobody_looks_at_is_not_decoded_and_its_damage_is_no_matter()
    {
        await using var rows = await OpenAsync([0xEF, 0xBB, 0xBF, .. "id;note\n1;вид "u8, 0xD0, .. "\n2;ещё\n"u8]);
        var read = new List<string?>();
        await foreach (var row in rows.ReadAsync(TestContext.Current.CancellationToken))
        {
            read.Add(row[0]);
        }

        Assert.Equal(["1", "2"], read);
        Assert.DoesNotContain(rows.Remarks, remark => remark.Code == "text-damaged");
    }

    [Fact]
    public async Task Quotes_hold_delimiters_line_breaks_and_doubled_quotes() =>
        Assert.Equal(["2: 1|Фонд \"Дом; сад\"⏎второй", "4: 2|x"], await RowsAsync("id;name\n1;\"Фонд \"\"Дом; сад\"\"\nвторой\"\n2;x\n"));

    [Fact]
    public async Task A_quote_inside_an_unquoted_cell_is_text() =>
        Assert.Equal(["2: 1|Фонд \"Дом\" и \"Сад\""], await RowsAsync("id;name\n1;Фонд \"Дом\" и \"Сад\"\n"));

    [Fact]
    public async Task Text_after_a_closing_quote_is_kept_with_a_remark()
    {
        await using var rows = await OpenAsync("id;name\n1;\"Дом\" и сад\n");

        Assert.Equal(["2: 1|Дом и сад"], await RowsAsync(rows));
        Assert.Equal(("text-after-quote", 2), (Assert.Single(rows.Remarks).Code, rows.Remarks[0].Row));
    }

    [Fact]
    public async Task A_quote_that_never_closes_fails_the_file_instead_of_swallowing_it()
    {
        await using var rows = await OpenAsync("id;name\n1;Двор\n2;\"Дом\n3;Сад\n4;Лес\n");

        Assert.Equal(["2: 1|Двор"], await RowsAsync(rows));
        Assert.Equal("quote-unclosed", rows.Failure?.Code);
        Assert.Contains("Line 3", rows.Failure?.Message.En, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Without_a_header_the_columns_are_called_by_number()
    {
        await using var rows = await OpenAsync("79 605 402    ;9;п Новый\n79 605 403;9;х Старый\n", header: false);

        Assert.Equal(["1", "2", "3"], rows.Columns);
        Assert.Equal(["1: 79 605 402|9|п Новый", "2: 79 605 403|9|х Старый"], await RowsAsync(rows));
    }

    [Fact]
    public async Task Empty_lines_are_no_rows_but_count_as_lines()
    {
        await using var rows = await OpenAsync("\n\nid;name\n\n1;Двор\n");

        Assert.Equal(3, rows.HeaderRow);
        Assert.Equal(["5: 1|Двор"], await RowsAsync(rows));
    }

    [Fact]
    public async Task A_line_of_nothing_but_delimiters_is_no_row() =>
        Assert.Equal(["2: 1|Двор", "5: 2|Дом"], await RowsAsync("id;name\n1;Двор\n;\n \n2;Дом\n;;\n"));

    [Fact]
    public async Task Repaired_text_and_a_wrong_declaration_are_remarked()
    {
        var garbled = TextEncodings.Find("windows-1251")!.GetString(Encoding.UTF8.GetBytes("имя;статус\nДвор;Зарегистрирована\n"));

        await using var rows = await OpenAsync(garbled, encoding: "windows-1251");

        Assert.Equal(["encoding-differs", "text-repaired"], rows.Remarks.Select(remark => remark.Code));
        Assert.Equal(["2: Двор|Зарегистрирована"], await RowsAsync(rows));
    }

    [Fact]
    public async Task A_byte_order_mark_before_a_quoted_header_belongs_to_neither()
    {
        await using var rows = await OpenAsync("\uFEFF\"id; №\";\"name\"\n1;Двор\n");

        Assert.Equal(["id; №", "name"], rows.Columns);
        Assert.Equal(["2: 1|Двор"], await RowsAsync(rows));
    }

    [Fact]
    public async Task Bytes_that_the_encoding_does_not_have_are_remarked_once()
    {
        byte[] bytes = [0xEF, 0xBB, 0xBF, .. "id;name\n1;Двор\n2;"u8, 0xE0, (byte)'\n', (byte)'3', (byte)';', 0xE1, (byte)'\n'];
        await using var rows = await OpenAsync(bytes);

        Assert.Equal(["2: 1|Двор", "3: 2|\uFFFD", "4: 3|\uFFFD"], await RowsAsync(rows));
        Assert.Equal(("text-damaged", 3), (Assert.Single(rows.Remarks).Code, rows.Remarks[0].Row));
    }

    private static async Task<IReadOnlyList<string>> RowsAsync(string text, char? delimiter = null)
    {
        await using var rows = await OpenAsync(text, delimiter);
        return await RowsAsync(rows);
    }

    private static async Task<IReadOnlyList<string>> RowsAsync(IFeedRows rows)
    {
        var result = new List<string>();
        await foreach (var row in rows.ReadAsync(TestContext.Current.CancellationToken))
        {
            result.Add($"{row.Row}: {string.Join('|', Enumerable.Range(0, row.Count).Select(index => row[index]))}".ReplaceLineEndings("⏎"));
        }

        return result;
    }

    private static Task<IFeedRows> OpenAsync(string text, char? delimiter = null, bool header = true, string? encoding = null) =>
        OpenAsync(Encoding.UTF8.GetBytes(text), delimiter, header, encoding);

    private static async Task<IFeedRows> OpenAsync(byte[] bytes, char? delimiter = null, bool header = true, string? encoding = null)
    {
        var location = new FeedLocation { File = "x.csv", Format = "csv", Encoding = encoding, Delimiter = delimiter, Header = header };
        return await FeedFormats.Reader("csv").OpenAsync(new MemoryStream(bytes), location, TestContext.Current.CancellationToken);
    }
}
