using System.Runtime.CompilerServices;
using System.Threading.Channels;
using CenterDirectory.Importers.Records;
using CenterDirectory.Importers.Running;

namespace CenterDirectory.Importers.Planning;

/// <summary>Reads records on a thread of its own, a little ahead of who takes them: mapping and staging cost about the same.</summary>
internal static class ReadAhead
{
    /// <summary>Records handed over at once: one by one, the handing over would cost more than the mapping.</summary>
    private const int BatchSize = 256;

    private const int Batches = 8;

    /// <summary>The records of a stream, in its order.</summary>
    public static async IAsyncEnumerable<IReadOnlyList<ImportRecord>> BatchesAsync(
        IRecordStream stream, IssueSink issues, IProgress<ImportProgress>? progress, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var channel = Channel.CreateBounded<IReadOnlyList<ImportRecord>>(
            new BoundedChannelOptions(Batches) { SingleReader = true, SingleWriter = true });
        using var abandoned = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        var reading = Task.Run(() => FillAsync(channel.Writer, stream, issues, progress, abandoned.Token), CancellationToken.None);
        try
        {
            await foreach (var batch in channel.Reader.ReadAllAsync(cancellationToken))
            {
                yield return batch;
            }
        }
        finally
        {
            // Whoever leaves early must not leave a reader behind that goes on collecting issues.
            await abandoned.CancelAsync();
            await reading;
        }
    }

    /// <summary>What goes wrong is thrown where the records are taken.</summary>
    private static async Task FillAsync(
        ChannelWriter<IReadOnlyList<ImportRecord>> writer, IRecordStream stream, IssueSink issues, IProgress<ImportProgress>? progress,
        CancellationToken cancellationToken)
    {
        Exception? problem = null;
        try
        {
            // Here, not where the records are taken: the progress looks at the very files that this thread reads.
            stream.Counts.Counted = progress is null ? null : rows => progress.Every(ImportPhase.Reading, rows);
            var batch = new List<ImportRecord>(BatchSize);
            await foreach (var record in stream.ReadAsync(issues, cancellationToken))
            {
                batch.Add(record);
                if (batch.Count == BatchSize)
                {
                    await writer.WriteAsync(batch, cancellationToken);
                    batch = new List<ImportRecord>(BatchSize);
                }
            }

            await writer.WriteAsync(batch, cancellationToken);
        }
        catch (Exception thrown)
        {
            problem = thrown;
        }

        writer.Complete(problem);
    }
}
