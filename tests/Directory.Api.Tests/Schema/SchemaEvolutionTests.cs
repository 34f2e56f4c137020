using System.Globalization;
using System.Text.RegularExpressions;
using CenterDirectory.Api.Commands;
using CenterDirectory.Api.Hosting;
using CenterDirectory.Api.Schema;
using CenterDirectory.GraphQL;
using CenterDirectory.GraphQL.Types;
using CenterDirectory.GraphQL.Types.Evolution;
using Microsoft.Extensions.Configuration;

namespace CenterDirectory.Api.Tests.Schema;

/// <summary>How the public schema may change, and who is told.</summary>
public sealed partial class SchemaEvolutionTests
{
    private static readonly GraphQL.Types.Schema TheSchema = DirectorySchema.Build();

    [Fact]
    public void The_changelog_tells_the_difference_to_the_last_release() => Snapshot.MatchFile(
        SchemaChangelog.Write(File.ReadAllText(SchemaCommand.Released), SchemaMembers.Of(TheSchema)),
        Path.Combine(HostPaths.Root, "docs", "schema-changelog.md"));

    [Fact]
    public void A_release_that_is_the_schema_of_today_has_nothing_to_tell() => Assert.Equal(
        "# Changes of the schema\n\nSince release 9.9.9. Written by `schema changelog`; a test keeps it true.\n",
        SchemaChangelog.Write(SchemaChangelog.Release("9.9.9", SchemaMembers.Of(TheSchema)), SchemaMembers.Of(TheSchema)));

    [Fact]
    public void No_trusted_document_is_broken()
    {
        var documents = TrustedDocuments.All(new ConfigurationBuilder().Build());

        Assert.NotEmpty(documents);
        Assert.All(documents, document => Assert.Empty(document.Problems(TheSchema, new EngineOptions())));
    }

    [Fact]
    public void A_broken_document_is_named_with_place_and_reason()
    {
        var folder = System.IO.Directory.CreateTempSubdirectory("documents-");
        try
        {
            File.WriteAllText(Path.Combine(folder.FullName, "good.graphql"), "{ centers { nodes { name } } }");
            File.WriteAllText(Path.Combine(folder.FullName, "gone.graphql"), "{\n  centers { nodes { phone } }\n}");
            var settings = new ConfigurationBuilder().AddInMemoryCollection([new(TrustedDocuments.Setting, folder.FullName)]).Build();

            var problems = TrustedDocuments.All(settings).Select(document => (Path.GetFileName(document.Name), document.Problems(TheSchema, new EngineOptions())))
                .Where(pair => pair.Item2.Count > 0).ToList();

            var (name, found) = Assert.Single(problems);
            Assert.Equal("gone.graphql", name);
            Assert.StartsWith("2:21: ", Assert.Single(found), StringComparison.Ordinal);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    /// <summary>«Use `x`. Deprecated 2026-11-22, goes 2027-11-22.»</summary>
    [Fact]
    public void What_is_deprecated_names_its_successor_and_stays_for_a_year()
    {
        foreach (var (name, reason) in Deprecations())
        {
            var dates = Dated().Match(reason);
            Assert.True(dates.Success, $"{name}: «{reason}»");
            var (since, until) = (Day(dates.Groups["since"]), Day(dates.Groups["until"]));
            Assert.True(until >= since.AddYears(1), $"{name} goes too soon");
        }
    }

    [Theory]
    [InlineData("Use `name`. Deprecated 2026-11-22, goes 2027-11-22.", true)]
    [InlineData("Use `name`.", false)]
    [InlineData("No longer supported", false)]
    public void A_reason_without_days_is_noticed(string reason, bool isDated) => Assert.Equal(isDated, Dated().IsMatch(reason));

    private static IEnumerable<(string Name, string Reason)> Deprecations() => TheSchema.Types.SelectMany(type => type switch
    {
        FieldsType fields => fields.Fields.SelectMany(field => field.Arguments.Select(argument => ($"{type.Name}.{field.Name}({argument.Name}:)", argument.DeprecationReason))
            .Prepend(($"{type.Name}.{field.Name}", field.DeprecationReason))),
        InputObjectType input => input.Fields.Select(field => ($"{type.Name}.{field.Name}", field.DeprecationReason)),
        EnumType values => values.Values.Select(value => ($"{type.Name}.{value.Name}", value.DeprecationReason)),
        _ => [],
    }).Where(pair => pair.Item2 is not null && !pair.Item1.StartsWith("__", StringComparison.Ordinal)).Select(pair => (pair.Item1, pair.Item2!));

    private static DateOnly Day(Group day) => DateOnly.ParseExact(day.Value, "yyyy-MM-dd", CultureInfo.InvariantCulture);

    [GeneratedRegex(@"^Use `[^`]+`.* Deprecated (?<since>\d{4}-\d\d-\d\d), goes (?<until>\d{4}-\d\d-\d\d)\.$")]
    private static partial Regex Dated();
}
