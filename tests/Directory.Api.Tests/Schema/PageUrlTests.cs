using System.Net;
using CenterDirectory.GraphQL;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;

namespace CenterDirectory.Api.Tests.Schema;

/// <summary>Where the pages of entries are, as the API says it.</summary>
public sealed class PageUrlTests(DirectoryServer server)
{
    [Fact]
    public async Task Every_page_that_is_named_answers_and_types_without_pages_name_none()
    {
        var answer = await server.QueryAsync("""
            {
              centers(first: 1) { nodes { pageUrl } } services(first: 1) { nodes { pageUrl } } organizations(first: 1) { nodes { pageUrl } }
              events(first: 1) { nodes { pageUrl } } news(first: 1) { nodes { pageUrl } } territories(first: 1) { nodes { pageUrl } }
              networks(first: 1) { nodes { pageUrl } } programs(first: 1) { nodes { pageUrl } } projects(first: 1) { nodes { pageUrl } }
              grants(first: 1) { nodes { pageUrl } } practices(first: 1) { nodes { pageUrl } } people(first: 1) { nodes { pageUrl } }
              metrics(first: 1) { nodes { slug pageUrl } }
            }
            """);

        foreach (var list in answer.Data.EnumerateObject())
        {
            var url = list.Value.GetProperty("nodes")[0].GetProperty("pageUrl").GetString();
            if (list.Name == "metrics")
            {
                Assert.Null(url);
                continue;
            }

            Assert.StartsWith($"{server.Client.BaseAddress}{list.Name}/", url, StringComparison.Ordinal);
            Assert.Equal(HttpStatusCode.OK, (await server.TextAsync(url!)).Status);
        }
    }

    [Fact]
    public void Where_the_site_moves_kept_answers_are_out_of_date()
    {
        var schema = Api.Schema.DirectorySchema.Build();
        string Version(string surroundings)
        {
            using var engine = new GraphQLEngine(schema, Options.Create(new EngineOptions { Surroundings = surroundings }), NullLogger<GraphQLEngine>.Instance);
            return engine.SchemaVersion;
        }

        Assert.Equal(Version(""), Version(""));
        Assert.NotEqual(Version(""), Version("https://centers.example.org/"));
    }
}
