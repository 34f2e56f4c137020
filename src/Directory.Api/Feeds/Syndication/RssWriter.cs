using System.Buffers;
using System.Globalization;
using CenterDirectory.Api.Feeds.Writing;
using CenterDirectory.Api.Pages;

namespace CenterDirectory.Api.Feeds.Syndication;

/// <summary>Writes RSS 2.0 with paging links (RFC 5005), whole texts, and times and places of events (event module).</summary>
internal sealed class RssWriter(IBufferWriter<byte> output) : IFeedWriter<FeedItem>
{
    private readonly FeedXmlWriter xml = new(output);

    public void Begin(FeedHead head)
    {
        xml.Begin(
            "rss", null, ("atom", FeedNamespaces.Atom), ("content", FeedNamespaces.Content), ("dc", FeedNamespaces.DublinCore), ("ev", FeedNamespaces.Event));
        xml.Attribute("version", "2.0");
        // It stays open until the document ends.
        _ = xml.Open("channel");
        xml.Text("title", head.Title);
        xml.Text("link", head.Page);
        xml.Text("description", head.Description);
        xml.Text("language", head.Language);
        xml.Text("lastBuildDate", Instant(head.Updated));
        xml.Text("generator", "CenterDirectory");
        xml.Text("docs", "https://www.rssboard.org/rss-specification");
        xml.Text("ttl", "60");
        Link("self", head.Self);
        Link("first", head.First);
        if (head.Next is { } next)
        {
            Link("next", next);
        }
    }

    public void Write(FeedItem entry)
    {
        using var item = xml.Open("item");
        xml.Text("title", FeedHtml.Line(entry.Title));
        xml.Text("link", entry.Link);
        xml.Write("guid", null, entry.Id, ("isPermaLink", "false"));
        if (entry.Published is { } published)
        {
            xml.Text("pubDate", Instant(published));
        }

        // A day has no hour; this element may do without one.
        xml.Text("date", entry.PublishedOn, FeedNamespaces.DublinCore);
        xml.Text("updated", FeedXmlWriter.Instant(entry.Updated), FeedNamespaces.Atom);
        xml.Text("creator", FeedHtml.Line(entry.Author), FeedNamespaces.DublinCore);
        foreach (var category in entry.Categories)
        {
            xml.Write("category", null, FeedHtml.Line(category.Label), ("domain", category.Vocabulary));
        }

        xml.Text("description", entry.Summary is { } summary ? Html.Of($"{summary}").Markup.Replace("\n", "<br>", StringComparison.Ordinal) : null);
        xml.Text("encoded", entry.Content, FeedNamespaces.Content);
        if (entry.Enclosure is { } enclosure)
        {
            // The length is a must; of what is made when it is asked for nobody knows it.
            xml.Write("enclosure", null, null, ("url", enclosure.Address), ("length", "0"), ("type", enclosure.ContentType));
        }

        if (entry.Occasion is { } occasion)
        {
            xml.Text("startdate", occasion.Start, FeedNamespaces.Event);
            xml.Text("enddate", occasion.End, FeedNamespaces.Event);
            xml.Text("location", occasion.Place, FeedNamespaces.Event);
        }
    }

    public void End() => xml.End();

    public void Flush() => xml.Flush();

    public void Dispose() => xml.Dispose();

    private void Link(string relation, string address) =>
        xml.Write("link", FeedNamespaces.Atom, null, ("rel", relation), ("href", address), ("type", relation == "self" ? "application/rss+xml" : null));

    private static string Instant(DateTime instant) => instant.ToString("ddd, dd MMM yyyy HH:mm:ss '+0000'", CultureInfo.InvariantCulture);
}
