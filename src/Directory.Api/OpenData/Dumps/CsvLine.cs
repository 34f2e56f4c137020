using System.Buffers;
using System.Text;

namespace CenterDirectory.Api.OpenData.Dumps;

/// <summary>Writes lines of CSV (RFC 4180): commas, quotes only where they are needed, CR LF at the end.</summary>
internal static class CsvLine
{
    private static readonly SearchValues<char> Quoted = SearchValues.Create(",\"\r\n");

    /// <summary>One line; an empty text and a text that nobody stated look alike.</summary>
    public static byte[] Of(IEnumerable<string?> cells)
    {
        var line = new StringBuilder();
        foreach (var cell in cells)
        {
            line.Append(line.Length == 0 ? "" : ",").Append(Quote(cell ?? ""));
        }

        return Encoding.UTF8.GetBytes(line.Append("\r\n").ToString());
    }

    private static string Quote(string cell) =>
        cell.AsSpan().ContainsAny(Quoted) ? $"\"{cell.Replace("\"", "\"\"", StringComparison.Ordinal)}\"" : cell;
}
