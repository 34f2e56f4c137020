using System.Security.Cryptography;
using System.Text;
using CenterDirectory.Api.Embedding.Choices;
using CenterDirectory.Api.Pages;

namespace CenterDirectory.Api.Embedding.Twins;

/// <summary>A page that stands in a frame of another site: no header of ours, the chosen colours, its height told to the page around it.</summary>
internal static class TwinLayout
{
    /// <summary>The page with the policy that belongs to it.</summary>
    public static (Html Page, string Policy) Render(WidgetChoice choice, string title, string origin, Html main)
    {
        var colours = Colours(choice);
        var style = colours.Length == 0 ? Html.Nothing : new Html($"<style>{colours}</style>");
        var page = Html.Of($"""
            <!DOCTYPE html>
            <html lang="{choice.Language.Code}" class="{choice.Theme}">
            <head>
            <meta charset="utf-8">
            <meta name="viewport" content="width=device-width, initial-scale=1">
            <title>{title}</title>
            <link rel="canonical" href="{origin}{ChoiceParameters.Page(choice)}">
            <link rel="alternate" type="application/json+oembed" href="{origin}/oembed?format=json&amp;url={Uri.EscapeDataString(origin + ChoiceParameters.Page(choice))}" title="{title}">
            <link rel="icon" type="image/svg+xml" href="{PageAsset.Icon.Address}">
            <link rel="stylesheet" href="{PageAsset.EmbedStyle.Address}">
            {style}
            <script type="module" src="{PageAsset.EmbedHeight.Address}"></script>
            </head>
            <body>
            <main>
            {Html.Each(choice.Problems, problem => Html.Of($"""<p class="notice">{choice.Language.Pick(problem.Message)}</p>"""))}
            {main}
            </main>
            </body>
            </html>

            """);
        return (page, Policy(colours));
    }

    /// <summary>Anybody may frame these pages, and only these.</summary>
    private static string Policy(string colours)
    {
        var style = colours.Length == 0 ? "" : $" 'sha256-{Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(colours)))}'";
        return $"default-src 'none'; script-src 'self'; style-src 'self'{style}; img-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors *";
    }

    private static string Colours(WidgetChoice choice)
    {
        // A colour is six digits by now: nothing of the address can become style.
        var properties = string.Join(';', ChoiceParameters.Properties(choice).Select(property => $"{property.Name}:{property.Value}"));
        return properties.Length == 0 ? "" : $":root{{{properties}}}";
    }
}
