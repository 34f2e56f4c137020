using System.Text.RegularExpressions;
using CenterDirectory.Api.Feeds;
using CenterDirectory.Api.Feeds.Filtering;
using CenterDirectory.Api.Hosting;

namespace CenterDirectory.Api.Tests.Feeds;

/// <summary><c>docs/publishing.md</c> tells formats and parameters as the code knows them; <c>UPDATE_SNAPSHOTS=1</c> writes its tables anew.</summary>
public sealed class PublishingDocumentTests
{
    private static readonly string Path = System.IO.Path.Combine(HostPaths.Root, "docs", "publishing.md");

    [Fact]
    public async Task Tables_are_those_of_the_code()
    {
        var text = await File.ReadAllTextAsync(Path, TestContext.Current.CancellationToken);

        Snapshot.MatchFile(With(With(text, "formats", Formats()), "parameters", Parameters()), Path);
    }

    [Fact]
    public void Every_parameter_is_told_in_both_languages() => Assert.All(FeedParameters.All, parameter =>
    {
        Assert.All([parameter.Meaning.Ru, parameter.Meaning.En], meaning => Assert.EndsWith(".", meaning, StringComparison.Ordinal));
        Assert.NotEqual(parameter.Meaning.Ru, parameter.Meaning.En);
        Assert.NotEmpty(parameter.Values.En);
    });

    private static string With(string text, string name, string table) =>
        Region(name).Replace(text, match => $"{match.Groups[1].Value}\n{table}{match.Groups[2].Value}", 1);

    private static Regex Region(string name) => new($"(<!-- {name}: [^\n]*-->)\n.*?(<!-- /{name} -->)", RegexOptions.Singleline | RegexOptions.CultureInvariant);

    private static string Formats() => "| format | ends in | of | what for |\n|---|---|---|---|\n" + string.Concat(FeedFormat.All.Select(format =>
        $"| {format.Name} | `.{format.Extension}` | {Subjects(format.Subjects)} | {format.Meaning.En} |\n"));

    private static string Parameters() => "| parameter | of | meaning | values |\n|---|---|---|---|\n" + string.Concat(FeedParameters.All.Select(parameter =>
        $"| `{parameter.Name}` | {Subjects(parameter.Subjects)} | {parameter.Meaning.En} {parameter.Meaning.Ru} | {parameter.Values.En}{(parameter.IsList ? "; several" : "")} |\n"));

    private static string Subjects(FeedSubject subjects) => string.Join(", ", FeedNames.All.Where(name => subjects.HasFlag(name.Subject)).Select(name => name.Segment));
}
