using System.Text.Json;
using CenterDirectory.Importers.Formats;
using CenterDirectory.Importers.Manifests;

namespace CenterDirectory.Importers.Tests.Feeds;

/// <summary>Feeds as their publishers wrote them, read by the shipped manifest. They are no part of the project.</summary>
public sealed class PublishedNewsTests
{
    private const string Missing = "DIRECTORY_SAMPLE_DATA does not name a folder with published feeds.";

    [Theory]
    [InlineData("aif.ru.health.xml", 17, 0, 0)]
    [InlineData("aviaport.ru.xml", 30, 30, 30)]
    [InlineData("money.rin.ru.xml", 15, 0, 0)]
    [InlineData("newsru.com.xml", 30, 30, 0)]
    public async Task Every_item_is_read_with_its_date_and_full_text_where_the_feed_has_them(string name, int items, int dated, int texts)
    {
        var file = Sample(name);
        using var feed = new TestFeed();

        var read = await feed.ReadAsync(Manifest(), file);

        Assert.Null(read.Failure);
        Assert.Equal((items, items), (read.Counts.Read, read.Counts.Records));
        Assert.Empty(read.Codes);
        Assert.Equal((dated, texts), (Count(read, "publishedAt"), Count(read, "text")));
        Assert.All(read.Payloads, payload => Assert.InRange(RussianLikeness.Of(payload), 0.5, double.MaxValue));
        Assert.All(read.Payloads, payload => Assert.DoesNotMatch("&[a-z]+;|<[a-z/]", payload));
    }

    [Fact]
    public async Task The_capture_of_intertat_that_breaks_off_before_its_first_item_is_refused_and_not_taken_for_an_empty_feed()
    {
        var file = Sample("intertat.ru.xml");
        using var feed = new TestFeed();

        var read = await feed.ReadAsync(Manifest(), file);

        Assert.Equal("feed-malformed", read.Failure?.Code);
        Assert.Empty(read.Records);
    }

    [Fact]
    public async Task The_five_feeds_of_2006_have_92_items()
    {
        using var feed = new TestFeed();
        var count = 0;
        foreach (var file in System.IO.Directory.EnumerateFiles(Sample(""), "*.xml"))
        {
            count += (await feed.ReadAsync(Manifest(), file)).Records.Count;
        }

        Assert.Equal(92, count);
    }

    private static int Count(ReadFeed read, string field) => read.Records.Count(record =>
    {
        using var payload = JsonDocument.Parse(record.Payload);
        return payload.RootElement.TryGetProperty(field, out _);
    });

    private static FeedManifest Manifest() =>
        Assert.Single(ManifestLoader.LoadFile(Path.Combine(TestFeed.SolutionRoot, "feeds", "ru", "news-rss.yaml")).Manifests);

    private static string Sample(string name)
    {
        var file = TestFeed.SampleFile(Path.Combine("rss", name));
        Assert.SkipUnless(file is not null && Path.Exists(file), Missing);
        return file!;
    }
}
