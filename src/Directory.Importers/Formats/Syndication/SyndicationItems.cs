using System.Runtime.CompilerServices;
using System.Text.Json;
using System.Xml;
using CenterDirectory.Data.Values;
using CenterDirectory.Importers.Records;

namespace CenterDirectory.Importers.Formats.Syndication;

/// <summary>The items of one feed.</summary>
internal sealed class SyndicationItems(TextReader text, bool isJson) : ItemSource<SyndicationItem>
{
    private FeedXml? xml;
    private JsonDocument? json;
    private bool isAtom;

    /// <summary>Looks at the root; false if it is none of a feed.</summary>
    public async ValueTask<bool> OpenAsync(CancellationToken cancellationToken)
    {
        try
        {
            return isJson ? await OpenJsonAsync(cancellationToken) : await OpenXmlAsync();
        }
        catch (Exception error) when (error is XmlException or JsonException)
        {
            // A document whose first element cannot be read may be anything; what it is not is said by the caller.
            return false;
        }
    }

    public override async IAsyncEnumerable<Placed<SyndicationItem>> ReadAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await using var items = Items(cancellationToken).GetAsyncEnumerator(cancellationToken);
        while (await AdvanceAsync(items))
        {
            RemarkOnDates(items.Current);
            yield return items.Current;
        }
    }

    public override void Dispose()
    {
        xml?.Dispose();
        json?.Dispose();
        text.Dispose();
    }

    private async ValueTask<bool> OpenXmlAsync()
    {
        xml = new FeedXml(text);
        if (!await xml.MoveToRootAsync())
        {
            return false;
        }

        isAtom = AtomDocument.IsRoot(xml.Name);
        return isAtom || RssDocument.IsRoot(xml.Name);
    }

    private async ValueTask<bool> OpenJsonAsync(CancellationToken cancellationToken)
    {
        if (await JsonText.ReadAsync(text, cancellationToken) is not { } content)
        {
            Failure = new FeedFailure("feed-too-large", new LocalizedText(
                "Лента JSON длиннее 64 млн знаков и не читается.", "The JSON feed is longer than 64 million characters and is not read."));
            return false;
        }

        json = JsonText.Parse(content);
        return JsonFeedDocument.Read(json.RootElement) is not null;
    }

    private IAsyncEnumerable<Placed<SyndicationItem>> Items(CancellationToken cancellationToken)
    {
        if (json is not null)
        {
            return JsonFeedDocument.Read(json.RootElement)!.Select((item, index) => new Placed<SyndicationItem>(index + 1, item)).ToAsyncEnumerable();
        }

        return isAtom ? new AtomDocument(xml!).ReadAsync(cancellationToken) : new RssDocument(xml!).ReadAsync(cancellationToken);
    }

    private async ValueTask<bool> AdvanceAsync(IAsyncEnumerator<Placed<SyndicationItem>> items)
    {
        try
        {
            return await items.MoveNextAsync();
        }
        catch (XmlException error)
        {
            Failure = new FeedFailure("feed-malformed", new LocalizedText(
                $"Строка {error.LineNumber}: ленту не удалось прочитать дальше: нарушена разметка XML или файл оборван.",
                $"Line {error.LineNumber}: the feed could not be read on from here: its XML is broken or the file is cut off."));
            return false;
        }
    }

    private void RemarkOnDates(Placed<SyndicationItem> placed)
    {
        if (placed.Item.Published is { Length: > 0 } date && SyndicationColumns.Date(date) is null)
        {
            Remark(
                "date-unreadable", placed.Row, "Дату публикации не удалось прочитать; она пропущена.",
                "The date of publication could not be read and was left out.");
        }
    }
}
