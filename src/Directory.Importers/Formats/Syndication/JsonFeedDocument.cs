using System.Text.Json;

namespace CenterDirectory.Importers.Formats.Syndication;

/// <summary>JSON Feed 1.0 and 1.1.</summary>
internal static class JsonFeedDocument
{
    /// <summary>The items; null if the document is no such feed.</summary>
    public static IEnumerable<SyndicationItem>? Read(JsonElement root)
    {
        if (root.ValueKind != JsonValueKind.Object || !root.TryGetProperty("items", out var items) || items.ValueKind != JsonValueKind.Array)
        {
            return null;
        }

        var feed = new SyndicationItem
        {
            Feed = Text(root, "title"), Base = Text(root, "home_page_url"), Language = Text(root, "language"), Author = AuthorOf(root),
        };
        return items.EnumerateArray().Where(item => item.ValueKind == JsonValueKind.Object).Select(item => ReadItem(item, feed));
    }

    private static SyndicationItem ReadItem(JsonElement json, SyndicationItem feed)
    {
        var item = new SyndicationItem
        {
            Id = Text(json, "id"),
            Title = Text(json, "title") is { } title ? PlainText.OneLine(title) : null,
            Url = Text(json, "url") ?? Text(json, "external_url"),
            Summary = Text(json, "summary") is { } summary ? PlainText.Tidy(summary, HtmlText.MaxLength) : null,
            Content = Text(json, "content_html") is { } html
                ? HtmlText.Paragraphs(html)
                : PlainText.Tidy(Text(json, "content_text") ?? "", HtmlText.MaxLength),
            Published = Text(json, "date_published"),
            Updated = Text(json, "date_modified"),
            Author = AuthorOf(json) ?? feed.Author,
            Image = Text(json, "image") ?? Text(json, "banner_image"),
            Enclosure = Items(json, "attachments").Select(attachment => Text(attachment, "url")).FirstOrDefault(url => url is not null),
            Language = Text(json, "language") ?? feed.Language,
            Feed = feed.Feed,
            Base = feed.Base,
        };
        item.Categories.AddRange(Items(json, "tags").Select(AsText).OfType<string>().Select(PlainText.OneLine).Take(50));
        return item;
    }

    private static string? AuthorOf(JsonElement json)
    {
        var names = Items(json, "authors").Select(author => Text(author, "name"))
            .Append(json.TryGetProperty("author", out var author) ? Text(author, "name") : null)
            .OfType<string>()
            .Select(name => AuthorName.Of(PlainText.OneLine(name)))
            .OfType<string>()
            .Distinct();
        return string.Join(", ", names) is { Length: > 0 } joined ? joined : null;
    }

    private static IEnumerable<JsonElement> Items(JsonElement json, string name) =>
        json.TryGetProperty(name, out var list) && list.ValueKind == JsonValueKind.Array ? list.EnumerateArray() : [];

    private static string? Text(JsonElement json, string name) =>
        json.ValueKind == JsonValueKind.Object && json.TryGetProperty(name, out var value) ? AsText(value) : null;

    private static string? AsText(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.String => value.GetString(),
        JsonValueKind.Number => value.GetRawText(),
        _ => null,
    };
}
