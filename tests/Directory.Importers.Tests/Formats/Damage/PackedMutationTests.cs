using System.IO.Compression;
using CenterDirectory.Importers.Fetching.Unpacking;
using CenterDirectory.Importers.Formats;
using CenterDirectory.Importers.Manifests;
using CenterDirectory.Importers.Tests.Workbooks;

namespace CenterDirectory.Importers.Tests.Formats.Damage;

/// <summary>Damage behind a sound packing, which a check sum would otherwise keep from the readers, and damage of the packing itself.</summary>
public sealed class PackedMutationTests
{
    private const int Mutants = 300;

    private static readonly byte[] Book = File.ReadAllBytes(Path.Combine(TestFeed.SolutionRoot, "feeds", "center-list", "center-list.xlsx"));

    [Fact]
    public async Task A_damaged_part_of_a_workbook_ends_in_rows_or_a_failure()
    {
        var random = new Random(20260323);
        for (var i = 0; i < Mutants; i++)
        {
            var mutant = WithDamagedPart(random);
            try
            {
                await using var rows = await FeedFormats.Reader("xlsx").OpenAsync(
                    new MeteredStream(mutant), new FeedLocation { File = "file", Format = "xlsx" }, TestContext.Current.CancellationToken);
                await foreach (var row in rows.ReadAsync(TestContext.Current.CancellationToken))
                {
                    Assert.InRange(row.Count, 0, 5_000);
                }
            }
            catch (Exception error) when (error is not OperationCanceledException)
            {
                Assert.Fail($"Mutant {i}: {error}");
            }
        }
    }

    [Theory]
    [InlineData("zip")]
    [InlineData("gzip")]
    public async Task A_damaged_archive_ends_in_bytes_or_a_failure(string kind)
    {
        var random = new Random(20260324);
        var seed = kind == "zip" ? Book : Gzip(Book);
        for (var i = 0; i < Mutants; i++)
        {
            var mutant = Mutation.Of(seed, random);
            try
            {
                await ReadAsync(mutant);
            }
            catch (Exception error) when (error is not OperationCanceledException)
            {
                Assert.Fail($"Mutant {i} of {kind}: {error}");
            }
        }
    }

    [Fact]
    public async Task The_head_of_an_old_workbook_that_promises_more_than_the_file_has_takes_no_memory()
    {
        var bytes = XlsWriter.Write(new SheetBook("Лист", ["id"], [1.0]));
        bytes.AsSpan(0x2C, 4).Fill(0xFF);
        var allocated = GC.GetAllocatedBytesForCurrentThread();

        var feed = await OpenedFeed.ReadAsync("xls", bytes);

        Assert.Equal("workbook-damaged", feed.Failure?.Code);
        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - allocated, 0, 10_000_000);
    }

    private static async Task ReadAsync(byte[] bytes)
    {
        var unpacker = new Unpacker(new UnpackLimits(64 * 1024 * 1024, 200));
        var location = new FeedLocation { File = "file", Format = "xml", Member = "*.xml" };
        await foreach (var part in unpacker.OpenAsync(new MeteredStream(bytes), "file", location, TestContext.Current.CancellationToken))
        {
            await using (part)
            {
                Assert.True(part.IsOpen || part.Failure is not null);
                if (part.IsOpen)
                {
                    await part.Content.CopyToAsync(Stream.Null, TestContext.Current.CancellationToken);
                }
            }
        }
    }

    private static byte[] WithDamagedPart(Random random)
    {
        using var bytes = new MemoryStream();
        using (var source = new ZipArchive(new MemoryStream(Book)))
        using (var target = new ZipArchive(bytes, ZipArchiveMode.Create, leaveOpen: true))
        {
            var damaged = random.Next(source.Entries.Count);
            foreach (var (index, entry) in source.Entries.Index())
            {
                using var part = new MemoryStream();
                using (var content = entry.Open())
                {
                    content.CopyTo(part);
                }

                using var copy = target.CreateEntry(entry.FullName).Open();
                copy.Write(index == damaged ? Mutation.Of(part.ToArray(), random) : part.ToArray());
            }
        }

        return bytes.ToArray();
    }

    private static byte[] Gzip(byte[] bytes)
    {
        using var packed = new MemoryStream();
        using (var gzip = new GZipStream(packed, CompressionLevel.Optimal))
        {
            gzip.Write(bytes);
        }

        return packed.ToArray();
    }
}
