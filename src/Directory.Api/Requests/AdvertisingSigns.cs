using System.Text.RegularExpressions;
using CenterDirectory.Api.Schema.Errors;
using CenterDirectory.Api.Schema.Requests;

namespace CenterDirectory.Api.Requests;

/// <summary>
/// What programs that advertise write and people in need do not: a link for a name, a heap of links for a request. Nobody outside is asked, so
/// nothing of a request leaves the house for being checked.
/// </summary>
internal static partial class AdvertisingSigns
{
    private const int MostLinks = 3;

    /// <summary>What looks so; it is told, for people can be mistaken for programs and write it otherwise.</summary>
    public static IEnumerable<ValidationError> Of(RequestSupportInput input)
    {
        if (Link().Count(input.Text) > MostLinks)
        {
            yield return ValidationError.Wrong($"Не больше {MostLinks} ссылок в заявке.", $"At most {MostLinks} links in a request.", "input", "text");
        }

        if (Link().IsMatch(input.ContactName))
        {
            yield return ValidationError.Wrong("Напишите имя, без ссылок.", "Write a name, without links.", "input", "contactName");
        }
    }

    [GeneratedRegex(@"https?://|www\.|\[url|<a\s", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Link();
}
