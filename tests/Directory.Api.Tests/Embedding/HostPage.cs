using System.Text;
using Microsoft.AspNetCore.Http;

namespace CenterDirectory.Api.Tests.Embedding;

/// <summary>A page of another site. {0} stands for the origin of the directory.</summary>
/// <param name="Policy">Its content security policy; null without one.</param>
/// <param name="Opening">What the element of the page begins with.</param>
/// <param name="Head">What its head holds besides the script.</param>
internal sealed record HostPage(string? Policy, string Opening, string Head)
{
    private const string Hostile = """
        <style>
        * { font: italic 31px/0.8 serif; letter-spacing: 4px; text-transform: uppercase; color: #d00; float: none; box-sizing: content-box; }
        body { direction: rtl; background: #ffd; } a { display: block; background: #000; color: #333; }
        h2, h3, li, button, input, select, table { all: revert; border: 9px dotted blue; padding: 40px; }
        center-directory, center-events, center-card { font-size: 60px; line-height: 3; text-align: right; }
        </style>
        """;

    private static readonly CompositeFormat StrictPolicy = CompositeFormat.Parse(
        "default-src 'none'; script-src {0}; connect-src {0}; style-src 'none'; img-src data:; base-uri 'none'; require-trusted-types-for 'script'; trusted-types 'none'");

    /// <summary>A page by the first part of its name: <c>plain</c>, <c>strict</c>, <c>hostile</c>; the rest says which widgets stand on it.</summary>
    public static NamedHostPage Named(string name)
    {
        var parts = name.Split('-', 2);
        var page = parts[0] switch
        {
            "strict" => new HostPage("strict", "<html lang=\"ru\">", ""),
            "hostile" => new HostPage(null, "<html lang=\"ru\" dir=\"rtl\">", Hostile),
            "english" => new HostPage(null, "<html lang=\"en\">", ""),
            _ => new HostPage(null, "<html lang=\"ru\">", ""),
        };
        return new NamedHostPage(page, parts.Length > 1 ? parts[1] : "directory");
    }

    internal Task SendAsync(HttpContext http, string origin, string widgets)
    {
        if (Policy is not null)
        {
            http.Response.Headers.ContentSecurityPolicy = string.Format(null, StrictPolicy, origin);
        }

        http.Response.ContentType = "text/html; charset=utf-8";
        return http.Response.WriteAsync($"""
            <!DOCTYPE html>
            {Opening}
            <head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><title>Палата</title>{Head}
            <link rel="icon" href="data:,">
            <script type="module" src="{origin}/embed/v1/center-directory.js"></script></head>
            <body><main><h1>Палата</h1>{widgets}</main></body></html>
            """);
    }
}

/// <summary>A page and what stands on it.</summary>
internal sealed record NamedHostPage(HostPage Page, string Widgets)
{
    public Task SendAsync(HttpContext http, string origin) => Page.SendAsync(http, origin, string.Join("\n", Widgets.Split('-').Select(widget => Element(widget, origin))));

    private static string Element(string widget, string origin) => widget switch
    {
        "directory" => Directory(origin, "territory=\"RU-KHA\""),
        "all" => Directory(origin, ""),
        "cards" => Directory(origin, "view=\"cards\" page-size=\"4\""),
        "wrong" => Directory(origin, "territory=\"RU-XXX\" level=\"LOCAL\" view=\"tiles\" page-size=\"many\" theme=\"pink\" filters=\"search colour\""),
        "events" => $"<center-events territory=\"RU-KHA\"><a href=\"{origin}/embed/events\">События края</a></center-events>",
        "month" => $"<center-events view=\"month\"><a href=\"{origin}/embed/events\">События</a></center-events>",
        "card" => $"<center-card center=\"resursnyj-centr-opora\"><a href=\"{origin}/embed/center/resursnyj-centr-opora\">Центр «Опора»</a></center-card>",
        "nobody" => $"<center-card center=\"nobody\"><a href=\"{origin}/embed/centers\">Каталог</a></center-card>",
        _ => "",
    };

    private static string Directory(string origin, string attributes) =>
        $"<center-directory {attributes}><a href=\"{origin}/embed/centers?lang=ru\">Каталог центров</a></center-directory>";
}
