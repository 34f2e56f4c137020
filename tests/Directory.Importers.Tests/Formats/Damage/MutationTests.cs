using CenterDirectory.Importers.Formats;
using CenterDirectory.Importers.Manifests;

namespace CenterDirectory.Importers.Tests.Formats.Damage;

/// <summary>Whatever is done to a file, its reader answers with rows or a failure: it never throws, never goes on for ever, never fills the memory.</summary>
public sealed class MutationTests
{
    private const int Mutants = 300;
    private const int MostRows = 120_000;
    private const long MostBytesAllocated = 512L * 1024 * 1024;

    public static TheoryData<string> Formats() => [.. FeedFormats.Names];

    [Theory]
    [MemberData(nameof(Formats))]
    public async Task The_seed_itself_is_right(string format)
    {
        var (location, bytes) = Seeds.Of(format);

        var feed = await OpenedFeed.ReadAsync(FeedFormats.Reader(format), location, bytes);

        Assert.Null(feed.Failure);
        Assert.NotEmpty(feed.Rows);
    }

    [Theory]
    [MemberData(nameof(Formats))]
    public async Task A_damaged_file_ends_in_rows_or_a_failure(string format)
    {
        var (location, seed) = Seeds.Of(format);
        var random = new Random(20260322);
        for (var i = 0; i < Mutants; i++)
        {
            var mutant = Mutation.Of(seed, random);
            try
            {
                await ReadAsync(format, location, mutant);
            }
            catch (Exception error) when (error is not OperationCanceledException)
            {
                Assert.Fail($"Mutant {i} of {format} ({mutant.Length} bytes): {error}\n{Convert.ToBase64String(mutant.AsSpan(0, Math.Min(mutant.Length, 3_000)))}");
            }
        }
    }

    private static async Task ReadAsync(string format, FeedLocation location, byte[] bytes)
    {
        var (thread, allocated) = (Environment.CurrentManagedThreadId, GC.GetAllocatedBytesForCurrentThread());
        await using var content = new MeteredStream(bytes);
        await using var rows = await FeedFormats.Reader(format).OpenAsync(content, location, TestContext.Current.CancellationToken);
        var count = 0;
        await foreach (var _ in rows.ReadAsync(TestContext.Current.CancellationToken))
        {
            Assert.InRange(++count, 0, MostRows);
        }

        _ = rows.Remarks.Count;
        if (Environment.CurrentManagedThreadId == thread)
        {
            Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - allocated, 0, MostBytesAllocated);
        }
    }
}
