using System.Security.Cryptography;
using System.Text;
using CenterDirectory.Data;
using Microsoft.AspNetCore.Http.Headers;
using Microsoft.EntityFrameworkCore;
using Microsoft.Net.Http.Headers;

namespace CenterDirectory.Api.Hosting.Publishing;

/// <summary>
/// Answers that are a function of the revision and of the site that they name: both stand in a strong entity tag, so that a reader who has the
/// newest one is told so without another statement (RFC 9110, 13).
/// </summary>
internal sealed class Editions(NewestRevision newest, IDbContextFactory<DirectoryDb> databases, SiteOrigin origin, SourceVisits visits)
{
    /// <summary>Methods of everything that is published.</summary>
    public static readonly string[] Methods = [HttpMethods.Get, HttpMethods.Head];

    // Another build may write the same data in other words.
    private static readonly string Build = typeof(Editions).Module.ModuleVersionId.ToString("N")[..8];

    private volatile Known? known;

    /// <summary>The newest one.</summary>
    public async ValueTask<Edition> CurrentAsync(CancellationToken cancellationToken)
    {
        if (await newest.NumberAsync(cancellationToken) is not { } number)
        {
            return new Edition(0, null);
        }

        var last = known;
        if (last?.Edition.Revision != number)
        {
            await using var db = await databases.CreateDbContextAsync(cancellationToken);
            var committedAt = await db.Revisions.Where(revision => revision.Number == number)
                .Select(revision => revision.CommittedAt).SingleAsync(cancellationToken);
            known = last = new Known(new Edition(number, committedAt));
        }

        return last!.Edition;
    }

    /// <summary>
    /// Writes the headers of an answer. Null if the reader has it already: the answer is then complete (304). Ask before the data are
    /// read: they may be newer than the tag says, which costs one transfer, never older.
    /// </summary>
    public async ValueTask<Edition?> BeginAsync(HttpContext http, EditionTerms terms, CancellationToken cancellationToken)
    {
        var edition = await CurrentAsync(cancellationToken);
        // Answers name addresses: who found the site under two names gets two answers.
        var site = Fingerprint(origin.Of(http.Request));
        var confirmed = terms.TellsConfirmation ? "-" + await visits.FingerprintAsync(cancellationToken) : "";
        var tag = new EntityTagHeaderValue($"\"{edition.Revision}-{Build}-{site}{confirmed}{(terms.Variant.Length == 0 ? "" : "-")}{terms.Variant}\"");
        var modified = Modified(edition, terms);
        var headers = http.Response.GetTypedHeaders();
        headers.ETag = tag;
        headers.LastModified = modified;
        // Nothing is final before the first import has ended.
        headers.CacheControl = edition.Revision == 0
            ? new CacheControlHeaderValue { NoCache = true }
            : new CacheControlHeaderValue { Public = true, MaxAge = terms.MaxAge };
        foreach (var header in terms.Vary)
        {
            http.Response.Headers.AppendCommaSeparatedValues(HeaderNames.Vary, header);
        }

        if (!IsKnown(http.Request.GetTypedHeaders(), tag, modified))
        {
            return edition;
        }

        http.Response.StatusCode = StatusCodes.Status304NotModified;
        return null;
    }

    private static string Fingerprint(string site) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(site)).AsSpan(0, 4));

    /// <summary>HTTP knows whole seconds only.</summary>
    private static DateTimeOffset? Modified(Edition edition, EditionTerms terms)
    {
        if (edition.CommittedAt is not { } committed)
        {
            return null;
        }

        var instant = new DateTimeOffset(terms.Since is { } since && since > committed ? since : committed);
        return new DateTimeOffset(instant.Ticks - (instant.Ticks % TimeSpan.TicksPerSecond), instant.Offset);
    }

    private static bool IsKnown(RequestHeaders request, EntityTagHeaderValue tag, DateTimeOffset? modified)
    {
        // A date counts only where there is no tag (RFC 9110, 13.1.3).
        if (request.IfNoneMatch.Count > 0)
        {
            return request.IfNoneMatch.Any(candidate => candidate.Equals(EntityTagHeaderValue.Any) || candidate.Compare(tag, useStrongComparison: false));
        }

        return request.IfModifiedSince is { } since && modified is { } instant && instant <= since;
    }

    private sealed record Known(Edition Edition);
}
