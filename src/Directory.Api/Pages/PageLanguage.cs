using System.Globalization;
using CenterDirectory.Data.Values;
using Microsoft.Net.Http.Headers;

namespace CenterDirectory.Api.Pages;

/// <summary>The language of a page, and how it writes numbers and times.</summary>
internal sealed class PageLanguage
{
    /// <summary>Russian, which is also the answer to a reader of neither.</summary>
    public static readonly PageLanguage Russian = new(Locale.Ru, "ru", "Русский", "ru-RU", "d MMMM yyyy, HH:mm 'UTC'");

    /// <summary>English.</summary>
    public static readonly PageLanguage English = new(Locale.En, "en", "English", "en-GB", "d MMMM yyyy, HH:mm 'UTC'");

    /// <summary>All of them, in the order of the switch.</summary>
    public static readonly IReadOnlyList<PageLanguage> All = [Russian, English];

    private readonly string timeFormat;

    private PageLanguage(Locale locale, string code, string name, string culture, string timeFormat)
    {
        Locale = locale;
        Culture = CultureInfo.GetCultureInfo(culture);
        this.timeFormat = timeFormat;
        Code = code;
        Name = name;
    }

    /// <summary>The language as the vocabulary names it.</summary>
    public Locale Locale { get; }

    /// <summary>How it writes numbers and names months.</summary>
    public CultureInfo Culture { get; }

    /// <summary>Tag for <c>lang</c> attributes and addresses.</summary>
    public string Code { get; }

    /// <summary>What it calls itself.</summary>
    public string Name { get; }

    /// <summary>What <c>?lang=</c> says, else what the browser prefers (RFC 9110, 12.5.4).</summary>
    public static PageLanguage Of(HttpRequest request)
    {
        var asked = request.Query["lang"].ToString();
        return Find(asked) ?? Preferred(request) ?? Russian;
    }

    /// <summary>The language of a value of the vocabulary.</summary>
    public static PageLanguage Of(Locale locale) => locale == Locale.En ? English : Russian;

    /// <summary>The text of this language.</summary>
    public string Pick(string russian, string english) => Locale == Locale.En ? english : russian;

    /// <summary>The text of this language.</summary>
    public string Pick(LocalizedText text) => text.In(Locale);

    /// <summary>A number in groups of digits.</summary>
    public string Number(long number) => number.ToString("N0", Culture);

    /// <summary>An instant, to the minute.</summary>
    public string Time(DateTime instant) => instant.ToString(timeFormat, Culture);

    /// <summary>The form of a noun that goes with a number: «1 центр», «2 центра», «5 центров»; "1 center", "2 centers".</summary>
    public string Noun(long number, Noun noun)
    {
        if (Locale == Locale.En)
        {
            return number == 1 ? noun.EnglishOne : noun.EnglishMany;
        }

        var (tens, ones) = (number / 10 % 10, number % 10);
        return tens == 1 ? noun.RussianMany : ones switch
        {
            1 => noun.RussianOne,
            2 or 3 or 4 => noun.RussianFew,
            _ => noun.RussianMany,
        };
    }

    private static PageLanguage? Preferred(HttpRequest request) => request.GetTypedHeaders().AcceptLanguage
        .Where(range => range.Quality is not 0)
        .OrderByDescending(range => range.Quality ?? 1)
        .Select(Find)
        .FirstOrDefault(language => language is not null);

    private static PageLanguage? Find(StringWithQualityHeaderValue range) => Find(range.Value.Value!.Split('-')[0]);

    private static PageLanguage? Find(string code) => All.FirstOrDefault(language => language.Code.Equals(code, StringComparison.OrdinalIgnoreCase));
}

/// <summary>A noun in the forms that numbers ask for.</summary>
internal sealed record Noun(string RussianOne, string RussianFew, string RussianMany, string EnglishOne, string EnglishMany);
