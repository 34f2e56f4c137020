namespace CenterDirectory.Api.Pages;

/// <summary>What search engines and messengers are told of a page.</summary>
/// <param name="language">Language of the page.</param>
/// <param name="origin">Scheme and host of the site.</param>
internal sealed class PageHead(PageLanguage language, string origin)
{
    /// <summary>Address of the page, without a language.</summary>
    public required string Path { get; init; }

    /// <summary>What it is called where it is shared.</summary>
    public required string Title { get; init; }

    /// <summary>What it tells, in a sentence or two.</summary>
    public required string Description { get; init; }

    /// <summary>Its kind in Open Graph.</summary>
    public string Kind { get; init; } = "website";

    /// <summary>The elements.</summary>
    public Html Render() => Html.Of($"""
        <meta name="description" content="{Description}">
        <link rel="canonical" href="{Canonical(language)}">
        {Html.Each(PageLanguage.All, other => Html.Of($"""<link rel="alternate" hreflang="{other.Code}" href="{Canonical(other)}">"""))}
        <link rel="alternate" hreflang="x-default" href="{origin}{Path}">
        <meta property="og:site_name" content="CenterDirectory">
        <meta property="og:type" content="{Kind}">
        <meta property="og:title" content="{Title}">
        <meta property="og:description" content="{Description}">
        <meta property="og:url" content="{Canonical(language)}">
        <meta property="og:locale" content="{language.Pick("ru_RU", "en_GB")}">
        <meta property="og:locale:alternate" content="{language.Pick("en_GB", "ru_RU")}">
        """);

    private string Canonical(PageLanguage of) => origin + SitePaths.Canonical(Path, of);
}
