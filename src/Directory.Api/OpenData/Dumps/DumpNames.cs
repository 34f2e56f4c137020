namespace CenterDirectory.Api.OpenData.Dumps;

/// <summary>Names of files in a dump.</summary>
internal static class DumpNames
{
    /// <summary>Every record of every type, one after the other.</summary>
    public const string All = "all.ndjson";

    /// <summary>What is in the dump: a data package of Frictionless.</summary>
    public const string Package = "datapackage.json";

    /// <summary>Hashes in the form that <c>sha256sum --check</c> reads.</summary>
    public const string Hashes = "sha256sums.txt";

    /// <summary>Extension of a table of records, one a line.</summary>
    public const string Lines = ".ndjson";

    /// <summary>Extension of a table for spreadsheets and statistics.</summary>
    public const string Table = ".csv";

    /// <summary>Extension of what is packed by gzip.</summary>
    public const string Packed = ".gz";

    /// <summary>The media type of a file.</summary>
    public static string MediaType(string name) => Path.GetExtension(name) switch
    {
        Lines => "application/x-ndjson",
        Table => "text/csv; charset=utf-8",
        Packed => "application/gzip",
        ".json" => "application/json",
        _ => "text/plain; charset=utf-8",
    };
}
