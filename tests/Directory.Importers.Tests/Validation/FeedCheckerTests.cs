using CenterDirectory.Importers.Validation;

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
    public async Task What_a_filter_leaves_out_is_no_row_here_as_it_is_none_in_a_run()
    {
        feed.Write("rows.csv", "id,name,state\n1,Двор,да\n2,,да\n3,Дом,нет\n4,Сад,нет\n");

        var check = await CheckAsync("keep: { state: [да] }\nexpect: { rows: [3, 10], issues-at-most: 25% }", "file: rows.csv");

        Assert.Equal(
            ["2 rows where at least 3 were expected.", "1 errors in 2 rows; 25% are allowed."], check.Problems.Select(problem => problem.Message.En));
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
        return await TestFeed.CheckAsync(manifest);
    }
}
