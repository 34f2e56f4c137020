using CenterDirectory.Importers.Mapping;

namespace CenterDirectory.Importers.Tests.Mapping;

public sealed class StepsTests
{
    [Fact]
    public void The_documentation_lists_every_step()
    {
        var docs = File.ReadAllText(Path.Combine(TestFeed.SolutionRoot, "docs", "feeds.md"));

        var rows = Steps.All.Select(step => $"| `{step.Argument.Replace("|", "\\|", StringComparison.Ordinal)}` | {step.Summary.En} |");

        Assert.Contains(string.Join('\n', rows), docs.ReplaceLineEndings("\n"), StringComparison.Ordinal);
    }

    [Fact]
    public void The_example_of_each_step_is_one_that_compiles()
    {
        using var feed = new TestFeed();
        var steps = string.Join(", ", Steps.All.Select(step => step.Argument).Where(example =>
            !example.StartsWith("const", StringComparison.Ordinal) && !example.StartsWith("lookup", StringComparison.Ordinal)));

        var manifest = feed.Manifest($$"""
            key: test
            title: Проба
            source: { file: rows.csv }
            record: Organization
            id-from: [id]
            map:
              name: name
              aliases: { {{steps}} }
            """);

        Assert.Equal(2, manifest.Tables[0].Map.Fields.Count);
    }
}
