using System.Text.Json;

namespace CenterDirectory.Api.Tests.Operations;

/// <summary>Each <c>.graphql</c> file of this folder with its answer and its SQL beside it: a reviewer sees when either changes.</summary>
public class OperationTests(DirectoryServer server)
{
    private static readonly string Folder = Path.Combine(DirectoryServer.TestFolder, "Operations");

    public static TheoryData<string> Names() =>
        [.. System.IO.Directory.EnumerateFiles(Folder, "*.graphql").Select(file => Path.GetFileNameWithoutExtension(file)).Order(StringComparer.Ordinal)];

    [Theory]
    [MemberData(nameof(Names))]
    public async Task Answer_and_statements_are_those_that_were_reviewed(string name)
    {
        var answer = await RunAsync(name);

        Snapshot.MatchFile(answer.Pretty, Path.Combine(Folder, name + ".json"));
        if (server.Database == DatabaseKind.Sqlite)
        {
            Snapshot.MatchFile(answer.Sql, Path.Combine(Folder, name + ".sql"));
        }
    }

    [Theory]
    [InlineData("centers-services-territory", 2)]
    [InlineData("centers-services-territory-count", 3)]
    public async Task Twenty_centers_with_services_and_territory_take_one_statement_a_list(string name, int statements)
    {
        var answer = await RunAsync(name);

        var centers = answer.At("centers.nodes").EnumerateArray().ToList();
        Assert.Equal(20, centers.Count);
        Assert.Contains(centers, center => center.GetProperty("services").GetProperty("nodes").GetArrayLength() == 5);
        Assert.Contains(centers, center => center.GetProperty("supportKinds").GetArrayLength() > 1);
        Assert.Equal(statements, answer.Statements.Count);
    }

    [Fact]
    public async Task Twenty_centers_with_eight_lists_each_take_nine_statements()
    {
        var answer = await RunAsync("centers-all-around");

        Assert.Equal(20, answer.At("centers.nodes").GetArrayLength());
        foreach (var list in new[] { "services", "events", "news", "people", "partners", "members", "programs", "practices" })
        {
            Assert.Contains(answer.At("centers.nodes").EnumerateArray(), center => center.GetProperty(list).GetProperty("nodes").GetArrayLength() > 0);
        }

        Assert.Equal(9, answer.Statements.Count);
        // Whether NULL is among the keys of the parents nobody asks: PostgreSQL would read whole tables for it.
        Assert.DoesNotContain(answer.Statements, sql => sql.Contains("array_position", StringComparison.Ordinal));
    }

    [Fact]
    public async Task What_cannot_be_without_a_name_is_ordered_by_it_with_an_index()
    {
        var answer = await server.QueryAsync("{ organizations(first: 5, order: [{ name: DESC }]) { nodes { name } } }");

        Assert.Contains("ORDER BY \"o\".\"DisplayNameFolded\" DESC", answer.Statements[0].Replace(" o.", " \"o\".", StringComparison.Ordinal), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Figures_with_subjects_of_several_kinds_take_no_statement_for_the_subjects()
    {
        var answer = await RunAsync("figures");

        var subjects = answer.At("metrics.nodes").EnumerateArray().Select(figure => figure.GetProperty("subject"))
            .Select(subject => subject.ValueKind == JsonValueKind.Null ? null : subject.GetProperty("__typename").GetString());
        Assert.Equal(["Organization", "Program", "Territory", null], subjects.Distinct().OrderBy(type => type is null).ThenBy(type => type, StringComparer.Ordinal));
        // One for the figures, one for the grants of organizations.
        Assert.Equal(2, answer.Statements.Count);
    }

    private async Task<Answer> RunAsync(string name)
    {
        var cancellationToken = TestContext.Current.CancellationToken;
        var document = await File.ReadAllTextAsync(Path.Combine(Folder, name + ".graphql"), cancellationToken);
        var variables = Path.Combine(Folder, name + ".variables.json");
        JsonElement? values = File.Exists(variables)
            ? JsonElement.Parse(await File.ReadAllTextAsync(variables, cancellationToken))
            : null;
        return await server.QueryAsync(document, values);
    }
}
