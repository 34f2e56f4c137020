using CenterDirectory.Importers.Fetching.OpenData;
using CenterDirectory.Importers.Formats;

namespace CenterDirectory.Importers.Tests.Fetching.OpenData;

public sealed class OpenDataFetcherTests : IDisposable
{
    private readonly TestFeed feed = new();

    public void Dispose() => feed.Dispose();

    [Theory]
    [InlineData("data-10022025-structure-10062023.zip", "2025-02-10T00:00")]
    [InlineData("data-20260920-structure-20240101.csv", "2026-09-20T00:00")]
    [InlineData("data-2019-07-19-structure-2017-11-23", "2019-07-19T00:00")]
    [InlineData("data-20260530T1605-structure-20260101T0000.csv", "2026-05-30T16:05")]
    [InlineData("data-20102012.csv", "2012-10-20T00:00")]
    [InlineData("data-20121020", "2012-10-20T00:00")]
    [InlineData("structure-20240101.csv", null)]
    [InlineData("data-structure", null)]
    [InlineData("data-99999999-structure-1", null)]
    [InlineData("modified", null)]
    public void The_name_of_a_version_tells_when_it_was_made(string name, string? moment) =>
        Assert.Equal(moment, OpenDataVersion.Of(name, "x")?.Moment.ToString("yyyy-MM-dd'T'HH:mm", System.Globalization.CultureInfo.InvariantCulture));

    [Fact]
    public async Task The_newest_version_of_a_passport_is_read_wherever_it_stands()
    {
        feed.Write("meta.csv", "property,value\nstandardversion,http://opendata.gosmonitor.ru/standard/3.0\ntitle,\"Дворы, дома\"\ndata-01022024-structure-01012020.csv,old.csv\ndata-15032026-structure-01012020.csv,new.csv\ndata-30122025-structure-01012020.csv,old.csv\nstructure-01012020.csv,structure.csv\n");
        feed.Write("old.csv", "id,name\n1,Старый\n");
        feed.Write("new.csv", "id,name\n1,Новый\n");

        Assert.Equal("""{"name":"Новый"}""", (await feed.ReadAsync(Manifest("opendata: meta.csv"))).Payload);
    }

    [Fact]
    public async Task A_passport_in_the_encoding_of_another_system_is_read()
    {
        feed.Write("meta.csv", TextEncodings.Find("windows-1251")!.GetBytes("property,value\r\ntitle,Дворы и дома города\r\ndata-20260101-structure-20200101.csv,Дворы.csv\r\n"));
        feed.Write("Дворы.csv", "id,name\n1,Двор\n");

        Assert.Single((await feed.ReadAsync(Manifest("opendata: meta.csv"))).Records);
    }

    [Fact]
    public async Task A_list_leads_to_the_passport_of_the_data_set()
    {
        feed.Write("sets/list.csv", "property,title,value,format\r\n7700000000-a,Другое,nowhere.csv,csv\r\n7700000000-b,\"(Архив) Дворы\",meta.csv,csv\r\n");
        feed.Write("sets/meta.csv", "property,value\r\ndata-20260101-structure-20200101,rows.csv\r\n");
        feed.Write("sets/rows.csv", "id,name\n1,Двор\n");

        Assert.Single((await feed.ReadAsync(Manifest("opendata: sets/list.csv, dataset: 7700000000-B"))).Records);
    }

    [Theory]
    [InlineData("opendata: list.csv, dataset: 7700000000-c", "opendata-no-dataset")]
    [InlineData("opendata: list.csv", "opendata-no-dataset")]
    [InlineData("opendata: empty.csv", "opendata-no-version")]
    [InlineData("opendata: rows.csv", "opendata-no-passport")]
    [InlineData("opendata: page.csv", "html-instead-of-table")]
    [InlineData("opendata: gone.csv", "file-missing")]
    public async Task A_publication_that_leads_nowhere_is_a_failure_that_says_where(string source, string code)
    {
        feed.Write("list.csv", "property,title,value,format\n7700000000-a,Дворы,meta.csv,csv\n");
        feed.Write("empty.csv", "property,value\ntitle,Дворы\n");
        feed.Write("rows.csv", "id,name\n1,Двор\n");
        feed.Write("page.csv", "<html><body>Вход</body></html>");

        Assert.Equal(code, (await feed.ReadAsync(Manifest(source))).Failure?.Code);
    }

    private static string Manifest(string source) => $$"""
        key: test
        title: Проба
        source: { {{source}}, format: csv }
        record: Organization
        id-from: [id]
        map: { name: name }
        """;
}
