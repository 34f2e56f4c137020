using CenterDirectory.Api.Hosting.Publishing;
using CenterDirectory.Api.Requests;
using CenterDirectory.Api.Schema.Provenance;
using CenterDirectory.Data;
using CenterDirectory.Data.Provenance;
using CenterDirectory.Data.Values;
using Microsoft.EntityFrameworkCore;

namespace CenterDirectory.Api.Pages.Entries;

/// <summary>A page for every entry, and its twin in Markdown: <c>/centers/ciss-omsk</c> and <c>/centers/ciss-omsk.md</c>.</summary>
internal static class EntryEndpoints
{
    /// <summary>How often one entry may have been joined into another before it is given up.</summary>
    private const int MostJoins = 10;

    /// <summary>Maps the pages of all types.</summary>
    public static void MapEntries(this IEndpointRouteBuilder routes)
    {
        foreach (var type in EntryAddress.Types)
        {
            var segment = EntryAddress.SegmentOf(type);
            routes.MapMethods($"/{segment}/{{slug}}", Editions.Methods, (HttpContext http, string slug) => AnswerAsync(http, new EntryAsked(type, slug, IsTwin: false)));
            routes.MapMethods($"/{segment}/{{slug}}.md", Editions.Methods, (HttpContext http, string slug) => AnswerAsync(http, new EntryAsked(type, slug, IsTwin: true)));
        }
    }

    private static async Task<IResult> AnswerAsync(HttpContext http, EntryAsked asked)
    {
        var language = PageLanguage.Of(http.Request);
        var origin = http.RequestServices.GetRequiredService<SiteOrigin>().Of(http.Request);
        var today = http.RequestServices.GetRequiredService<TimeProvider>().GetUtcNow().UtcDateTime.Date;
        var editions = http.RequestServices.GetRequiredService<Editions>();
        var terms = PageTerms.Of(language, today, asked.IsTwin ? "md" : "html") with { TellsConfirmation = true };
        if (await editions.BeginAsync(http, terms, http.RequestAborted) is null)
        {
            return Results.Empty;
        }

        var db = http.RequestServices.GetRequiredService<DirectoryDb>();
        var confirmations = http.RequestServices.GetRequiredService<Confirmations>();
        var reading = new EntryReading(db, language, origin, today, http.RequestAborted)
        {
            StaleBefore = confirmations.CutOffOn(today), EndedBefore = confirmations.EndedBefore,
            TakesRequests = http.RequestServices.GetRequiredService<RequestVault>().IsOpen,
        };
        var page = await EntryKinds.Of(asked.Type).ReadAsync(reading, asked.Slug);
        if (page is null)
        {
            return await WithoutEntryAsync(http, asked, reading);
        }

        return page.Slug == asked.Slug ? Send(http, page, asked, reading) : Moved(http, asked, page.Slug);
    }

    private static IResult Send(HttpContext http, EntryPage page, EntryAsked asked, EntryReading reading)
    {
        var path = EntryAddress.PathOf(page.Type, page.Slug)!;
        http.Response.Headers.ContentLanguage = reading.Language.Code;
        if (asked.IsTwin)
        {
            http.Response.Headers.Link = $"<{reading.Origin}{SitePaths.Canonical(path, reading.Language)}>; rel=\"canonical\"";
            return TypedResults.Text(new EntryMarkdown(reading.Language, reading.Origin).Write(page), "text/markdown; charset=utf-8");
        }

        http.Response.Headers.Link = $"<{path}.md?lang={reading.Language.Code}>; rel=\"alternate\"; type=\"text/markdown\"";
        return TypedResults.Text(new EntryHtml(reading.Language, reading.Origin).Write(page).Markup, "text/html; charset=utf-8");
    }

    /// <summary>No entry has the slug: it was joined into another, it has gone, or there never was one.</summary>
    private static async Task<IResult> WithoutEntryAsync(HttpContext http, EntryAsked asked, EntryReading reading)
    {
        Forget(http);
        var tombstone = await reading.Db.Tombstones.AsNoTracking()
            .Where(stone => stone.EntryType == asked.Type && stone.Slug == asked.Slug).OrderByDescending(stone => stone.RevisionNumber)
            .FirstOrDefaultAsync(reading.Cancellation);
        if (tombstone is null)
        {
            return TypedResults.NotFound();
        }

        return await SuccessorAsync(tombstone, reading) is { } slug ? Moved(http, asked, slug) : Gone(http, asked, tombstone, reading);
    }

    private static async Task<string?> SuccessorAsync(Tombstone tombstone, EntryReading reading)
    {
        var kind = EntryKinds.Of(tombstone.EntryType);
        for (var joins = 0; joins < MostJoins && tombstone.ReplacedById is { } id; joins++)
        {
            if (await kind.SlugAsync(reading, id) is { } slug)
            {
                return slug;
            }

            var next = await reading.Db.Tombstones.AsNoTracking()
                .Where(stone => stone.EntryType == tombstone.EntryType && stone.EntityId == id)
                .SingleOrDefaultAsync(reading.Cancellation);
            if (next is null)
            {
                return null;
            }

            tombstone = next;
        }

        return null;
    }

    private static IResult Moved(HttpContext http, EntryAsked asked, string slug)
    {
        Forget(http);
        // Two entries that were joined may part again.
        http.Response.Headers.CacheControl = "public, max-age=3600";
        return TypedResults.Redirect($"{EntryAddress.PathOf(asked.Type, slug)}{(asked.IsTwin ? ".md" : "")}{http.Request.QueryString}", permanent: true);
    }

    private static IResult Gone(HttpContext http, EntryAsked asked, Tombstone tombstone, EntryReading reading)
    {
        http.Response.Headers.CacheControl = "public, max-age=60";
        http.Response.Headers.ContentLanguage = reading.Language.Code;
        var page = new GonePage(reading.Language, tombstone);
        return asked.IsTwin
            ? TypedResults.Text(page.Markdown(), "text/markdown; charset=utf-8", statusCode: StatusCodes.Status410Gone)
            : TypedResults.Text(page.Render().Markup, "text/html; charset=utf-8", statusCode: StatusCodes.Status410Gone);
    }

    /// <summary>What is no page has no edition.</summary>
    private static void Forget(HttpContext http)
    {
        http.Response.Headers.ETag = default;
        http.Response.Headers.LastModified = default;
        http.Response.Headers.CacheControl = "no-store";
    }

    /// <param name="Type">Type of the entry.</param>
    /// <param name="Slug">Its slug.</param>
    /// <param name="IsTwin">Whether Markdown is asked for.</param>
    private sealed record EntryAsked(EntryType Type, string Slug, bool IsTwin);
}
