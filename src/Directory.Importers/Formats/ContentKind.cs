using CenterDirectory.Data.Values;

namespace CenterDirectory.Importers.Formats;

/// <summary>What the first bytes of a file say it is.</summary>
internal enum ContentKind
{
    Empty,
    Text,
    Page,
    Markup,
    Document,
    Zip,
    Workbook,
    CompoundFile,
    Gzip,
    Other,
}

/// <summary>A kind of content and its name for people.</summary>
/// <param name="Kind">The kind.</param>
/// <param name="Name">Its name.</param>
internal sealed record FoundContent(ContentKind Kind, LocalizedText Name);
