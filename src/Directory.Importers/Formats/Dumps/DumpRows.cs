using System.Runtime.CompilerServices;
using System.Text;
using System.Text.Json;
using CenterDirectory.Data.Values;
using CenterDirectory.Importers.Records;

namespace CenterDirectory.Importers.Formats.Dumps;

/// <summary>The lines of one kind, one in memory at a time: a cell is a text, or the JSON of a list or object.</summary>
internal sealed class DumpRows : IFeedRows
{
    private const int LongestLine = 8 * 1024 * 1024;

    private readonly string kind;
    private readonly BoundedLines lines;
    private readonly FeedRow row = new();
    private readonly string[] properties;

    public DumpRows(RecordSchema schema, Stream content)
    {
        kind = schema.Kind;
        lines = new BoundedLines(new StreamReader(content, new UTF8Encoding(false), detectEncodingFromByteOrderMarks: true, leaveOpen: true), LongestLine);
        Columns = ["id", .. schema.Fields.Select(field => field.Name)];
        properties = [.. Columns];
    }

    public IReadOnlyList<string> Columns { get; }

    public int HeaderRow => 1;

    public FeedFailure? Failure { get; private set; }

    public IReadOnlyList<FeedRemark> Remarks => [];

    public async IAsyncEnumerable<FeedRow> ReadAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        while (await lines.NextAsync(cancellationToken) is { } line)
        {
            if (!Fill(line))
            {
                continue;
            }

            yield return row;
        }

        if (lines.IsTooLong)
        {
            Failure ??= new FeedFailure("record-too-large", new LocalizedText(
                $"Строка {lines.Number + 1} длиннее 8 млн знаков: это не выгрузка.", $"Line {lines.Number + 1} is longer than 8 million characters: this is no dump."));
        }
    }

    public ValueTask DisposeAsync()
    {
        lines.Dispose();
        return ValueTask.CompletedTask;
    }

    /// <summary>Whether the line is a record of the kind, or damaged: a row without an id is told of as such.</summary>
    private bool Fill(string line)
    {
        row.Begin(lines.Number);
        if (line.AsSpan().Trim().IsEmpty)
        {
            return false;
        }

        using var document = Parse(line);
        if (document is null)
        {
            row.Add(" ");
            row.Pad(properties.Length);
            return true;
        }

        var record = document.RootElement;
        if (!record.TryGetProperty("type", out var type) || type.ValueKind != JsonValueKind.String || !type.ValueEquals(kind))
        {
            return false;
        }

        foreach (var property in properties)
        {
            row.Add(TextOf(record, property));
        }

        return true;
    }

    /// <summary>What a source states may be less than what the dump shows: centers also offer what their services do.</summary>
    private static string TextOf(JsonElement record, string property)
    {
        var stated = $"stated{char.ToUpperInvariant(property[0])}{property[1..]}";
        if (record.TryGetProperty(stated, out var value))
        {
            return value.GetRawText();
        }

        return !record.TryGetProperty(property, out value) || IsDerived(record, property) ? "" : value.ValueKind switch
        {
            JsonValueKind.String => value.GetString()!,
            JsonValueKind.Null => "",
            _ => value.GetRawText(),
        };
    }

    private static bool IsDerived(JsonElement record, string property) =>
        property is "supportKinds" or "audiences" && record.GetProperty("type").ValueEquals("Center");

    private static JsonDocument? Parse(string line)
    {
        try
        {
            var document = JsonText.Parse(line);
            if (document.RootElement.ValueKind == JsonValueKind.Object)
            {
                return document;
            }

            document.Dispose();
        }
        catch (JsonException)
        {
            // Told as a row without an id.
        }

        return null;
    }

    /// <summary>Lines up to a length: a file without line ends must not fill the memory.</summary>
    private sealed class BoundedLines(StreamReader text, int longest) : IDisposable
    {
        private readonly char[] block = new char[16 * 1024];
        private readonly StringBuilder line = new();
        private int start;
        private int end;

        public int Number { get; private set; }

        public bool IsTooLong { get; private set; }

        public async ValueTask<string?> NextAsync(CancellationToken cancellationToken)
        {
            line.Clear();
            while (!IsTooLong)
            {
                if (start == end)
                {
                    (start, end) = (0, await text.ReadAsync(block, cancellationToken));
                    if (end == 0)
                    {
                        return line.Length == 0 ? null : Take();
                    }
                }

                var rest = block.AsSpan(start, end - start);
                var length = rest.IndexOf('\n');
                line.Append(length < 0 ? rest : rest[..length]);
                start = length < 0 ? end : start + length + 1;
                IsTooLong = line.Length > longest;
                if (length >= 0 && !IsTooLong)
                {
                    return Take();
                }
            }

            return null;
        }

        public void Dispose() => text.Dispose();

        private string Take()
        {
            Number++;
            return line.ToString();
        }
    }
}
