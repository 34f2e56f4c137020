using System.Net;
using System.Xml.Linq;
using CenterDirectory.Api.Hosting.Publishing;
using CenterDirectory.Api.Pages.Crawlers;
using CenterDirectory.Data;
using CenterDirectory.Data.Entities;
using CenterDirectory.Data.Values;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace CenterDirectory.Api.Tests.Pages.Crawlers;

/// <summary>What crawlers read first.</summary>
public sealed class SitemapTests(DirectoryServer server)
{
    private static readonly XNamespace Sitemap = "http://www.sitemaps.org/schemas/sitemap/0.9";
    private static readonly XNamespace Links = "http://www.w3.org/1999/xhtml";

    private string Origin => server.Client.BaseAddress!.GetLeftPart(UriPartial.Authority);

    [Fact]
    public async Task Every_entry_stands_in_one_sitemap_once_with_the_time_of_its_last_change()
    {
        var found = new List<(string Address, string Changed)>();
        foreach (var sitemap in await SitemapsAsync())
        {
            found.AddRange((await ReadAsync(sitemap.Address)).Elements(Sitemap + "url")
                .Select(url => (url.Element(Sitemap + "loc")!.Value, url.Element(Sitemap + "lastmod")?.Value ?? "")));
        }

        Assert.Equal(await EntriesAsync(), found.Where(entry => new Uri(entry.Address).Segments.Length == 3).Order());
        Assert.Equal(found.Count, found.Select(entry => entry.Address).Distinct().Count());
        Assert.Contains((Origin + "/centers", "2026-01-15T09:30:00Z"), found);
        Assert.Contains((Origin + "/sources", ""), found);
    }

    [Fact]
    public async Task Every_address_names_its_languages_and_answers()
    {
        var first = (await ReadAsync(Origin + "/sitemaps/events-0.xml")).Elements(Sitemap + "url").First();
        var address = first.Element(Sitemap + "loc")!.Value;

        Assert.Equal(
            [("ru", address), ("en", address + "?lang=en")],
            first.Elements(Links + "link").Select(link => (link.Attribute("hreflang")!.Value, link.Attribute("href")!.Value)));
        Assert.Equal(HttpStatusCode.OK, (await server.TextAsync(address)).Status);
    }

    [Theory]
    [InlineData("/sitemap.xml")]
    [InlineData("/sitemaps/site.xml")]
    [InlineData("/sitemaps/centers-0.xml")]
    public async Task Who_has_the_newest_one_is_told_so_without_a_statement(string address)
    {
        var first = await server.TextAsync(address);
        var again = await server.TextAsync(address, ifNoneMatch: first.Headers["ETag"]);
        var head = await server.TextAsync(address, HttpMethod.Head);

        Assert.Equal("application/xml; charset=utf-8", first.Headers["Content-Type"]);
        Assert.Equal((HttpStatusCode.NotModified, 0), (again.Status, again.Statements.Count));
        Assert.Equal((HttpStatusCode.OK, ""), (head.Status, head.Body));
    }

    [Theory]
    [InlineData("/sitemaps/centers-1.xml")]
    [InlineData("/sitemaps/metrics-0.xml")]
    [InlineData("/sitemaps/centers--1.xml")]
    [InlineData("/sitemaps/centers-99999999999.xml")]
    public async Task A_sitemap_without_entries_is_none(string address) => Assert.Equal(HttpStatusCode.NotFound, (await server.TextAsync(address)).Status);

    [Fact]
    public async Task Robots_are_led_to_the_sitemap_and_kept_from_the_api()
    {
        var answer = await server.TextAsync("/robots.txt");

        Assert.Equal($"User-agent: *\nDisallow: /graphql\nDisallow: /health/\n\nSitemap: {Origin}/sitemap.xml\n", answer.Body);
        Assert.Equal("text/plain; charset=utf-8", answer.Headers["Content-Type"]);
    }

    [Fact]
    public async Task Spans_of_ids_never_share_an_entry()
    {
        await using var directory = await OwnDirectory.CreateAsync();
        await using var scope = directory.Services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<DirectoryDb>();
        long[] ids = [1, SitemapIndex.Span, SitemapIndex.Span + 1, 3 * SitemapIndex.Span];
        db.Organizations.AddRange(ids.Select(id => new Organization
        {
            Id = id, Slug = "o" + id, Name = "О", DisplayName = "О", CreatedAt = directory.Now.UtcDateTime, UpdatedAt = directory.Now.UtcDateTime.AddDays(id == 1 ? 1 : 0),
        }));
        await db.SaveChangesAsync(TestContext.Current.CancellationToken);

        var sitemaps = await directory.Services.GetRequiredService<SitemapIndex>().ReadAsync(TestContext.Current.CancellationToken);
        var slugs = new List<string>();
        foreach (var sitemap in sitemaps)
        {
            slugs.AddRange((await SitemapIndex.EntriesOf(db, sitemap.Type, sitemap.Number).ToListAsync(TestContext.Current.CancellationToken)).Select(entry => entry.Slug));
        }

        Assert.Equal([(EntryType.Organization, 0, 16), (EntryType.Organization, 1, 15), (EntryType.Organization, 2, 15)], sitemaps.Select(map => (map.Type, map.Number, map.UpdatedAt.Day)));
        Assert.Equal(ids.Select(id => "o" + id), slugs);
    }

    private async Task<IReadOnlyList<(string Address, string Changed)>> SitemapsAsync() =>
        [.. (await ReadAsync(Origin + "/sitemap.xml")).Elements(Sitemap + "sitemap").Select(map => (map.Element(Sitemap + "loc")!.Value, map.Element(Sitemap + "lastmod")!.Value))];

    private async Task<XElement> ReadAsync(string address)
    {
        var answer = await server.TextAsync(address);
        Assert.Equal(HttpStatusCode.OK, answer.Status);
        return XDocument.Parse(answer.Body).Root!;
    }

    private async Task<IEnumerable<(string Address, string Changed)>> EntriesAsync()
    {
        await using var scope = server.Services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<DirectoryDb>();
        IQueryable<DirectoryEntry>[] all =
        [
            db.Centers, db.Services, db.Organizations, db.Events, db.News, db.Territories, db.Networks, db.Programs, db.Projects, db.Grants, db.Practices, db.People,
        ];
        var entries = all.SelectMany(set => set.AsNoTracking().ToList()).ToList();
        Assert.True(entries.Count > 250);
        return [.. entries.Select(entry => (Origin + EntryAddress.PathOf(entry.GetType().Name, entry.Slug), $"{entry.UpdatedAt:yyyy-MM-ddTHH:mm:ssZ}")).Order()];
    }
}
