using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;
using CenterDirectory.Importers.Fetching;
using CenterDirectory.Importers.Fetching.Unpacking;
using CenterDirectory.Importers.Manifests;
using CenterDirectory.Importers.Mapping;
using CenterDirectory.Importers.Validation;

namespace CenterDirectory.Importers.Records;

/// <summary>Brings the bytes of a table, or says why there are none.</summary>
/// <param name="table">The table.</param>
/// <param name="path">A file to read in place of its own, or null.</param>
/// <param name="cancellationToken">Ends it.</param>
internal delegate ValueTask<FetchedFeed> FetchTable(FeedTable table, string? path, CancellationToken cancellationToken);

/// <summary>Fetch, read, map, validate: the way of a feed from its bytes to records.</summary>
/// <param name="manifest">The feed.</param>
/// <param name="fetch">Brings the bytes of a table.</param>
/// <param name="limits">How much an archive may unpack to.</param>
/// <param name="file">A file to read in place of the source, or null.</param>
[SuppressMessage("Naming", "CA1711", Justification = "See IRecordStream.")]
internal sealed class FeedRecordStream(FeedManifest manifest, FetchTable fetch, UnpackLimits limits, string? file = null) : IRecordStream
{
    private readonly RunChecks checks = new();

    public RecordCounts Counts { get; } = new();

    /// <summary>Sees each row as it is read; may be null.</summary>
    public RowWatch? Watch { get; init; }

    public FeedFailure? Failure { get; private set; }

    public async IAsyncEnumerable<ImportRecord> ReadAsync(IssueSink issues, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var shared = file is null || manifest.Tables.Count == 1 ? null : new SharedFile(manifest, file);
        foreach (var table in manifest.Tables)
        {
            var (part, path, failure) = shared is null ? (table, file, null) : await shared.PartOfAsync(table, cancellationToken);
            Failure ??= failure;
            if (Failure is not null)
            {
                yield break;
            }

            await foreach (var record in ReadTableAsync(part, path, issues, cancellationToken))
            {
                yield return record;
            }
        }
    }

    private async IAsyncEnumerable<ImportRecord> ReadTableAsync(
        FeedTable table, string? path, IssueSink issues, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await using var fetched = await fetch(table, path, cancellationToken);
        if (!fetched.IsFetched)
        {
            // A file that the caller named is no fault of the manifest.
            Failure = path is null ? fetched.Failure!.At($"{manifest.File}:{table.Line}") : fetched.Failure;
            yield break;
        }

        var compiled = TableCompiler.Compile(table, manifest.Lookups, Unexpected);
        var reader = new FeedTableReader(compiled, new Unpacker(limits), checks, Counts, issues) { IsForeign = path is not null, Watch = Watch };
        await foreach (var record in reader.ReadAsync(fetched.Content, fetched.Name, cancellationToken))
        {
            yield return record;
        }

        Failure = reader.Failure;
    }

    // A manifest is compiled when it is loaded; one with problems never gets here.
    private void Unexpected(int line, string ru, string en) =>
        throw new InvalidOperationException($"{manifest.File}:{line}: {en}");
}
