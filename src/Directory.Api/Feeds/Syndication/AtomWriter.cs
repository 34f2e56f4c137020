using System.Buffers;
using CenterDirectory.Api.Feeds.Writing;

namespace CenterDirectory.Api.Feeds.Syndication;

/// <summary>Writes Atom 1.0 (RFC 4287) with paging links (RFC 5005).</summary>
internal sealed class AtomWriter(IBufferWriter<byte> output) : IFeedWriter<FeedItem>
{
    private readonly FeedXmlWriter xml = new(output);

    public void Begin(FeedHead head)
    {
        xml.Begin("feed", FeedNamespaces.Atom, ("dc", FeedNamespaces.DublinCore));
        xml.Language(head.Language);
        Text("id", head.Id);
        Text("title", head.Title);
        Text("subtitle", head.Description);
        Text("updated", FeedXmlWriter.Instant(head.Updated));
        Link("self", head.Self, "application/atom+xml");
        Link("alternate", head.Page, "text/html");
        Link("first", head.First, "application/atom+xml");
        if (head.Next is { } next)
        {
            Link("next", next, "application/atom+xml");
        }

        Person("CenterDirectory");
        Text("generator", "CenterDirectory");
    }

    public void Write(FeedItem entry)
    {
        using var element = xml.Open("entry", FeedNamespaces.Atom);
        Text("id", entry.Id);
        Text("title", entry.Title);
        Link("alternate", entry.Link, "text/html");
        if (entry.Page is { } page && page != entry.Link)
        {
            Link("related", page, "text/html");
        }

        Text("updated", FeedXmlWriter.Instant(entry.Updated));
        Text("published", entry.Published is { } published ? FeedXmlWriter.Instant(published) : null);
        xml.Text("date", entry.PublishedOn, FeedNamespaces.DublinCore);
        if (entry.Author is { } author)
        {
            Person(author);
        }

        foreach (var category in entry.Categories)
        {
            xml.Write("category", FeedNamespaces.Atom, null, ("term", category.Term), ("label", category.Label));
        }

        if (entry.Enclosure is { } enclosure)
        {
            xml.Write("link", FeedNamespaces.Atom, null, ("rel", "enclosure"), ("href", enclosure.Address), ("type", enclosure.ContentType), ("title", enclosure.Title));
        }

        Text("summary", entry.Summary);
        if (entry.Content is { } content)
        {
            xml.Write("content", FeedNamespaces.Atom, content, ("type", "html"));
        }
    }

    public void End() => xml.End();

    public void Flush() => xml.Flush();

    public void Dispose() => xml.Dispose();

    private void Text(string name, string? text) => xml.Text(name, text, FeedNamespaces.Atom);

    private void Link(string relation, string address, string type) =>
        xml.Write("link", FeedNamespaces.Atom, null, ("rel", relation), ("href", address), ("type", type));

    private void Person(string name)
    {
        using var author = xml.Open("author", FeedNamespaces.Atom);
        Text("name", name);
    }
}
