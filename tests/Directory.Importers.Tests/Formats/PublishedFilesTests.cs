using CenterDirectory.Importers.Formats;
using CenterDirectory.Importers.Manifests;

namespace CenterDirectory.Importers.Tests.Formats;

/// <summary>Files as they were published, encodings and oddities included.</summary>
public sealed class PublishedFilesTests
{
    /// <summary>Lines of the file, less those of nothing but delimiters.</summary>
    [Theory]
    [InlineData("oktmo/tom3_oktmo_1.csv", false, 1_966 - 6)]
    [InlineData("oktmo/tom3_oktmo_2.csv", false, 8_078 - 6)]
    [InlineData("oktmo/tom5_oktmo_1.csv", false, 6_800 - 14)]
    [InlineData("oktmo/tom5_oktmo_2.csv", false, 39_958 - 14)]
    [InlineData("regions/regions-89.csv", true, 89)]
    [InlineData("regions/hflabs-region.csv", true, 86)]
    [InlineData("cities/hflabs-city.csv", true, 1_117)]
    [InlineData("minjust/npo-registry-2014.tsv", true, 2_659)]
    public async Task Every_row_has_the_cells_of_its_header_in_readable_Russian(string file, bool header, int count)
    {
        Assert.SkipWhen(TestFeed.SampleFile(file) is null, "DIRECTORY_SAMPLE_DATA is not set: published files are not part of the repository.");
        await using var content = File.OpenRead(TestFeed.SampleFile(file)!);
        var format = Path.GetExtension(file)[1..];

        await using var rows = await FeedFormats.Reader(format).OpenAsync(
            content, new FeedLocation { File = file, Format = format, Header = header }, TestContext.Current.CancellationToken);
        var read = 0;
        var russian = 0;
        await foreach (var row in rows.ReadAsync(TestContext.Current.CancellationToken))
        {
            Assert.Equal(rows.Columns.Count, row.Count);
            read++;
            russian += Enumerable.Range(0, row.Count).Any(index => RussianLikeness.Of(row[index] ?? "") > 0.5) ? 1 : 0;
        }

        Assert.Null(rows.Failure);
        Assert.Equal(count, read);
        Assert.InRange(russian, count * 99 / 100, count);
    }
}
