using System.Globalization;
using CenterDirectory.Api.Hosting.Publishing;
using Microsoft.Extensions.Options;

namespace CenterDirectory.Api.Feeds.Writing;

/// <summary>
/// Identifiers that stay for ever, whichever address a feed was fetched from: a calendar doubles every event whose identifier changes. They hang on the
/// host that the operator states in <c>Site:Origin</c>.
/// </summary>
internal sealed class FeedIds(IOptions<SiteOptions> options)
{
    private readonly string authority = options.Value.Origin?.Host ?? "center-directory.localhost";

    /// <summary>Of anything: a tag URI (RFC 4151).</summary>
    /// <param name="path">What it is within the directory, <c>event/5</c>.</param>
    public string Tag(string path) => $"tag:{authority},2026:{path}";

    /// <summary>Of an entry.</summary>
    public string Tag(string type, long id) => Tag(string.Create(CultureInfo.InvariantCulture, $"{type}/{id}"));

    /// <summary>Of an event in calendars.</summary>
    public string Uid(long id) => string.Create(CultureInfo.InvariantCulture, $"event-{id}@{authority}");
}
