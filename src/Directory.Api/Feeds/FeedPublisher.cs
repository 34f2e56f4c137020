using System.Globalization;
using CenterDirectory.Api.Feeds.Calendar;
using CenterDirectory.Api.Feeds.Filtering;
using CenterDirectory.Api.Feeds.Selecting;
using CenterDirectory.Api.Feeds.Writing;
using CenterDirectory.Api.Hosting.Publishing;
using CenterDirectory.Data;
using CenterDirectory.Data.Values;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using Microsoft.Net.Http.Headers;

namespace CenterDirectory.Api.Feeds;

/// <summary>Answers requests for feeds.</summary>
internal sealed class FeedPublisher(IDbContextFactory<DirectoryDb> databases, Editions editions, SiteOrigin origin, FeedIds ids, CalendarSpans spans, TimeProvider clock)
{
    /// <summary>What is «upcoming» changes at these steps: so long an answer stays the same, and who asks again is told so.</summary>
    private static readonly TimeSpan Step = TimeSpan.FromMinutes(15);

    /// <summary>Answers one.</summary>
    public async Task AnswerAsync(HttpContext http, FeedAddress feed)
    {
        var wrong = new List<WrongParameter>();
        var query = FeedQuery.Read(http.Request.Query, feed.Subject.Subject, feed.Format.Extension, feed.Parameter, wrong);
        if (wrong.Count > 0)
        {
            await Problem.Of(http, wrong).ExecuteAsync(http);
            return;
        }

        var now = Now();
        // Only the revision is asked for so far: who has the newest one costs nothing more.
        if (await editions.BeginAsync(http, Terms(query.Filter, now), http.RequestAborted) is not { } edition)
        {
            return;
        }

        await using var db = await databases.CreateDbContextAsync(http.RequestAborted);
        var filter = feed.Narrow(query.Filter);
        var scope = await FeedScope.FindAsync(db, filter, wrong, http.RequestAborted);
        if (wrong.Count > 0)
        {
            await (wrong.Exists(error => error.Name == feed.Parameter) ? NotFound(http, wrong[0]) : Problem.Of(http, wrong)).ExecuteAsync(http);
            return;
        }

        scope = feed.Subject.Subject == FeedSubject.Events ? await EventSelection.NarrowedAsync(db, filter, scope, now, http.RequestAborted) : scope;
        var contents = new FeedContents(db, filter, scope, now, feed.Subject.Subject, feed.Format, ids, new FeedAddresses(origin.Of(http.Request)),
            spans.For(edition.Revision, Selection(feed, query, now)));
        var next = await contents.NextAsync(http.RequestAborted);
        var head = Head(http, feed, query, scope, edition, next);
        WriteHeaders(http, feed, query, head);
        if (!HttpMethods.IsHead(http.Request.Method))
        {
            await contents.SendAsync(head, http.Response.BodyWriter, http.RequestAborted);
        }
    }

    /// <summary>The present quarter of an hour.</summary>
    internal DateTime Now()
    {
        var now = clock.GetUtcNow().UtcDateTime;
        return new DateTime(now.Ticks - (now.Ticks % Step.Ticks), DateTimeKind.Utc);
    }

    /// <summary>What chooses the entries, whatever of them is shown in which language.</summary>
    private static string Selection(FeedAddress feed, FeedQuery query, DateTime now) => string.Create(
        CultureInfo.InvariantCulture,
        $"{feed.Path}{query.Address(("lang", null), ("limit", null), ("after", null), ("delimiter", null))}@{(query.Filter.IsUpcoming is null ? default : now):s}");

    private static EditionTerms Terms(FeedFilter filter, DateTime now) =>
        filter.IsUpcoming is null
        ? new EditionTerms()
        : new EditionTerms { Variant = now.ToString("yyyyMMddHHmm", CultureInfo.InvariantCulture), Since = now };

    private static ProblemHttpResult NotFound(HttpContext http, WrongParameter wrong) =>
        Problem.Of(http, StatusCodes.Status404NotFound, new LocalizedText("Такой ленты нет", "There is no such feed"), wrong.Message);

    private FeedHead Head(HttpContext http, FeedAddress feed, FeedQuery query, FeedScope scope, Edition edition, FeedCursor? next)
    {
        string Address(string path) => origin.Absolute(http.Request, path);
        return new FeedHead(
            ids.Tag($"feed{feed.Path}{query.Address(("after", null), ("limit", null))}"),
            FeedTitle.Of(feed.Subject.Subject, query, scope),
            FeedTitle.Description(feed.Subject.Subject, query.Filter.Locale),
            query.Filter.Locale,
            edition.CommittedAt ?? DateTime.UnixEpoch,
            Address(feed.Path + query.Address()),
            Address(feed.Path + query.Address(("after", null))),
            next is { } cursor ? Address(feed.Path + query.Address(("after", cursor.ToString()))) : null,
            Address(feed.PageOf(query)));
    }

    private void WriteHeaders(HttpContext http, FeedAddress feed, FeedQuery query, FeedHead head)
    {
        var headers = http.Response.Headers;
        http.Response.ContentType = feed.Format.ContentType;
        headers.ContentLanguage = head.Language;
        headers.ContentDisposition = $"inline; filename={feed.Subject.Segment}.{feed.Format.Extension}";
        var links = new List<string> { $"<{head.Self}>; rel=\"self\"", $"<{head.First}>; rel=\"first\"" };
        if (head.Next is { } next)
        {
            links.Add($"<{next}>; rel=\"next\"");
        }

        links.Add($"<{head.Page}>; rel=\"alternate\"; type=\"text/html\"");
        links.AddRange(FeedFormat.Of(feed.Subject.Subject).Where(format => format != feed.Format).Select(format =>
            $"<{origin.Absolute(http.Request, feed.In(format).Path + query.Address(("after", null), ("delimiter", null)))}>; rel=\"alternate\"; type=\"{format.ContentType.Split(';')[0]}\""));
        headers[HeaderNames.Link] = string.Join(", ", links);
    }
}
