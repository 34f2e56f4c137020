using CenterDirectory.Importers.Fetching;
using CenterDirectory.Importers.Records;
using CenterDirectory.Importers.Validation;
using Microsoft.Extensions.Options;

namespace CenterDirectory.Importers.Tests.Validation;

public sealed class FeedCheckerTests : IDisposable
{
    private readonly TestFeed feed = new();

    [Fact]
    public async Task A_fixture_must_give_the_records_that_the_manifest_promises()
    {
        feed.Write("sample.csv", "id,name\n1,Двор\n2,Дом\n");

        var check = await CheckAsync("test: { fixture: sample.csv, rows: 3 }", "url: https://reg.example/list.csv");

        Assert.True(check.WasRead);
        Assert.Equal("The fixture gave 2 records, but 'test' says 3.", Assert.Single(check.Problems).Message.En);
    }

    [Fact]
    public async Task A_file_is_held_to_what_the_manifest_expects()
    {
        feed.Write("rows.csv", "id,name\n1,Двор\n2,\n");

        var check = await CheckAsync("expect: { rows: [5, 10], issues-at-most: 10% }", "file: rows.csv");

        Assert.Equal(["rows-unexpected", "too-many-errors"], check.Problems.Select(problem => problem.Code));
        Assert.Equal((2, 1, 1), (check.Counts.Read, check.Counts.Records, check.Issues.Errors));
    }

    [Fact]
    public async Task A_missing_file_is_the_only_problem_then()
    {
        var check = await CheckAsync("expect: { rows: [5, 10] }", "file: nowhere.csv");

        Assert.Equal("file-missing", Assert.Single(check.Problems).Code);
    }

    [Fact]
    public async Task Nothing_is_fetched_from_the_network()
    {
        var check = await CheckAsync("expect: { rows: [5, 10] }", "url: https://reg.example/list.csv");

        Assert.False(check.WasRead);
        Assert.Empty(check.Problems);
    }

    public void Dispose() => feed.Dispose();

    private async Task<FeedCheck> CheckAsync(string more, string source)
    {
        var manifest = feed.Manifest($"key: test\ntitle: Проба\nsource: {{ {source} }}\nrecord: Organization\nid-from: [id]\nmap: {{ name: name }}\n{more}\n");
        using var fetcher = new FeedFetcher(new OptionsWrapper<ImportersOptions>(feed.Options));
        return await new FeedChecker(new RecordStreams(fetcher)).CheckAsync(manifest, TestContext.Current.CancellationToken);
    }
}
