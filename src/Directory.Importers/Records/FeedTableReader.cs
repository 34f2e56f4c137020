using System.Runtime.CompilerServices;
using CenterDirectory.Data.Values;
using CenterDirectory.Importers.Fetching.Unpacking;
using CenterDirectory.Importers.Formats;
using CenterDirectory.Importers.Formats.Paths;
using CenterDirectory.Importers.Manifests;
using CenterDirectory.Importers.Mapping;
using CenterDirectory.Importers.Validation;

namespace CenterDirectory.Importers.Records;

/// <summary>Sees a row of a table; the row is reused.</summary>
internal delegate void RowWatch(string table, FeedRow row);

/// <summary>Turns the bytes of one table into records: all files of an archive one after another, as if they were one.</summary>
internal sealed class FeedTableReader(CompiledTable compiled, Unpacker unpacker, RunChecks checks, RecordCounts counts, IssueSink issues)
{
    private readonly HashSet<string> told = new(StringComparer.Ordinal);
    private readonly PathUse paths = FeedFormats.PathsOf(compiled.Table.Source.Format) != PathStyle.None ? new PathUse(compiled.Columns) : PathUse.None;

    public FeedFailure? Failure { get; private set; }

    /// <summary>Whether the bytes are not those that the manifest describes but a file that somebody named.</summary>
    public bool IsForeign { get; init; }

    /// <summary>Sees each row as it is read; may be null.</summary>
    public RowWatch? Watch { get; init; }

    /// <summary>Rows that need not be read again; null if all have to be.</summary>
    public IKnownRows? Known { get; init; }

    /// <summary>What is known of the encoding of the bytes; null if nobody has looked through them yet.</summary>
    public EncodingSurvey? Survey { get; init; }

    public async IAsyncEnumerable<ImportRecord> ReadAsync(
        Stream content, string name, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var versions = compiled.Table.Repeated == RepeatedRows.Last ? await IndexAsync(content, name, cancellationToken) : null;
        if (Failure is not null)
        {
            yield break;
        }

        await foreach (var (mapper, row) in RowsAsync(content, name, counts, issues, versions, cancellationToken))
        {
            if (mapper.Map(row) is { } record)
            {
                yield return record;
            }
        }

        if (Failure is null)
        {
            WarnOfPaths();
        }
    }

    private void WarnOfPaths()
    {
        if (paths.Unseen() is { } unseen)
        {
            Warn(unseen, compiled.Table.Name, issues);
        }

        foreach (var other in paths.Others.Except(compiled.Table.Ignore))
        {
            issues.Add(IssueRules.ColumnUnused.For(other, $"«{other}»").At(compiled.Table.Name, null));
        }
    }

    private static void Warn(FeedRemark remark, string table, IssueSink issues) =>
        issues.Add(new RecordIssue(IssueSeverity.Warning, remark.Code, table, remark.Row, null, remark.Message));

    /// <summary>A first pass for tables of versions, since which is the last one shows only at the end.</summary>
    private async ValueTask<RecordVersions> IndexAsync(Stream content, string name, CancellationToken cancellationToken)
    {
        var versions = new RecordVersions();
        await foreach (var (mapper, row) in RowsAsync(content, name, new RecordCounts(), new IssueSink(), null, cancellationToken))
        {
            versions.Note(mapper.IdentityOf(row));
        }

        told.Clear();
        versions.Rewind();
        return versions;
    }

    private async IAsyncEnumerable<(RecordMapper Mapper, FeedRow Row)> RowsAsync(
        Stream content, string name, RecordCounts counted, IssueSink sink, RecordVersions? versions,
        [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await foreach (var part in unpacker.OpenAsync(content, name, compiled.Table.Source, cancellationToken))
        {
            await using (part)
            {
                if (!part.IsOpen)
                {
                    Failure = part.Failure!.At(part.Name);
                    yield break;
                }

                var location = await LocationOfAsync(part, cancellationToken);
                await using var rows = await FeedFormats.Reader(location.Format).OpenAsync(part.Content, location, cancellationToken);
                using var mapper = Bind(part, rows, counted, sink, versions);
                if (mapper is null)
                {
                    yield break;
                }

                await foreach (var row in rows.ReadAsync(cancellationToken))
                {
                    Watch?.Invoke(NameOf(part), row);
                    yield return (mapper, row);
                }

                Failure = rows.Failure?.At(part.Name);
                foreach (var remark in rows.Remarks)
                {
                    Warn(remark, NameOf(part), sink);
                }
            }

            if (Failure is not null)
            {
                yield break;
            }
        }
    }

    private RecordMapper? Bind(FeedPart part, IFeedRows rows, RecordCounts counted, IssueSink sink, RecordVersions? versions)
    {
        Failure = rows.Failure?.At(part.Name);
        if (Failure is not null)
        {
            return null;
        }

        var named = compiled with { Table = compiled.Table with { Name = NameOf(part) } };
        (var cells, Failure) = ColumnBinding.Bind(named, rows, part.Name, told, sink);
        return Failure is null ? new RecordMapper(named, cells, rows.Columns.Count, checks, counted, sink, versions) { Known = Known } : null;
    }

    /// <summary>Of several files it must be said in which one a row stands.</summary>
    private string NameOf(FeedPart part) =>
        part.Member is null || compiled.Table.Source.Member is null ? compiled.Table.Name : $"{compiled.Table.Name} {part.Member}";

    private async ValueTask<FeedLocation> LocationOfAsync(FeedPart part, CancellationToken cancellationToken)
    {
        // What comes out of an archive are other bytes than those that were looked through.
        var location = compiled.Table.Source with { Paths = paths, Survey = part.Member is null ? Survey : null };
        return IsForeign ? await ForeignFormat.OfAsync(location, part, cancellationToken) : location;
    }
}
