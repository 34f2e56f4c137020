using System.Security.Cryptography;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.Net.Http.Headers;

namespace CenterDirectory.Api.Pages;

/// <summary>A file that comes with the executable. Its address carries a hash of its contents, so browsers may keep it for ever.</summary>
internal sealed class PageAsset
{
    /// <summary>The style sheet of all pages.</summary>
    public static readonly PageAsset Style = new("site.css", "text/css; charset=utf-8");

    /// <summary>The mark of the directory.</summary>
    public static readonly PageAsset Icon = new("icon.svg", "image/svg+xml");

    /// <summary>What makes the query page work.</summary>
    public static readonly PageAsset ExplorerScript = new("explorer.js", "text/javascript; charset=utf-8");

    /// <summary>The style sheet of pages that stand in frames of other sites.</summary>
    public static readonly PageAsset EmbedStyle = new("embed.css", "text/css; charset=utf-8");

    /// <summary>What tells the site around a frame how high it should be.</summary>
    public static readonly PageAsset EmbedHeight = new("embed-height.js", "text/javascript; charset=utf-8");

    /// <summary>What keeps the preview of the configurator in step.</summary>
    public static readonly PageAsset ConfiguratorScript = new("configurator.js", "text/javascript; charset=utf-8");

    /// <summary>What makes the page of feeds convenient.</summary>
    public static readonly PageAsset FeedsScript = new("feeds.js", "text/javascript; charset=utf-8");

    /// <summary>What the pages of those who answer for centers have besides.</summary>
    public static readonly PageAsset ManageStyle = new("manage.css", "text/css; charset=utf-8");

    /// <summary>All of them, to be served.</summary>
    public static readonly IReadOnlyList<PageAsset> All = [Style, Icon, ExplorerScript, EmbedStyle, EmbedHeight, ConfiguratorScript, FeedsScript, ManageStyle];

    private readonly byte[] content;
    private readonly string contentType;
    private readonly EntityTagHeaderValue tag;

    private PageAsset(string name, string contentType)
    {
        content = Read(name);
        this.contentType = contentType;
        var hash = Convert.ToHexStringLower(SHA256.HashData(content).AsSpan(0, 16));
        tag = new EntityTagHeaderValue($"\"{hash}\"");
        Address = $"/assets/{Path.GetFileNameWithoutExtension(name)}.{hash[..12]}{Path.GetExtension(name)}";
    }

    /// <summary>Where it is served.</summary>
    public string Address { get; }

    /// <summary>Sends it.</summary>
    public FileContentHttpResult Send(HttpContext http)
    {
        http.Response.Headers.CacheControl = "public, max-age=31536000, immutable";
        return TypedResults.Bytes(content, contentType, entityTag: tag);
    }

    private static byte[] Read(string name)
    {
        using var stream = typeof(PageAsset).Assembly.GetManifestResourceStream($"Pages/{name}")
            ?? throw new InvalidOperationException($"The executable has no embedded file Pages/{name}.");
        using var memory = new MemoryStream();
        stream.CopyTo(memory);
        return memory.ToArray();
    }
}
