using System.Text;
using CenterDirectory.Importers.Formats;
using CenterDirectory.Importers.Manifests;

namespace CenterDirectory.Importers.Tests.Formats;

/// <summary>Reads bytes by one reader and shows what came of it.</summary>
internal static class Reading
{
    public static Task<Read> ReadAsync(string text, FeedLocation location) => ReadAsync(Encoding.UTF8.GetBytes(text), location);

    public static async Task<Read> ReadAsync(byte[] bytes, FeedLocation location)
    {
        await using var rows = await FeedFormats.Reader(location.Format)
            .OpenAsync(new MemoryStream(bytes), location, TestContext.Current.CancellationToken);
        var lines = new List<string>();
        await foreach (var row in rows.ReadAsync(TestContext.Current.CancellationToken))
        {
            var cells = Enumerable.Range(0, row.Count).Select(index => row[index]);
            lines.Add($"{row.Row}: {string.Join('|', cells)}".ReplaceLineEndings("⏎"));
        }

        return new Read(rows.Columns, rows.HeaderRow, lines, rows.Failure?.Code, rows.Failure?.Message.En, [.. rows.Remarks.Append(location.Paths.Unseen()).OfType<FeedRemark>().Select(remark => remark.Code)]);
    }
}

/// <summary>What came of reading.</summary>
internal sealed record Read(
    IReadOnlyList<string> Columns, int HeaderRow, IReadOnlyList<string> Rows, string? Failure, string? Message, IReadOnlyList<string> Remarks);
