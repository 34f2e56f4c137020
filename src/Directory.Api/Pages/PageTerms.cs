using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using CenterDirectory.Api.Hosting.Publishing;
using Microsoft.Net.Http.Headers;

namespace CenterDirectory.Api.Pages;

/// <summary>On what a page depends beside the revision.</summary>
internal static class PageTerms
{
    /// <summary>Its language, the day, and the site that its addresses name.</summary>
    /// <param name="language">Language of the page.</param>
    /// <param name="origin">Scheme and host of the site.</param>
    /// <param name="today">Today's first instant: what is to come changes with it.</param>
    /// <param name="form">HTML or another form.</param>
    public static EditionTerms Of(PageLanguage language, string origin, DateTime today, string form) => new()
    {
        Variant = string.Create(CultureInfo.InvariantCulture, $"{form}-{language.Code}-{today:yyyyMMdd}-{Fingerprint(origin)}"),
        Since = today,
        Vary = [HeaderNames.AcceptLanguage],
    };

    /// <summary>Its language and the site that its addresses name.</summary>
    public static EditionTerms Of(PageLanguage language, string origin, string form) => new()
    {
        Variant = $"{form}-{language.Code}-{Fingerprint(origin)}",
        Vary = [HeaderNames.AcceptLanguage],
    };

    /// <summary>A site in a tag.</summary>
    public static string Fingerprint(string origin) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(origin)).AsSpan(0, 4));
}
