using System.IO.Pipelines;

namespace CenterDirectory.Api.Feeds.Writing;

/// <summary>Writes a feed while it is read: what was written is sent before much of it has gathered, and who reads slowly slows the reading down.</summary>
internal static class FeedStream
{
    /// <summary>So many octets gather at most, and one entry.</summary>
    public const int MostUnsent = 32 * 1024;

    /// <summary>Sends a whole feed.</summary>
    public static async Task SendAsync<TEntry>(
        FeedHead head, IAsyncEnumerable<IReadOnlyList<TEntry>> pieces, IFeedWriter<TEntry> writer, PipeWriter body, CancellationToken cancellationToken)
    {
        writer.Begin(head);
        await foreach (var piece in pieces.WithCancellation(cancellationToken))
        {
            foreach (var entry in piece)
            {
                writer.Write(entry);
                writer.Flush();
                if (body.UnflushedBytes >= MostUnsent)
                {
                    await body.FlushAsync(cancellationToken);
                }
            }
        }

        writer.End();
        writer.Flush();
        await body.FlushAsync(cancellationToken);
    }
}
