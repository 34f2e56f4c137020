using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;
using CenterDirectory.Importers.Fetching;
using CenterDirectory.Importers.Fetching.Unpacking;
using CenterDirectory.Importers.Manifests;
using CenterDirectory.Importers.Mapping;
using CenterDirectory.Importers.Validation;

namespace CenterDirectory.Importers.Records;

/// <summary>Read, map, validate: the way of a feed from its bytes to records.</summary>
/// <param name="manifest">The feed.</param>
/// <param name="release">Its bytes.</param>
/// <param name="limits">How much an archive may unpack to.</param>
[SuppressMessage("Naming", "CA1711", Justification = "See IRecordStream.")]
internal sealed class FeedRecordStream(FeedManifest manifest, Release release, UnpackLimits limits) : IRecordStream
{
    public RecordCounts Counts { get; } = new();

    /// <summary>Sees each row as it is read; may be null.</summary>
    public RowWatch? Watch { get; init; }

    /// <summary>Rows that need not be read again; null if all have to be.</summary>
    public IKnownRows? Known { get; init; }

    public FeedFailure? Failure { get; private set; }

    public async IAsyncEnumerable<ImportRecord> ReadAsync(IssueSink issues, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var checks = new RunChecks(Known);
        var shared = release.ForeignFile is not { } file || manifest.Tables.Count == 1 ? null : new SharedFile(manifest, file);
        foreach (var table in manifest.Tables)
        {
            var (part, _, failure) = shared is null ? (table, null, null) : await shared.PartOfAsync(table, cancellationToken);
            Failure ??= failure;
            if (Failure is not null)
            {
                yield break;
            }

            await foreach (var record in ReadTableAsync(part, checks, issues, cancellationToken))
            {
                yield return record;
            }
        }
    }

    private async IAsyncEnumerable<ImportRecord> ReadTableAsync(
        FeedTable table, RunChecks checks, IssueSink issues, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await using var bytes = release.Open(table);
        var compiled = TableCompiler.Compile(table, manifest.Lookups, Unexpected);
        var reader = new FeedTableReader(compiled, new Unpacker(limits), checks, Counts, issues)
        {
            IsForeign = release.ForeignFile is not null, Watch = Watch, Known = Known, Survey = bytes.Survey,
        };
        await foreach (var record in reader.ReadAsync(bytes.Content!, bytes.Name, cancellationToken))
        {
            yield return record;
        }

        Failure = reader.Failure;
    }

    // A manifest is compiled when it is loaded; one with problems never gets here.
    private void Unexpected(int line, string ru, string en) =>
        throw new InvalidOperationException($"{manifest.File}:{line}: {en}");
}
