using System.Text;
using CenterDirectory.Importers.Formats;
using CenterDirectory.Importers.Manifests;

namespace CenterDirectory.Importers.Tests.Formats.Tables;

/// <summary>What publishers do to rows, whatever the format.</summary>
public sealed class TableRowsTests
{
    private static readonly FeedLocation Csv = new() { File = "x.csv", Format = "csv" };

    [Fact]
    public async Task Rows_above_the_header_are_no_table()
    {
        var read = await Reading.ReadAsync("Реестр на 01.10.2026\n\nid;name\n\n1;Двор\n", Csv with { HeaderRows = new HeaderRows(3, 3), Delimiter = ';' });

        Assert.Equal(["id", "name"], read.Columns);
        Assert.Equal((3, "5: 1|Двор"), (read.HeaderRow, Assert.Single(read.Rows)));
    }

    [Theory]
    [InlineData(';')]
    [InlineData(',')]
    [InlineData('|')]
    public async Task A_line_that_only_tells_the_separator_is_no_header(char separator)
    {
        var read = await Reading.ReadAsync($"sep={separator}\r\nid{separator}name\r\n1{separator}Двор\r\n", Csv);

        Assert.Equal(["id", "name"], read.Columns);
        Assert.Equal(["3: 1|Двор"], read.Rows);
    }

    [Fact]
    public async Task A_header_row_beyond_the_end_fails()
    {
        var read = await Reading.ReadAsync("id;name\n1;Двор\n", Csv with { HeaderRows = new HeaderRows(7, 7) });

        Assert.Equal("header-missing", read.Failure);
        Assert.StartsWith("The header should stand in row 7, but there are only 2 rows.", read.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_table_without_header_takes_its_names_from_the_manifest() => Assert.Equal(
        ["1: 79 605 402|9|Айрюмовское|п Новый"],
        (await Reading.ReadAsync("79 605 402    ;9;Айрюмовское;п Новый\n", Csv with { Columns = ["code", "check", "name", "center"] })).Rows);

    [Fact]
    public async Task Names_beyond_the_width_of_the_file_are_empty_columns_but_a_short_row_stays_short()
    {
        var read = await Reading.ReadAsync("79605402101;п Новый\n79605402\n", Csv with { Columns = ["code", "name", "center"], Delimiter = ';' });

        Assert.Equal(["1: 79605402101|п Новый|", "2: 79605402"], read.Rows);
    }

    [Fact]
    public async Task A_header_may_be_renamed_where_publishers_disagree()
    {
        var location = Csv with { Rename = new Dictionary<string, string> { ["Уч.№"] = "uniqnum", ["Статус"] = "status" } };

        Assert.Equal(["uniqnum", "name", "status"], (await Reading.ReadAsync("Уч.№;name;Статус\n1;Двор;да\n", location)).Columns);
        Assert.Equal(["uniqnum", "name", "status"], (await Reading.ReadAsync("uniqnum;name;status\n1;Двор;да\n", location)).Columns);
    }

    [Fact]
    public async Task Headings_between_rows_become_a_column_and_the_repeated_header_goes()
    {
        var text = "Республика Адыгея,,\n,Организация,Проект,\"Сумма, руб.\"\n,Двор,Сад,650 тыс.\nОмская область,\n,Организация,Проект,\"Сумма, руб.\"\n,Дом,Лес,279.985\n";

        var read = await Reading.ReadAsync(text, Csv with { Columns = ["Регион", "Организация", "Проект", "Сумма, руб."], Heading = "Регион" });

        Assert.Equal(["3: Республика Адыгея|Двор|Сад|650 тыс.", "6: Омская область|Дом|Лес|279.985"], read.Rows);
    }

    [Fact]
    public async Task A_row_below_the_header_that_only_numbers_the_columns_is_no_row() =>
        Assert.Equal(["3: 1|Двор|да|2", "4: 1|2|3|4"], (await Reading.ReadAsync("id;name;member;rooms\n1;2;3;4\n1;Двор;да;2\n1;2;3;4\n", Csv)).Rows);

    [Fact]
    public async Task A_row_pushed_to_the_right_is_read_from_the_right()
    {
        var text = "id\tname\taddress\tregion\tstatus\n1\tДвор\tг. Омск\tОмская\tДействует\n2\tДом\tг. Омск\tул. Мира\tд. 1\tОмская\tИсключён\n3\tСад\t\t\tг. Омск\tОмская\tДействует\t\n";

        var read = await Reading.ReadAsync(text, new FeedLocation
        {
            File = "x.tsv", Format = "tsv", Anchor = new RowAnchor("status", ["Действует", "Исключён"], "address"),
        });

        Assert.Equal(
            ["2: 1|Двор|г. Омск|Омская|Действует", "3: 2|Дом|г. Омск ул. Мира д. 1|Омская|Исключён", "4: 3|Сад|г. Омск|Омская|Действует|"],
            read.Rows);
        Assert.Equal(["rows-shifted"], read.Remarks);
    }

    [Fact]
    public async Task A_row_without_a_known_word_is_left_as_it_is() => Assert.Equal(
        ["2: 1|a|b|c|?"],
        (await Reading.ReadAsync("id;address;status\n1;a;b;c;?\n", Csv with { Anchor = new RowAnchor("status", ["да"], "address") })).Rows);

    [Theory]
    [InlineData("windows-1251")]
    [InlineData("koi8-r")]
    [InlineData("ibm866")]
    [InlineData("maccyrillic")]
    [InlineData("iso-8859-5")]
    [InlineData("utf-16")]
    [InlineData("utf-16be")]
    public async Task Any_encoding_and_the_line_ends_of_old_systems_are_read(string encoding)
    {
        var text = "номер;название;статус\r1;Общественная организация «Двор и сад»;Зарегистрирована\r2;Некоммерческое партнерство;Исключена\r";

        var read = await Reading.ReadAsync(TextEncodings.Find(encoding)!.GetBytes(text.Replace("«", "", StringComparison.Ordinal).Replace("»", "", StringComparison.Ordinal)), Csv);

        Assert.Equal(["2: 1|Общественная организация Двор и сад|Зарегистрирована", "3: 2|Некоммерческое партнерство|Исключена"], read.Rows);
    }

    [Fact]
    public async Task Text_that_was_garbled_twice_is_repaired()
    {
        var right = "номер;название\n1;Общественная организация «Вымышленный двор»\n";
        var wrong = TextEncodings.Find("windows-1251")!.GetString(TextEncodings.Find("maccyrillic")!.GetBytes(right));

        var read = await Reading.ReadAsync(Encoding.UTF8.GetBytes(wrong), Csv);

        Assert.Equal(["2: 1|Общественная организация «Вымышленный двор»"], read.Rows);
        Assert.Contains("text-repaired", read.Remarks);
    }
}
