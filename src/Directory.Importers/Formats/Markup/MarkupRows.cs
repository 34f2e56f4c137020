using System.Runtime.CompilerServices;
using System.Text;
using System.Xml;
using CenterDirectory.Data.Values;
using CenterDirectory.Importers.Formats.Paths;
using CenterDirectory.Importers.Records;

namespace CenterDirectory.Importers.Formats.Markup;

/// <summary>The records of one XML document, one in memory at a time.</summary>
internal sealed class MarkupRows : IFeedRows
{
    private const int MaxDepth = 128;

    private readonly XmlReader xml;
    private readonly BoundedText text;
    private readonly IReadOnlyList<string> steps;
    private readonly RecordValues values;
    private readonly PathNode?[] nodes = new PathNode?[MaxDepth + 1];
    private readonly FeedRow row = new();
    private readonly StringBuilder pending = new();
    private int pendingSlot = -1;
    private int number;
    private int matched;
    private bool isPlaceFound;
    private string root = "";

    public MarkupRows(XmlReader xml, BoundedText text, IReadOnlyList<string> steps, PathUse paths)
    {
        (this.xml, this.text, this.steps, Columns) = (xml, text, steps, paths.Columns);
        values = new RecordValues(paths);
        nodes[0] = PathNode.Of(paths.Columns.Select(column => RecordPath.Read(column, PathStyle.Markup)));
    }

    public IReadOnlyList<string> Columns { get; }

    public int HeaderRow => 1;

    public FeedFailure? Failure { get; private set; }

    public IReadOnlyList<FeedRemark> Remarks { get; init; } = [];

    public async IAsyncEnumerable<FeedRow> ReadAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        while (Failure is null && await FindRecordAsync(cancellationToken))
        {
            if (await TakeRecordAsync(cancellationToken))
            {
                values.Fill(row, ++number);
                yield return row;
            }
        }

        if (Failure is null && !isPlaceFound)
        {
            Failure = new FeedFailure("records-missing", new LocalizedText(
                $"В документе нет «{string.Join('/', steps)}»: корень называется «{root}». Поправьте «records».",
                $"The document has no '{string.Join('/', steps)}': its root is '{root}'. Mend 'records'."));
        }
    }

    public ValueTask DisposeAsync()
    {
        xml.Dispose();
        text.Dispose();
        return ValueTask.CompletedTask;
    }

    /// <summary>Goes on to the next element at the path of the records.</summary>
    private async ValueTask<bool> FindRecordAsync(CancellationToken cancellationToken)
    {
        while (await AdvanceAsync(cancellationToken))
        {
            var depth = xml.Depth;
            if (xml.NodeType == XmlNodeType.EndElement)
            {
                matched = Math.Min(matched, depth);
            }

            if (xml.NodeType != XmlNodeType.Element)
            {
                continue;
            }

            root = depth == 0 ? xml.LocalName : root;
            matched = Math.Min(matched, depth);
            if (matched == depth && depth < steps.Count && xml.LocalName == steps[depth])
            {
                matched++;
            }

            // An empty list is no error, a wrong path is.
            isPlaceFound |= matched >= Math.Max(1, steps.Count - 1);
            if (matched == steps.Count && depth == Math.Max(0, steps.Count - 1))
            {
                matched = depth;
                return true;
            }
        }

        return false;
    }

    private async ValueTask<bool> TakeRecordAsync(CancellationToken cancellationToken)
    {
        var start = xml.Depth;
        isPlaceFound = true;
        values.Begin();
        TakeAttributes(nodes[0]!);
        if (xml.IsEmptyElement)
        {
            return true;
        }

        while (await AdvanceAsync(cancellationToken))
        {
            var level = xml.Depth - start;
            switch (xml.NodeType)
            {
                case XmlNodeType.EndElement:
                    EndText();
                    if (level == 0)
                    {
                        return !Overflows();
                    }

                    break;
                case XmlNodeType.Element:
                    EndText();
                    nodes[level] = nodes[level - 1]?.Find(xml.LocalName);
                    TakeAttributes(nodes[level]);
                    break;
                case XmlNodeType.Text or XmlNodeType.CDATA when nodes[level - 1] is { Slot: >= 0 and var slot }:
                    pendingSlot = slot;
                    pending.Append(await ReadValueAsync());
                    break;
            }
        }

        return false;
    }

    /// <summary>A comment or a CDATA section cuts a text into pieces for the parser, not for a reader.</summary>
    private void EndText()
    {
        if (pendingSlot >= 0)
        {
            values.Add(pendingSlot, CellText.Trim(pending.ToString()));
            pending.Clear();
            pendingSlot = -1;
        }
    }

    private void TakeAttributes(PathNode? node)
    {
        if (node is null || node.Attributes.Count == 0 || !xml.MoveToFirstAttribute())
        {
            return;
        }

        do
        {
            foreach (var (name, slot) in node.Attributes)
            {
                if (name == xml.LocalName)
                {
                    values.Add(slot, xml.Value);
                }
            }
        }
        while (xml.MoveToNextAttribute());
        xml.MoveToElement();
    }

    private bool Overflows()
    {
        if (values.IsTooLong)
        {
            Failure = TooLong();
        }

        return values.IsTooLong;
    }

    private async ValueTask<bool> AdvanceAsync(CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        if (pending.Length > RecordValues.MaxCharacters)
        {
            Failure = TooLong();
            return false;
        }

        text.Reset();
        try
        {
            var isRead = await xml.ReadAsync();
            if (xml.Depth >= MaxDepth)
            {
                Failure = new FeedFailure("document-too-deep", new LocalizedText(
                    $"Элементы вложены глубже {MaxDepth} уровней: это не реестр. Проверьте файл.",
                    $"Elements are nested deeper than {MaxDepth} levels: this is no registry. Check the file."));
            }

            return isRead && Failure is null;
        }
        catch (XmlException error)
        {
            Failure = Malformed(error.LineNumber);
        }
        catch (TextTooLongException)
        {
            Failure = TooLong();
        }

        return false;
    }

    /// <summary>A long text is parsed only now: an error in it shows here and not when the reader came to it.</summary>
    private async ValueTask<string> ReadValueAsync()
    {
        try
        {
            return await xml.GetValueAsync();
        }
        catch (XmlException error)
        {
            Failure = Malformed(error.LineNumber);
        }
        catch (TextTooLongException)
        {
            Failure = TooLong();
        }

        return "";
    }

    private static FeedFailure Malformed(int line) => new("document-malformed", new LocalizedText(
        $"Строка {line}: XML нарушен, обрывается или ссылается на сущность из DTD (такие не раскрываются). Исправьте его в источнике.",
        $"Line {line}: the XML is damaged, breaks off or refers to an entity of a DTD (these are not expanded). Mend it in the source."));

    private static FeedFailure TooLong() => new("record-too-long", new LocalizedText(
        "Запись или значение длиннее, чем бывает в реестрах. Проверьте «records» и сам файл.",
        "A record or a value is longer than any registry has. Check 'records' and the file."));
}
