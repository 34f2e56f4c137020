using CenterDirectory.Importers.Formats;
using CenterDirectory.Importers.Formats.Paths;

namespace CenterDirectory.Importers.Manifests;

/// <summary>Where the bytes of a table are and how they are written.</summary>
public sealed record FeedLocation
{
    /// <summary>Path relative to the manifest, or null.</summary>
    public string? File { get; init; }

    /// <summary>Address, or null.</summary>
    public Uri? Url { get; init; }

    /// <summary>Address, or path relative to the manifest, of a list or passport of open data, whose newest version is read; or null.</summary>
    public string? OpenData { get; init; }

    /// <summary>Identifier of the data set in a list of open data.</summary>
    public string? Dataset { get; init; }

    /// <summary>Name of the reader, such as <c>csv</c>.</summary>
    public required string Format { get; init; }

    /// <summary>Which files of an archive are read, such as <c>*.xml</c>; null = the only one there is.</summary>
    public string? Member { get; init; }

    /// <summary>Declared encoding; null = detected.</summary>
    public string? Encoding { get; init; }

    /// <summary>Separator of cells; null = the format's own.</summary>
    public char? Delimiter { get; init; }

    /// <summary>Name or number, from 1, of the sheet of a workbook; null = the first one that is not hidden.</summary>
    public string? Sheet { get; init; }

    /// <summary>Whether a row names the columns; without it they are called 1, 2, 3 … unless <see cref="Columns"/> names them.</summary>
    public bool Header { get; init; } = true;

    /// <summary>The rows that name the columns; null = the first that is not empty.</summary>
    public HeaderRows? HeaderRows { get; init; }

    /// <summary>Names of the columns of a table without a header.</summary>
    public IReadOnlyList<string> Columns { get; init; } = [];

    /// <summary>Name of a column in the file → name by which the manifest calls it.</summary>
    public IReadOnlyDictionary<string, string> Rename { get; init; } = new Dictionary<string, string>();

    /// <summary>The column that takes the headings between rows; null = there are none.</summary>
    public string? Heading { get; init; }

    /// <summary>How rows with superfluous separators are read from the right; null = they are not.</summary>
    public RowAnchor? Anchor { get; init; }

    /// <summary>Path to the records of a document; null = its root.</summary>
    public string? Records { get; init; }

    /// <summary>Whether columns and <see cref="Records"/> are names of properties as they stand, although the format reads paths.</summary>
    internal bool HasPlainNames { get; init; }

    /// <summary>The columns that the mapping uses, where columns are paths into a record.</summary>
    internal PathUse Paths { get; init; } = PathUse.None;

    /// <summary>What is known of the encoding of the bytes that are read; null if nobody has looked through them yet.</summary>
    internal EncodingSurvey? Survey { get; init; }
}

/// <summary>The rows that name the columns.</summary>
/// <param name="First">First row, from 1.</param>
/// <param name="Last">Last row.</param>
public sealed record HeaderRows(int First, int Last);

/// <summary>How a row with superfluous separators is read from the right.</summary>
/// <param name="Column">A column to the right of the damage.</param>
/// <param name="Words">Its words: where one of them stands, there is the column.</param>
/// <param name="Wide">The column to which superfluous cells belong.</param>
public sealed record RowAnchor(string Column, IReadOnlyList<string> Words, string Wide);
