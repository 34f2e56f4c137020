using CenterDirectory.Api.Pages;
using CenterDirectory.Data.Values;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;

namespace CenterDirectory.Api.Hosting.Publishing;

/// <summary>Answers to requests that cannot be served, in the reader's language (RFC 9457).</summary>
internal static class Problem
{
    private static readonly LocalizedText BadParameters = new("В адресе неверные параметры", "The address has wrong parameters");

    /// <summary>400: parameters of the address are wrong; every one is named, with what may stand there.</summary>
    public static ProblemHttpResult Of(HttpContext http, IReadOnlyCollection<WrongParameter> parameters)
    {
        var language = PageLanguage.Of(http.Request);
        return Of(http, StatusCodes.Status400BadRequest, BadParameters, string.Join(' ', parameters.Select(wrong => language.Pick(wrong.Message))), new()
        {
            ["errors"] = parameters.Select(wrong => new Dictionary<string, object?>
            {
                ["parameter"] = wrong.Name,
                ["message"] = language.Pick(wrong.Message),
                ["allowed"] = wrong.Allowed,
            }),
        });
    }

    /// <summary>A problem with a title and a sentence that says what to do.</summary>
    public static ProblemHttpResult Of(HttpContext http, int status, LocalizedText title, LocalizedText detail) =>
        Of(http, status, title, PageLanguage.Of(http.Request).Pick(detail), []);

    private static ProblemHttpResult Of(HttpContext http, int status, LocalizedText title, string detail, Dictionary<string, object?> more)
    {
        var language = PageLanguage.Of(http.Request);
        var headers = http.Response.Headers;
        headers.CacheControl = "no-store";
        headers.ContentLanguage = language.Code;
        headers.ETag = default;
        headers.LastModified = default;
        return TypedResults.Problem(new ProblemDetails
        {
            Status = status,
            Title = language.Pick(title),
            Detail = detail,
            Instance = http.Request.Path,
            Extensions = more,
        });
    }
}

/// <summary>A parameter of an address that cannot be understood.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Message">What is wrong and what to do.</param>
/// <param name="Allowed">The values it may have, or the names that exist; empty if they cannot be listed.</param>
internal sealed record WrongParameter(string Name, LocalizedText Message, IReadOnlyList<string> Allowed);
