using System.Globalization;
using CenterDirectory.Data.Entities;
using CenterDirectory.Data.Values;
using CenterDirectory.Importers.Manifests;
using CenterDirectory.Importers.Tests.Running;
using Microsoft.EntityFrameworkCore;

namespace CenterDirectory.Importers.Tests.Mentions;

/// <summary>The five reports as published, against their mentions as a reader finds them; the entries come out of the shipped feeds.</summary>
public sealed class ReportMentionsTests
{
    private const double Least = 0.95;

    private static readonly string[] Titles =
    [
        "В Радужном созданы ресурсные центры поддержки СО НКО", "Уральская сеть ресурсных центров для НКО: от регионов к муниципалитетам",
        "Ресурсные центры для НКО востребованы, но им не хватает согласованности и корпоративной культуры",
        "Ресурсные центры помогут развить деловую и общественную активность в районах Омской области", "Якутия и Челябинская область обменялись опытом поддержки НКО",
    ];

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task What_a_reader_finds_is_found_and_nothing_else(bool withCities)
    {
        if (TestFeed.SampleFile("reports") is not { } folder || !System.IO.Directory.Exists(folder))
        {
            Assert.Skip("DIRECTORY_SAMPLE_DATA names no folder with the reports.");
            return;
        }

        await using var directory = await ScratchDirectory.CreateAsync();
        await ImportFeedsAsync(directory, withCities);
        await ImportArticlesAsync(directory, folder);

        var found = Counted((await FoundAsync(directory)).Select(mention => (mention.Line, 1)));
        var wanted = Counted(Truth(withCities));

        var right = wanted.Sum(pair => Math.Min(pair.Value, found.GetValueOrDefault(pair.Key)));
        var (precision, recall) = ((double)right / found.Values.Sum(), (double)right / wanted.Values.Sum());
        var difference = $"precision {precision:0.000}, recall {recall:0.000}\n{Lines("missed", wanted, found)}\n{Lines("wrong", found, wanted)}";
        Assert.True(precision >= Least && recall >= Least, difference);
        TestContext.Current.TestOutputHelper?.WriteLine(difference);
    }

    private static string Lines(string what, Dictionary<string, int> one, Dictionary<string, int> other) =>
        string.Join('\n', one.Where(pair => pair.Value > other.GetValueOrDefault(pair.Key)).Select(pair => $"{what}: {pair.Key}").Order(StringComparer.Ordinal));

    private static async Task ImportFeedsAsync(ScratchDirectory directory, bool withCities)
    {
        var feeds = ManifestLoader.Load([Path.Combine(TestFeed.SolutionRoot, "feeds")]).Manifests;
        await Import("ru-territories");
        if (withCities)
        {
            await Import("ru-cities", TestFeed.SampleFile("cities/hflabs-city.csv"));
        }

        foreach (var report in feeds.Where(feed => feed.Key.StartsWith("report-", StringComparison.Ordinal)))
        {
            await Import(report.Key);
        }

        async Task Import(string key, string? file = null)
        {
            var outcome = await directory.RunAsync(feeds.First(feed => feed.Key == key), new ImportOptions { FromFile = file });
            Assert.True(outcome.IsSuccess, $"{key}: {outcome.Reason?.En}");
        }
    }

    /// <summary>The articles as a source of texts beside the feeds, whose news have none: nobody stated a licence.</summary>
    private static async Task ImportArticlesAsync(ScratchDirectory directory, string folder)
    {
        using var feed = new TestFeed();
        var rows = System.IO.Directory.EnumerateFiles(folder).Order(StringComparer.Ordinal)
            .Select((file, index) => $"article-{index};\"{Titles[index]}\";\"{File.ReadAllText(file).Replace("\"", "\"\"", StringComparison.Ordinal)}\"");
        feed.Write("articles.csv", "id;title;text\n" + string.Join('\n', rows));
        var manifest = feed.Manifest(
            """
            key: articles
            title: Статьи
            source: { file: articles.csv, delimiter: ";" }
            record: NewsItem
            id-from: [id]
            map: { slug: id, title: title, text: text }
            """);
        var outcome = await directory.RunAsync(manifest);
        Assert.True(outcome.IsSuccess, outcome.Reason?.En);
    }

    private static Task<List<(string Line, double Confidence)>> FoundAsync(ScratchDirectory directory) => directory.AskAsync(async db =>
    {
        var mentions = await db.Mentions.Where(mention => mention.News.Slug.StartsWith("article-")).OrderBy(mention => mention.NewsId).ThenBy(mention => mention.Start)
            .Include(mention => mention.News).Include(mention => mention.TargetCenter).Include(mention => mention.TargetOrganization)
            .Include(mention => mention.TargetPerson).Include(mention => mention.TargetTerritory).Include(mention => mention.TargetNetwork)
            .Include(mention => mention.TargetProgram).Include(mention => mention.TargetProject).Include(mention => mention.TargetEvent).ToListAsync();
        Assert.All(mentions, mention => Assert.Equal(mention.Text, mention.News.Text!.Substring(mention.Start, mention.Length)));
        return mentions.Select(mention => ($"{mention.News.Slug[^1]}\t{NameOf(mention.Target)}\t{mention.Text}", mention.Confidence)).ToList();
    });

    private static string NameOf(DirectoryEntry target) =>
        target is Territory { Kind: TerritoryKind.Locality } city ? $"Territory/*{city.Name}" : $"{target.GetType().Name}/{target.Slug}";

    private static IEnumerable<(string Line, int Count)> Truth(bool withCities) =>
        File.ReadLines(Path.Combine(TestFeed.Fixtures, "mentions", "reports.tsv")).Where(line => line.Length > 0 && line[0] != '#')
            .Where(line => withCities || !line.Contains('*')).Select(line => line.Split('\t'))
            .Select(cells => (string.Join('\t', cells[..3]), int.Parse(cells[3], CultureInfo.InvariantCulture)));

    private static Dictionary<string, int> Counted(IEnumerable<(string Line, int Count)> lines) =>
        lines.GroupBy(line => line.Line).ToDictionary(group => group.Key, group => group.Sum(line => line.Count), StringComparer.Ordinal);
}
