namespace CenterDirectory.Importers.Tests.Records;

public sealed class FeedRecordStreamTests : IDisposable
{
    private const string TwoTables = """
        key: test
        title: Проба
        tables:
          - { name: first, source: { file: first.csv }, record: Organization, id-from: [id], map: { name: name } }
          - { name: second, source: { file: second.csv }, record: Organization, id-from: [id], map: { name: name } }
        """;

    private readonly TestFeed feed = new();

    [Fact]
    public async Task Tables_are_read_in_the_order_of_the_manifest_and_share_one_namespace_of_ids()
    {
        feed.Write("first.csv", "id,name\n1,Двор\n");
        feed.Write("second.csv", "id,name\n2,Дом\n1,Сад\n");

        var read = await feed.ReadAsync(TwoTables);

        Assert.Equal([("first", "1", 2), ("second", "2", 2)], read.Records.Select(record => (record.Table, record.ExternalId, record.Row)));
        Assert.Equal(("id-repeated", "second", 3), (read.Issues.Stored[0].Code, read.Issues.Stored[0].Table, read.Issues.Stored[0].Row));
        Assert.Equal((3, 2), (read.Counts.Read, read.Counts.Records));
    }

    [Fact]
    public async Task A_table_that_cannot_be_read_fails_the_whole_feed()
    {
        feed.Write("first.csv", "id,name\n1,Двор\n");

        var read = await feed.ReadAsync(TwoTables);

        // All files are there before the first row is read.
        Assert.Empty(read.Records);
        Assert.Equal("file-missing", read.Failure?.Code);

        feed.Write("second.csv", "number,name\n1,Двор\n");
        read = await feed.ReadAsync(TwoTables);
        Assert.Single(read.Records);
        Assert.Equal("column-missing", read.Failure?.Code);
    }

    [Fact]
    public async Task A_page_in_place_of_a_table_is_named_with_its_file()
    {
        feed.Write("first.csv", "<!DOCTYPE html>\n<html><body>Вход</body></html>");
        feed.Write("second.csv", "id,name\n2,Дом\n");

        var read = await feed.ReadAsync(TwoTables);

        Assert.Equal("html-instead-of-table", read.Failure?.Code);
        Assert.StartsWith(Path.Combine(feed.Folder, "first.csv") + ": ", read.Failure?.Message.Ru, StringComparison.Ordinal);
    }

    [Fact]
    public async Task One_file_cannot_stand_for_two_tables()
    {
        var file = feed.Write("own.csv", "id,name\n1,Двор\n");

        Assert.Equal("from-needs-one-table", (await feed.ReadAsync(feed.Manifest(TwoTables), file)).Failure?.Code);
    }

    [Fact]
    public async Task One_document_stands_for_two_tables_with_their_columns_as_they_are_called()
    {
        var file = feed.Write("own.json", """
            { "first.old": [{ "id": 1, "Тел.": "123", "Адрес. Город": "Омск", "Адрес": { " Город": "нет" } }], "second": [{ "id": 2, "Тел.": "5" }] }
            """);
        var manifest = feed.Manifest("""
            key: test
            title: Проба
            tables:
              - { name: first, source: { file: first.old.csv }, record: Organization, id-from: [id], map: { name: Адрес. Город, shortName: Тел. } }
              - { name: second, source: { file: second.csv }, record: Organization, id-from: [id], map: { name: Тел. } }
            """);

        var read = await feed.ReadAsync(manifest, file);

        Assert.Null(read.Failure);
        Assert.Equal(["""{"name":"Омск","shortName":"123"}""", """{"name":"5"}"""], read.Payloads);
    }

    [Fact]
    public async Task What_is_odd_about_a_file_becomes_a_warning()
    {
        feed.Write("first.csv", "id,name\n1,\"Двор\" и сад\n");
        feed.Write("second.csv", "id,name\n");

        var read = await feed.ReadAsync(TwoTables);

        Assert.Equal(["text-after-quote 2"], read.Codes);
        Assert.Equal(1, read.Issues.Warnings);
    }

    public void Dispose() => feed.Dispose();
}
