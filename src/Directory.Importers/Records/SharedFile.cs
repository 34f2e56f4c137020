using System.Globalization;
using CenterDirectory.Data.Values;
using CenterDirectory.Importers.Formats;
using CenterDirectory.Importers.Manifests;

namespace CenterDirectory.Importers.Records;

/// <summary>
/// What somebody names in place of several tables: a folder with their files, an archive of them, a workbook with their sheets in the
/// same order, a JSON object with a list each. Tables of one file share its part.
/// </summary>
internal sealed class SharedFile(FeedManifest manifest, string file)
{
    private readonly string[] names = [.. manifest.Tables.Select(NameOf).Distinct(StringComparer.OrdinalIgnoreCase)];
    private ContentKind? kind;

    /// <summary>The table as it stands in the file, and the path to read; or why there is no such part.</summary>
    public async ValueTask<(FeedTable Table, string? Path, FeedFailure? Failure)> PartOfAsync(FeedTable table, CancellationToken cancellationToken)
    {
        var source = table.Source;
        if (System.IO.Directory.Exists(file))
        {
            return source.File is { } own ? (table, Path.Combine(file, Path.GetFileName(own)), null) : (table, null, NoPart());
        }

        // All tables read the same file of the source, so they read the same one in its place.
        if (names.Length == 1)
        {
            return (table, file, null);
        }

        // Tables that say themselves which part of a file they are, as those of HSDS do, go on saying so.
        if (source.Records is not null || source.Sheet is not null || source.Member is not null)
        {
            return (table, file, null);
        }

        var name = NameOf(table);
        var part = (kind ??= await KindAsync(cancellationToken)) switch
        {
            ContentKind.Workbook or ContentKind.CompoundFile => source with
            {
                Format = "xlsx", Sheet = (Array.IndexOf(names, name) + 1).ToString(CultureInfo.InvariantCulture), Delimiter = null, Encoding = null,
            },
            ContentKind.Document => source with { Format = "json", Records = name, HasPlainNames = true, Delimiter = null, Encoding = null },
            ContentKind.Zip => source with { Member = $"*{name}.*" },
            _ => null,
        };
        return part is null ? (table, null, NoPart()) : (table with { Source = part }, file, null);
    }

    private static string NameOf(FeedTable table) => Path.GetFileNameWithoutExtension(table.Source.File ?? table.Name);

    private async ValueTask<ContentKind> KindAsync(CancellationToken cancellationToken)
    {
        if (!File.Exists(file))
        {
            // Whoever opens it says that it is not there.
            return ContentKind.Zip;
        }

        await using var content = File.OpenRead(file);
        return (await ContentSniffing.FindAsync(content, cancellationToken)).Kind;
    }

    private FeedFailure NoPart()
    {
        var known = string.Join(", ", names);
        return new FeedFailure("from-needs-one-table", new LocalizedText(
            $"У источника {manifest.Key} несколько таблиц ({known}). Один файл (--from) заменит их, если это папка или архив ZIP с такими файлами, "
            + "книга с листами в том же порядке или JSON со списком для каждой.",
            $"The source {manifest.Key} has several tables ({known}). One file (--from) stands for them if it is a folder or ZIP archive of such files, "
            + "a workbook with sheets in the same order, or JSON with a list for each."));
    }
}
