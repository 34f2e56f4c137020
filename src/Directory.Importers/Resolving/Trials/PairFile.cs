using System.Text.Json;
using CenterDirectory.Data;
using CenterDirectory.Data.Values;
using CenterDirectory.Importers.Formats;
using CenterDirectory.Importers.Manifests;

namespace CenterDirectory.Importers.Resolving.Trials;

/// <summary>
/// Reads labelled pairs: a table (CSV, TSV, workbook) with one pair a row, or JSON, an array or a line for each pair. Columns are told by their
/// names; in JSON the names of nested properties are put together.
/// </summary>
public static class PairFile
{
    private const char OfLists = '|';

    /// <summary>The pairs of a file.</summary>
    /// <exception cref="PairFileException">It holds no pairs, or a verdict that cannot be understood.</exception>
    public static async Task<IReadOnlyList<LabelledPair>> ReadAsync(string path, CancellationToken cancellationToken)
    {
        await using var file = File.OpenRead(path);
        var rows = Path.GetExtension(path).ToLowerInvariant() is ".json" or ".ndjson" or ".jsonl"
            ? await DocumentsAsync(file, cancellationToken)
            : await TableAsync(file, Path.GetExtension(path).TrimStart('.').ToLowerInvariant(), cancellationToken);
        return rows.Count > 0 ? [.. rows.Select(Pair)] : throw new PairFileException($"{path}: no pairs");
    }

    private static LabelledPair Pair((int Row, List<(string Column, string Text)> Cells) row)
    {
        var sides = new[] { new Dictionary<string, object>(), [], [] };
        foreach (var (name, text) in row.Cells)
        {
            if (PairColumn.Of(name) is { } column)
            {
                Add(sides[column.Side], column.Field, text);
            }
        }

        var (pair, a, b) = (sides[0], sides[1], sides[2]);
        if (a.Count == 0 || b.Count == 0)
        {
            throw new PairFileException($"Row {row.Row}: two records are expected, with columns such as name1, ogrn1, inn1, territory1, address1, name2, …");
        }

        var verdict = pair.GetValueOrDefault(PairColumn.Verdict) as string ?? "";
        return PairColumn.IsSame(verdict) is { } isSame
            ? new LabelledPair(row.Row, isSame, pair.GetValueOrDefault(PairColumn.About) as string ?? "", Payload(a), Payload(b))
            : throw new PairFileException($"Row {row.Row}: «{verdict}» is neither «same» nor «different» (column verdict)");
    }

    private static void Add(Dictionary<string, object> side, string field, string text)
    {
        switch (field)
        {
            case PairColumn.Phone or PairColumn.Email:
                var kind = field == PairColumn.Phone ? ContactKind.Phone : ContactKind.Email;
                var contacts = side.TryGetValue("contacts", out var known) ? (List<object>)known : [];
                contacts.Add(new { kind = kind.ToString(), value = text });
                side["contacts"] = contacts;
                break;
            case PairColumn.Town:
                side["address"] = new { locality = text };
                break;
            case "aliases":
                side[field] = text.Split(OfLists, StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
                break;
            case "ogrn" or "inn":
                side.TryAdd(field, NumberOf(text));
                break;
            case PairColumn.Site:
                side["website"] = text;
                break;
            default:
                side.TryAdd(field, text);
                break;
        }
    }

    /// <summary>«ОГРН 102…», «550…/550101001», «102….0»: the digits that come first, as a manifest would take them.</summary>
    private static string NumberOf(string text) => string.Concat(text.SkipWhile(symbol => !char.IsAsciiDigit(symbol)).TakeWhile(symbol => char.IsAsciiDigit(symbol) || char.IsWhiteSpace(symbol)));

    private static ReadOnlyMemory<byte> Payload(Dictionary<string, object> fields) => JsonSerializer.SerializeToUtf8Bytes(fields, DirectoryJson.Options);

    private static async Task<List<(int, List<(string, string)>)>> TableAsync(FileStream file, string format, CancellationToken cancellationToken)
    {
        format = FeedFormats.Knows(format) ? format : "csv";
        await using var table = await FeedFormats.Reader(format).OpenAsync(file, new FeedLocation { Format = format }, cancellationToken);
        List<(int, List<(string, string)>)> rows = [];
        await foreach (var row in table.ReadAsync(cancellationToken))
        {
            List<(string, string)> cells = [];
            for (var at = 0; at < table.Columns.Count; at++)
            {
                if (row[at] is { } text)
                {
                    cells.Add((table.Columns[at], text));
                }
            }

            rows.Add((row.Row, cells));
        }

        return table.Failure is { } failure ? throw new PairFileException($"{file.Name}: {failure.Message.En}") : rows;
    }

    private static async Task<List<(int, List<(string, string)>)>> DocumentsAsync(FileStream file, CancellationToken cancellationToken)
    {
        List<(int, List<(string, string)>)> rows = [];
        using var reader = new StreamReader(file);
        var text = await reader.ReadToEndAsync(cancellationToken);
        try
        {
            foreach (var document in text.TrimStart().StartsWith('[') ? [text] : text.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
            {
                using var parsed = JsonDocument.Parse(document);
                foreach (var pair in parsed.RootElement.ValueKind == JsonValueKind.Array ? [.. parsed.RootElement.EnumerateArray()] : new[] { parsed.RootElement })
                {
                    List<(string, string)> cells = [];
                    Flatten("", pair, cells);
                    rows.Add((rows.Count + 1, cells));
                }
            }
        }
        catch (JsonException error)
        {
            throw new PairFileException($"{file.Name}: {error.Message}");
        }

        return rows;
    }

    private static void Flatten(string name, JsonElement element, List<(string, string)> cells)
    {
        switch (element.ValueKind)
        {
            case JsonValueKind.Object:
                foreach (var property in element.EnumerateObject())
                {
                    Flatten($"{name} {property.Name}", property.Value, cells);
                }

                break;
            case JsonValueKind.Array:
                cells.Add((name, string.Join(OfLists, element.EnumerateArray().Select(item => item.ToString()))));
                break;
            case JsonValueKind.Null or JsonValueKind.Undefined:
                break;
            default:
                if (element.ToString() is { Length: > 0 } text)
                {
                    cells.Add((name, text));
                }

                break;
        }
    }
}
