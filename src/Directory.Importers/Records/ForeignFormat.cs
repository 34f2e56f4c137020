using CenterDirectory.Importers.Fetching.Unpacking;
using CenterDirectory.Importers.Formats;
using CenterDirectory.Importers.Manifests;

namespace CenterDirectory.Importers.Records;

/// <summary>
/// The format of a file that somebody names in place of the source: a table is a table, whether it was saved as text or as a workbook.
/// </summary>
internal static class ForeignFormat
{
    private static readonly string[] Texts = ["csv", "tsv"];
    private static readonly string[] Workbooks = ["xlsx", "xls"];
    private static readonly string[] Documents = ["json", "ndjson"];

    public static async ValueTask<FeedLocation> OfAsync(FeedLocation location, FeedPart part, CancellationToken cancellationToken)
    {
        var extension = FileNames.Extension(part.Name);
        if (Documents.Contains(location.Format))
        {
            return extension is "ndjson" or "jsonl" ? location with { Format = "ndjson", Records = null } : location;
        }

        if (!Texts.Contains(location.Format) && !Workbooks.Contains(location.Format))
        {
            return location;
        }

        var found = (await ContentSniffing.FindAsync(part.Content!, cancellationToken)).Kind;
        var format = found switch
        {
            ContentKind.Workbook or ContentKind.CompoundFile => "xlsx",
            ContentKind.Text when extension == "tsv" => "tsv",
            ContentKind.Text when Workbooks.Contains(location.Format) || extension == "csv" => "csv",
            _ => location.Format,
        };
        // How the publisher's own file is written says nothing about another one.
        return format == location.Format || (Workbooks.Contains(format) && Workbooks.Contains(location.Format))
            ? location
            : location with { Format = format, Delimiter = null, Encoding = null };
    }
}
