namespace CenterDirectory.Importers.Tests.Records;

/// <summary>What a manifest can say about the rows of registries.</summary>
public sealed class FeedTableReaderTests : IDisposable
{
    private readonly TestFeed feed = new();

    public void Dispose() => feed.Dispose();

    [Fact]
    public async Task Rows_are_kept_and_dropped_by_words_beginnings_and_patterns()
    {
        var read = await ReadAsync(
            "keep: { form: [\"75*\", АНО, \"/^[27]\\\\d{4}$/\"] }\ndrop: { name: [\"Старый*\"] }",
            "id;name;form\n1;Двор;75403\n2;Дом;ано\n3;Сад;20200\n4;Лавка;12300\n5;Старый двор;75100\n6;Лес;2020\n7;Поле;\n");

        Assert.Equal(["1", "2", "3"], read.Records.Select(record => record.ExternalId));
        Assert.Equal((7, 4, 0), (read.Counts.Read, read.Counts.OutOfScope, read.Issues.Errors));
    }

    [Theory]
    [InlineData("", new[] { "Двор" }, 1, 1)]
    [InlineData("repeated: first", new[] { "Двор" }, 2, 0)]
    [InlineData("repeated: last", new[] { "Новый двор" }, 2, 0)]
    public async Task Several_rows_of_one_identity_are_a_mistake_or_episodes_or_versions(string repeated, string[] names, int outOfScope, int errors)
    {
        var read = await ReadAsync(
            $"{repeated}\nkeep: {{ form: [да] }}", "id;name;form\n1;Двор;да\n2;Дом;нет\n1;Новый двор;да\n");

        Assert.Equal(names.Select(name => $$"""{"name":"{{name}}"}"""), read.Payloads);
        Assert.Equal((outOfScope, errors), (read.Counts.OutOfScope, read.Issues.Errors));
    }

    [Fact]
    public async Task A_last_version_that_does_not_belong_takes_the_earlier_ones_with_it() =>
        Assert.Empty((await ReadAsync("repeated: last\nkeep: { form: [да] }", "id;name;form\n1;Двор;да\n1;Двор;нет\n")).Records);

    [Fact]
    public async Task Several_columns_are_joined_and_others_stand_in_for_them() => Assert.Equal(
        [
            """{"name":"Двор","addressText":"000000, г. Омск"}""",
            """{"name":"Дом","addressText":"г. Омск"}""",
            """{"name":"Сад","addressText":"ул. Мира, д. 1"}""",
            """{"name":"Лес"}""",
        ],
        (await ReadAsync(
            "",
            "id;name;index;city;street;house\n1;Двор;000000;г. Омск;;\n2;Дом;;г. Омск;ул. Мира;\n3;Сад;;;ул. Мира;д. 1\n4;Лес;;;;\n",
            "addressText: { from: [index, city], join: \", \", else-from: [street, house] }")).Payloads);

    [Fact]
    public async Task Words_of_a_lookup_may_be_patterns_whose_groups_the_meaning_names()
    {
        var read = await ReadAsync(
            "lookups: { kinds: { \"704*\": FOUNDATION, \"/^2/\": NONPROFIT }, codes: { Омск: \"55\", \"/^(\\\\d\\\\d) .*$/\": \"${1}\", \"нет*\": null } }",
            "id;name;form;region\n1;Двор;70403;27 край\n2;Дом;20200;Омск\n3;Сад;12300;нет данных\n",
            "kind: { from: form, lookup: kinds }\n  territory: { from: region, lookup: codes }");

        Assert.Equal(
            ["""{"name":"Двор","kind":"Foundation","territory":"27"}""", """{"name":"Дом","kind":"Nonprofit","territory":"55"}""", """{"name":"Сад"}"""],
            read.Payloads);
        Assert.Equal(["lookup-unknown 4 kind"], read.Codes);
    }

    [Fact]
    public async Task Characters_of_html_are_resolved() => Assert.Equal(
        """{"name":"Двор","addressText":"«Сад» & огород"}""",
        (await ReadAsync("", "id;name;where\n1;Двор;\"&laquo;Сад&#187; &amp; огород\"\n", "addressText: { from: where, entities: true }")).Payload);

    [Fact]
    public async Task What_a_document_says_besides_is_told_once_unless_it_is_ignored()
    {
        feed.Write("rows.json", """[{"id":1,"name":"Двор","new":5,"note":"x"},{"id":2,"name":"Дом","new":6}]""");

        var read = await feed.ReadAsync("""
            key: test
            title: Проба
            source: { file: rows.json }
            record: Organization
            id-from: [id]
            map: { name: name }
            ignore: [note]
            """);

        Assert.Equal(2, read.Records.Count);
        Assert.Equal(["column-unused  new"], read.Codes);
    }

    private Task<ReadFeed> ReadAsync(string keys, string rows, string map = "slug: { const: x, null-if: [x] }")
    {
        feed.Write("rows.csv", rows);
        return feed.ReadAsync($$"""
            key: test
            title: Проба
            source: { file: rows.csv, delimiter: ";" }
            record: Organization
            id-from: [id]
            ignore: [form, region, index, city, street, house, where]
            {{keys}}
            map:
              name: name
              {{map}}
            """);
    }
}
