using System.Buffers;
using CenterDirectory.Data.Values;
using CenterDirectory.Importers.Formats.Tables;
using CenterDirectory.Importers.Records;
using CsvHelper;

namespace CenterDirectory.Importers.Formats.Delimited;

/// <summary>The rows of one delimited text.</summary>
internal sealed class DelimitedRows(TextReading reading) : ICellRows
{
    /// <summary>Bytes of UTF-8 that are or begin no white space: visible ASCII, and what begins the letters from À to the end of Arabic.</summary>
    private static readonly SearchValues<byte> Visible = SearchValues.Create(
        [.. Enumerable.Range(0x21, 0x7E - 0x20).Concat(Enumerable.Range(0xC3, 0xDF - 0xC2)).Select(value => (byte)value)]);

    private readonly List<FeedRemark> remarks = [];
    private Func<int, string>? readCell;
    private CellBytes? lookAtCell;
    private StreamReader? text;
    private CsvReader? csv;
    private bool isDamaged;

    public FeedFailure? Failure { get; private set; }

    public IReadOnlyList<FeedRemark> Remarks => remarks;

    public bool IsGrid => false;

    public void Open(Stream content, CsvReaderOptions options)
    {
        remarks.AddRange(reading.Remarks());
        if (reading.IsPlainUtf8)
        {
            // The reader works on UTF-8: decoding everything for it to encode again took a fifth of an import without news.
            csv = CsvReader.Create(content, options, leaveOpen: true);
            return;
        }

        text = reading.Open(content);
        csv = CsvReader.Create(text, options, leaveOpen: true);
    }

    /// <summary>Most rows are in the buffer already: they are taken without the machinery of waiting.</summary>
    public ValueTask<bool> ReadAsync(FeedRow row, CancellationToken cancellationToken)
    {
        ValueTask<bool> reading;
        try
        {
            reading = csv!.ReadAsync(cancellationToken);
        }
        catch (CsvFormatException error)
        {
            Fail(error);
            return ValueTask.FromResult(false);
        }

        return reading.IsCompletedSuccessfully ? ValueTask.FromResult(Take(reading.Result, row)) : AwaitAsync(reading, row);
    }

    private async ValueTask<bool> AwaitAsync(ValueTask<bool> reading, FeedRow row)
    {
        try
        {
            return Take(await reading, row);
        }
        catch (CsvFormatException error)
        {
            Fail(error);
            return false;
        }
    }

    private bool Take(bool isRead, FeedRow row)
    {
        if (!isRead || Failure is not null)
        {
            return false;
        }

        var count = csv!.FieldCount;
        if (SaysSomething(count))
        {
            row.BeginUnread(Line(), count, readCell ??= ReadCell, lookAtCell ??= LookAtCell);
            return true;
        }

        row.Begin(Line());
        for (var i = 0; i < count; i++)
        {
            row.Add(ReadCell(i));
        }

        return true;
    }

    /// <summary>Whether a cell is seen to say something; if none is, they have to be read to know.</summary>
    private bool SaysSomething(int count)
    {
        for (var i = 0; i < count; i++)
        {
            if (csv!.GetSpan(i).ContainsAny(Visible))
            {
                return true;
            }
        }

        return false;
    }

    public void Spread(FeedRow row)
    {
        // Text knows no merged cells.
    }

    /// <summary>Called for quoting that breaks the rules.</summary>
    public void Note(CsvMalformedRecord record)
    {
        var line = (int)record.LineNumber;
        switch (record.Reason)
        {
            case CsvMalformedReason.UnterminatedQuote:
                Failure = new FeedFailure("quote-unclosed", new LocalizedText(
                    $"Строка {line}: кавычка открыта и не закрыта до конца файла. Закройте её в источнике.",
                    $"Line {line}: a quote is opened and never closed. Close it in the source."));
                break;
            case CsvMalformedReason.TextAfterClosingQuote:
                remarks.Add(new FeedRemark("text-after-quote", line, new LocalizedText(
                    "После закрывающей кавычки стоит текст; он присоединён к значению. Кавычки внутри ячейки удваивают.",
                    "There is text after a closing quote; it was joined to the value. Quotes inside a cell are doubled.")));
                break;
            default:
                // A quote inside an unquoted cell is how most names of organizations are written: text.
                break;
        }
    }

    public ValueTask DisposeAsync()
    {
        csv?.Dispose();
        text?.Dispose();
        return ValueTask.CompletedTask;
    }

    private ReadOnlySpan<byte> LookAtCell(int index) => index < csv!.FieldCount ? csv.GetSpan(index) : default;

    private string ReadCell(int index)
    {
        var cell = csv!.GetString(index);
        if (!isDamaged && cell.Contains('\uFFFD', StringComparison.Ordinal))
        {
            RemarkOnDamage();
        }

        return cell;
    }

    private int Line() => (int)csv!.LineNumber;

    private void Fail(CsvFormatException error) =>
        Failure = new FeedFailure("text-malformed", new LocalizedText(
            $"Строка {error.LineNumber}: таблицу не удалось разобрать дальше; вероятно, не закрыта кавычка.",
            $"Line {error.LineNumber}: the table could not be read on from here; a quote is probably not closed."));

    private void RemarkOnDamage()
    {
        isDamaged = true;
        remarks.Add(new FeedRemark("text-damaged", Line(), new LocalizedText(
            $"Здесь, а возможно и дальше, есть знаки, которых нет в кодировке {reading.Encoding.WebName}. Проверьте «encoding» и сам файл.",
            $"Here, and perhaps further down, are characters that {reading.Encoding.WebName} does not have. Check 'encoding' and the file.")));
    }
}
