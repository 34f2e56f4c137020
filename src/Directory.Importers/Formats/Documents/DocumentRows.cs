using System.Runtime.CompilerServices;
using System.Text;
using System.Text.Json;
using CenterDirectory.Data.Values;
using CenterDirectory.Importers.Formats.Paths;
using CenterDirectory.Importers.Records;

namespace CenterDirectory.Importers.Formats.Documents;

/// <summary>The records of one JSON text, one in memory at a time.</summary>
internal sealed class DocumentRows : IFeedRows
{
    private const int BlockSize = 64 * 1024;
    private const int MaxRecordBytes = 8 * 1024 * 1024;

    // Enough to see what the publisher says besides what is mapped; all of a release would cost a string a property.
    private const int Observed = 1_000;

    private readonly DocumentScanner scanner;
    private readonly Stream content;
    private readonly PathNode root;
    private readonly RecordValues values;
    private readonly PathUse paths;
    private readonly IReadOnlyList<FeedRemark> remarks;
    private readonly FeedRow row = new();
    private byte[] buffer = new byte[BlockSize];
    private int start;
    private int end;
    private bool isLast;
    private bool isBegun;
    private int number;
    private int damaged;

    public DocumentRows(DocumentScanner scanner, Stream content, PathUse paths, IEnumerable<RecordPath> columns, IReadOnlyList<FeedRemark> remarks)
    {
        (this.scanner, this.content, this.paths, this.remarks, Columns) = (scanner, content, paths, remarks, paths.Columns);
        values = new RecordValues(paths);
        root = PathNode.Of(columns);
    }

    public IReadOnlyList<string> Columns { get; }

    public int HeaderRow => 1;

    public FeedFailure? Failure { get; private set; }

    public IReadOnlyList<FeedRemark> Remarks => Damage() is { } damage ? [.. remarks, damage] : remarks;

    public async IAsyncEnumerable<FeedRow> ReadAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        while (Failure is null)
        {
            switch (Scan())
            {
                case ScanStep.Record when values.IsTooLong:
                    Failure = TooLong();
                    break;
                case ScanStep.Record:
                    values.Fill(row, ++number);
                    yield return row;
                    break;
                case ScanStep.Starved:
                    await FillAsync(cancellationToken);
                    break;
                default:
                    Failure ??= scanner.IsPlaceFound ? null : Missing();
                    yield break;
            }
        }
    }

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    private ScanStep Scan()
    {
        try
        {
            var bytes = buffer.AsSpan(start, end - start);
            var step = scanner.Scan(bytes, isLast, out var consumed, out var record);
            if (step == ScanStep.Record)
            {
                Take(bytes[record]);
            }

            start += consumed;
            return step;
        }
        catch (JsonException error)
        {
            Failure = new FeedFailure("document-malformed", new LocalizedText(
                $"После записи {number} JSON нарушен или обрывается (строка {error.LineNumber + 1}). Исправьте его в источнике.",
                $"After record {number} the JSON is damaged or breaks off (line {error.LineNumber + 1}). Mend it in the source."));
            return ScanStep.End;
        }
    }

    private async ValueTask FillAsync(CancellationToken cancellationToken)
    {
        if (start > 0)
        {
            buffer.AsSpan(start, end - start).CopyTo(buffer);
            (start, end) = (0, end - start);
        }

        if (end == buffer.Length)
        {
            if (buffer.Length >= MaxRecordBytes)
            {
                Failure = TooLong();
                return;
            }

            Array.Resize(ref buffer, buffer.Length * 2);
        }

        var read = await content.ReadAtLeastAsync(buffer.AsMemory(end), buffer.Length - end, throwOnEndOfStream: false, cancellationToken);
        isLast = read < buffer.Length - end;
        end += read;
        if (!isBegun)
        {
            isBegun = true;
            start = buffer.AsSpan(0, end).StartsWith("\uFEFF"u8) ? 3 : 0;
        }
    }

    private void Take(ReadOnlySpan<byte> record)
    {
        values.Begin();
        var reader = new Utf8JsonReader(record);
        if (reader.Read())
        {
            Take(ref reader, root);
        }
    }

    private void Take(ref Utf8JsonReader reader, PathNode node)
    {
        switch (reader.TokenType)
        {
            case JsonTokenType.StartObject:
                while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
                {
                    var child = Find(node, ref reader);
                    if (child is null && node == root && number < Observed)
                    {
                        paths.NoteOther(Encoding.UTF8.GetString(reader.ValueSpan));
                    }

                    reader.Read();
                    if (child is null)
                    {
                        reader.Skip();
                    }
                    else
                    {
                        Take(ref reader, child);
                    }
                }

                break;
            case JsonTokenType.StartArray:
                while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
                {
                    Take(ref reader, node);
                }

                break;
            case not JsonTokenType.Null when node.Slot >= 0:
                values.Add(node.Slot, Text(ref reader));
                break;
        }
    }

    private static PathNode? Find(PathNode node, ref Utf8JsonReader reader)
    {
        foreach (var child in node.Children)
        {
            if (reader.IsCalled(child.Utf8Name))
            {
                return child;
            }
        }

        return null;
    }

    private string Text(ref Utf8JsonReader reader)
    {
        if (reader.TokenType != JsonTokenType.String)
        {
            return Encoding.UTF8.GetString(reader.ValueSpan);
        }

        try
        {
            return CellText.Trim(reader.GetString()!);
        }
        catch (InvalidOperationException)
        {
            // Half of a surrogate pair, or bytes that are no UTF-8: the value cannot be told.
            damaged = damaged == 0 ? number + 1 : damaged;
            return "";
        }
    }

    private FeedRemark? Damage() => damaged == 0 ? null : new FeedRemark("text-damaged", damaged, new LocalizedText(
        "Здесь, а возможно и дальше, есть значения, которые не читаются как текст; они пропущены.",
        "Here, and perhaps further down, are values that cannot be read as text; they were left out."));

    private static FeedFailure TooLong() => new("record-too-long", new LocalizedText(
        "Запись длиннее, чем бывает в реестрах. Назовите в «records» путь к списку записей.",
        "A record is longer than any registry has. Name the path to the list of records in 'records'."));

    private static FeedFailure Missing() => new("records-missing", new LocalizedText(
        "В документе нет пути «records». Откройте файл и поправьте манифест.",
        "The document lacks the path 'records'. Open the file and mend the manifest."));
}
