using CenterDirectory.Importers.Manifests;

namespace CenterDirectory.Importers.Tests.Feeds;

/// <summary>The official examples of HSDS 3.0, read by the shipped manifest. They are no part of the project.</summary>
public sealed class PublishedHsdsTests
{
    private const string Missing = "DIRECTORY_SAMPLE_DATA does not name a folder with the examples of HSDS.";

    [Theory]
    [InlineData("organization_full.json", 1, 1)]
    [InlineData("organization_list.json", 1, 0)]
    [InlineData("service_full.json", 1, 1)]
    [InlineData("service_list.json", 1, 1)]
    [InlineData("service_at_location_full.json", 1, 1)]
    [InlineData("service_at_location_list.json", 1, 1)]
    [InlineData("tabular.json", 1, 1)]
    [InlineData("location.json", 0, 0)]
    public async Task Organizations_and_services_are_found_however_deep_they_are_nested(string name, int organizations, int services)
    {
        var read = await ReadAsync(name);

        Assert.Null(read.Failure);
        Assert.Equal(0, read.Issues.Errors);
        Assert.Equal((organizations, services), (read.Records.Count(record => record.Kind == "Organization"), read.Records.Count(record => record.Kind == "Service")));
    }

    [Fact]
    public async Task An_example_in_full_gives_the_organization_and_what_it_offers_and_no_person()
    {
        var read = await ReadAsync("organization_full.json");

        Assert.Contains(read.Payloads, payload => payload.Contains("\"name\":\"Example Organization Inc.\"", StringComparison.Ordinal));
        Assert.Contains(read.Records, record => record.Kind == "Service" && record.References.Any(reference => reference.Field == "provider"));
        Assert.DoesNotContain(read.Payloads, payload => payload.Contains("Persona", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("base.json")]
    [InlineData("taxonomy.json")]
    [InlineData("taxonomy_list.json")]
    [InlineData("taxonomy_term.json")]
    [InlineData("taxonomy_term_list.json")]
    public async Task What_describes_an_interface_or_a_vocabulary_holds_no_entries_and_is_refused(string name) =>
        Assert.Equal("not-hsds", (await ReadAsync(name)).Failure?.Code);

    private static async Task<ReadFeed> ReadAsync(string name)
    {
        var file = TestFeed.SampleFile(Path.Combine("hsds", "examples", name));
        Assert.SkipUnless(File.Exists(file), Missing);
        using var feed = new TestFeed();
        return await feed.ReadAsync(Assert.Single(ManifestLoader.LoadFile(Path.Combine(TestFeed.SolutionRoot, "feeds", "hsds.yaml")).Manifests), file);
    }
}
