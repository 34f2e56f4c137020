using System.Buffers;
using System.Text.Encodings.Web;
using System.Text.Json;
using CenterDirectory.Api.Feeds.Writing;

namespace CenterDirectory.Api.Feeds.Syndication;

/// <summary>Writes JSON Feed 1.1.</summary>
internal sealed class JsonFeedWriter(IBufferWriter<byte> output) : IFeedWriter<FeedItem>
{
    // Nothing but JSON readers get it, so Cyrillic need not be written as numbers.
    private readonly Utf8JsonWriter json = new(output, new JsonWriterOptions { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, Indented = true, IndentSize = 1 });

    public void Begin(FeedHead head)
    {
        json.WriteStartObject();
        json.WriteString("version", "https://jsonfeed.org/version/1.1");
        json.WriteString("title", head.Title);
        json.WriteString("description", head.Description);
        json.WriteString("home_page_url", head.Page);
        json.WriteString("feed_url", head.Self);
        Optional("next_url", head.Next);
        json.WriteString("language", head.Language);
        json.WriteStartArray("items");
    }

    public void Write(FeedItem entry)
    {
        json.WriteStartObject();
        json.WriteString("id", entry.Id);
        json.WriteString("url", entry.Link);
        json.WriteString("title", entry.Title);
        Optional("summary", entry.Summary);
        // An item must have a content, and one that has no more to say says its summary.
        if (entry.Content is { } content)
        {
            json.WriteString("content_html", content);
        }
        else
        {
            json.WriteString("content_text", entry.Summary ?? entry.Title);
        }

        Optional("date_published", entry.Published is { } published ? FeedXmlWriter.Instant(published) : null);
        json.WriteString("date_modified", FeedXmlWriter.Instant(entry.Updated));
        WriteAuthor(entry);
        WriteTags(entry);
        WriteAttachment(entry);
        WriteExtension(entry);
        json.WriteEndObject();
    }

    public void End()
    {
        json.WriteEndArray();
        json.WriteEndObject();
    }

    public void Flush() => json.Flush();

    public void Dispose() => json.Dispose();

    private void WriteAuthor(FeedItem entry)
    {
        if (entry.Author is { } author)
        {
            json.WriteStartArray("authors");
            json.WriteStartObject();
            json.WriteString("name", author);
            json.WriteEndObject();
            json.WriteEndArray();
        }
    }

    private void WriteTags(FeedItem entry)
    {
        if (entry.Categories.Count > 0)
        {
            json.WriteStartArray("tags");
            foreach (var category in entry.Categories)
            {
                json.WriteStringValue(category.Label);
            }

            json.WriteEndArray();
        }
    }

    private void WriteAttachment(FeedItem entry)
    {
        if (entry.Enclosure is { } enclosure)
        {
            json.WriteStartArray("attachments");
            json.WriteStartObject();
            json.WriteString("url", enclosure.Address);
            json.WriteString("mime_type", enclosure.ContentType);
            json.WriteString("title", enclosure.Title);
            json.WriteEndObject();
            json.WriteEndArray();
        }
    }

    /// <summary>What the format has no word for, under a name of our own as it wants it.</summary>
    private void WriteExtension(FeedItem entry)
    {
        if (entry.Occasion is null && entry.PublishedOn is null && entry.Page is null)
        {
            return;
        }

        json.WriteStartObject("_center_directory");
        Optional("page", entry.Page);
        Optional("published_on", entry.PublishedOn);
        Optional("starts", entry.Occasion?.Start);
        Optional("ends", entry.Occasion?.End);
        Optional("place", entry.Occasion?.Place);
        json.WriteEndObject();
    }

    private void Optional(string name, string? value)
    {
        if (value is not null)
        {
            json.WriteString(name, value);
        }
    }
}
