using System.Globalization;
using CenterDirectory.Api.Hosting.Publishing;
using Microsoft.Net.Http.Headers;

namespace CenterDirectory.Api.Pages;

/// <summary>On what a page depends beside the revision and the site.</summary>
internal static class PageTerms
{
    /// <summary>Its language and the day.</summary>
    /// <param name="language">Language of the page.</param>
    /// <param name="today">Today's first instant: what is to come changes with it.</param>
    /// <param name="form">HTML or another form.</param>
    public static EditionTerms Of(PageLanguage language, DateTime today, string form) => new()
    {
        Variant = string.Create(CultureInfo.InvariantCulture, $"{form}-{language.Code}-{today:yyyyMMdd}"),
        Since = today,
        Vary = [HeaderNames.AcceptLanguage],
    };

    /// <summary>Its language.</summary>
    public static EditionTerms Of(PageLanguage language, string form) => new()
    {
        Variant = $"{form}-{language.Code}",
        Vary = [HeaderNames.AcceptLanguage],
    };
}
