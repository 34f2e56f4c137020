using System.Reflection;
using System.Text.RegularExpressions;
using CenterDirectory.Data.Values;
using CenterDirectory.Importers.Validation;

namespace CenterDirectory.Importers.Tests.Validation;

/// <summary>What docs/rules.md says of the rules is true: each has its entry, in the words of the code, with an example that breaks it.</summary>
public sealed partial class RulesDocumentTests
{
    private static readonly IssueRule[] Rules = [.. typeof(IssueRules).GetFields(BindingFlags.Public | BindingFlags.Static)
        .Where(field => field.FieldType == typeof(IssueRule))
        .Select(field => (IssueRule)field.GetValue(null)!)];

    public static TheoryData<string> Codes() => [.. Rules.Select(rule => rule.Code)];

    [Fact]
    public void Every_rule_has_an_entry_and_every_entry_a_rule() =>
        Assert.Equal(Rules.Select(rule => rule.Code), Headings().Matches(Document()).Select(match => match.Groups["code"].Value));

    [Theory]
    [MemberData(nameof(Codes))]
    public void An_entry_tells_the_severity_and_the_messages_of_the_rule(string code)
    {
        var rule = Rules.Single(rule => rule.Code == code);
        var issue = rule.For("…", "…");

        var entry = Entry(code);

        Assert.StartsWith($"## `{code}`: {(rule.Severity == IssueSeverity.Error ? "error" : "warning")}\n", entry, StringComparison.Ordinal);
        Assert.Contains($"\n\n{issue.Message.En}\n\n{issue.Message.Ru}\n\n", entry, StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Codes))]
    public async Task The_example_of_a_rule_breaks_it_and_nothing_before_it(string code)
    {
        using var feed = new TestFeed();
        feed.Write("rows.csv", Block(Entry(code), "csv"));
        var head = Block(Document(), "yaml");

        var read = await feed.ReadAsync(head + Block(Entry(code), "yaml"));

        Assert.Null(read.Failure);
        Assert.Equal((code, Rules.Single(rule => rule.Code == code).Severity), (read.Issues.Stored[0].Code, read.Issues.Stored[0].Severity));
    }

    [Fact]
    public void Every_remark_of_a_reader_has_a_line_in_the_table_and_every_line_a_remark()
    {
        var sources = System.IO.Directory.EnumerateFiles(Path.Combine(TestFeed.SolutionRoot, "src", "Directory.Importers"), "*.cs", SearchOption.AllDirectories);
        var remarks = sources.SelectMany(file => Remarks().Matches(File.ReadAllText(file))).Select(match => match.Groups["code"].Value);

        Assert.Equal(remarks.Distinct().Order(StringComparer.Ordinal), Lines().Matches(Document()).Select(match => match.Groups["code"].Value));
    }

    private static string Entry(string code)
    {
        var document = Document();
        var start = document.IndexOf($"## `{code}`", StringComparison.Ordinal);
        var end = document.IndexOf("\n## ", start, StringComparison.Ordinal);
        return document[start..end];
    }

    private static string Block(string text, string language) => Blocks().Matches(text).First(match => match.Groups["language"].Value == language).Groups["text"].Value;

    private static string Document() => File.ReadAllText(Path.Combine(TestFeed.SolutionRoot, "docs", "rules.md")).ReplaceLineEndings("\n");

    [GeneratedRegex("^## `(?<code>[a-z-]+)`", RegexOptions.Multiline | RegexOptions.CultureInvariant)]
    private static partial Regex Headings();

    [GeneratedRegex("^\\| `(?<code>[a-z-]+)` \\|", RegexOptions.Multiline | RegexOptions.CultureInvariant)]
    private static partial Regex Lines();

    [GeneratedRegex("Remark\\(\\s*\"(?<code>[a-z-]+)\"", RegexOptions.CultureInvariant)]
    private static partial Regex Remarks();

    [GeneratedRegex("^```(?<language>csv|yaml)\\n(?<text>.*?)^```$", RegexOptions.Singleline | RegexOptions.Multiline | RegexOptions.CultureInvariant)]
    private static partial Regex Blocks();
}
