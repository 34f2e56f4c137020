namespace CenterDirectory.Api.Pages;

/// <summary>Addresses of pages in a language. Russian is the language of the address alone, so that every page has one canonical address.</summary>
internal static class SitePaths
{
    /// <summary>The address under which a reader stays in the language, whatever the browser prefers.</summary>
    public static string InLanguage(string path, PageLanguage language)
    {
        var (address, fragment) = path.IndexOf('#', StringComparison.Ordinal) is >= 0 and var hash ? (path[..hash], path[hash..]) : (path, "");
        return $"{address}{(address.Contains('?', StringComparison.Ordinal) ? '&' : '?')}lang={language.Code}{fragment}";
    }

    /// <summary>The address that search engines are to know the page by.</summary>
    public static string Canonical(string path, PageLanguage language) => language == PageLanguage.Russian ? path : InLanguage(path, language);
}
