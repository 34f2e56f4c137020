using System.Text.Json;
using System.Text.RegularExpressions;
using CenterDirectory.Api.Hosting;

namespace CenterDirectory.Api.Tests;

/// <summary>What the documents say about asking is true.</summary>
public sealed partial class DocumentsTests(DirectoryServer server)
{
    [Fact]
    public async Task Readme_shows_what_its_query_is_answered()
    {
        var readme = Document("README.md");
        using var body = JsonDocument.Parse(CurlBody().Match(readme).Groups["body"].Value);
        using var shown = JsonDocument.Parse(Assert.Single(Blocks(readme, "json")));

        var answer = await server.QueryAsync(body.RootElement.GetProperty("query").GetString()!);

        Assert.True(JsonElement.DeepEquals(shown.RootElement, answer.Json), answer.Pretty);
    }

    [Fact]
    public async Task Queries_of_the_documents_are_answered()
    {
        var queries = Blocks(Document("docs/graphql.md"), "graphql").ToList();

        Assert.NotEmpty(queries);
        foreach (var query in queries)
        {
            var answer = await server.QueryAsync(query, JsonElement.Parse("""{"region": "55"}"""));
            Assert.All(answer.Data.EnumerateObject(), field => Assert.NotEqual(JsonValueKind.Null, field.Value.ValueKind));
        }
    }

    [Theory]
    [InlineData("README.md")]
    [InlineData("CONTRIBUTING.md")]
    [InlineData("CHANGELOG.md")]
    [InlineData("SECURITY.md")]
    [InlineData("docs/architecture.md")]
    [InlineData("docs/feeds.md")]
    [InlineData("docs/graphql.md")]
    [InlineData("docs/operations.md")]
    [InlineData("docs/access.md")]
    [InlineData("feeds/README.md")]
    [InlineData("src/Directory.GraphQL/README.md")]
    public void Links_inside_the_repository_lead_somewhere(string document)
    {
        var folder = Path.GetDirectoryName(Path.Combine(HostPaths.Root, document))!;
        var targets = Links().Matches(Document(document)).Select(match => match.Groups["target"].Value)
            .Where(target => !target.Contains("://", StringComparison.Ordinal))
            .Select(target => target.Split('#')[0])
            .Where(target => target.Length > 0);

        Assert.All(targets, target => Assert.True(Path.Exists(Path.Combine(folder, target)), $"{document} links to {target}."));
    }

    private static IEnumerable<string> Blocks(string document, string language) =>
        CodeBlocks().Matches(document).Where(match => match.Groups["language"].Value == language).Select(match => match.Groups["text"].Value);

    private static string Document(string path) => File.ReadAllText(Path.Combine(HostPaths.Root, path)).ReplaceLineEndings("\n");

    [GeneratedRegex("^```(?<language>[a-z]+)\\n(?<text>.*?)^```$", RegexOptions.Singleline | RegexOptions.Multiline | RegexOptions.CultureInvariant)]
    private static partial Regex CodeBlocks();

    [GeneratedRegex("curl [^']*'[^']*' -d '(?<body>[^']*)'", RegexOptions.CultureInvariant)]
    private static partial Regex CurlBody();

    [GeneratedRegex("\\]\\((?<target>[^)]+)\\)", RegexOptions.CultureInvariant)]
    private static partial Regex Links();
}
