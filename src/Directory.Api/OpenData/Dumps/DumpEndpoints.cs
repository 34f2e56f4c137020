using System.Globalization;
using CenterDirectory.Api.Hosting.Publishing;
using CenterDirectory.Data.Values;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.Net.Http.Headers;

namespace CenterDirectory.Api.OpenData.Dumps;

/// <summary>Serves the files of dumps: what has a revision in its address never changes, <c>latest</c> leads to the newest.</summary>
internal static class DumpEndpoints
{
    private static readonly LocalizedText NoDump = new("Такой выгрузки нет", "There is no such dump");
    private static readonly LocalizedText NoFile = new("Такого файла в выгрузке нет", "The dump has no such file");

    public static void MapDumps(this IEndpointRouteBuilder routes)
    {
        routes.MapMethods("/data/latest/{file}", Editions.Methods, (HttpContext http, DumpStore store, string file) => Latest(http, store, "/" + Uri.EscapeDataString(file)));
        routes.MapMethods("/data/latest", Editions.Methods, (HttpContext http, DumpStore store) => Latest(http, store, ""));
        routes.MapMethods("/data/{revision:int}/{file}", Editions.Methods, File);
        routes.MapMethods("/data/{revision:int}/delta.ndjson", Editions.Methods, DeltaAsync);
    }

    private static IResult Latest(HttpContext http, DumpStore store, string rest)
    {
        if (store.Newest is not { } newest)
        {
            return Missing(http, store);
        }

        http.Response.GetTypedHeaders().CacheControl = new CacheControlHeaderValue { Public = true, MaxAge = TimeSpan.FromMinutes(1) };
        return TypedResults.Redirect(string.Create(CultureInfo.InvariantCulture, $"/data/{newest.Revision}{rest}{http.Request.QueryString.Value}"));
    }

    private static IResult File(HttpContext http, DumpStore store, int revision, string file)
    {
        if (store.Find(revision) is not { } dump)
        {
            return Missing(http, store);
        }

        if (dump.File(file) is not { } found || !System.IO.File.Exists(found.Path))
        {
            return Problem.Of(http, StatusCodes.Status404NotFound, NoFile, new(
                $"Файлы перечислены в /data/{dump.Revision}/{DumpNames.Package}.", $"Its files are listed in /data/{dump.Revision}/{DumpNames.Package}."));
        }

        return Send(http, dump, found);
    }

    /// <summary>
    /// The packed twin goes to whoever understands it, unless they ask for a part: parts are of the bytes that the address names,
    /// and their entity tag is that of these bytes.
    /// </summary>
    private static PhysicalFileHttpResult Send(HttpContext http, StoredDump dump, StoredFile file)
    {
        var headers = http.Response.GetTypedHeaders();
        headers.CacheControl = new CacheControlHeaderValue { Public = true, MaxAge = TimeSpan.FromDays(1) };
        var modified = new DateTimeOffset(dump.Package.Created);
        if (file.Packed is null)
        {
            return TypedResults.PhysicalFile(file.Path, DumpNames.MediaType(file.Name), null, modified, Tag(file.Tag), enableRangeProcessing: true);
        }

        http.Response.Headers.AppendCommaSeparatedValues(HeaderNames.Vary, HeaderNames.AcceptEncoding);
        if (!TakesPacked(http.Request) || dump.File(file.Packed) is not { } packed)
        {
            return TypedResults.PhysicalFile(file.Path, DumpNames.MediaType(file.Name), null, modified, Tag(file.Tag), enableRangeProcessing: true);
        }

        http.Response.Headers.ContentEncoding = "gzip";
        return TypedResults.PhysicalFile(packed.Path, DumpNames.MediaType(file.Name), null, modified, Tag(packed.Tag));
    }

    private static bool TakesPacked(HttpRequest request) => request.Headers.Range.Count == 0
        && request.GetTypedHeaders().AcceptEncoding.Any(coding => coding.Value.Equals("gzip", StringComparison.OrdinalIgnoreCase) && coding.Quality is not 0);

    private static EntityTagHeaderValue Tag(string tag) => new($"\"{tag}\"");

    private static async Task<IResult> DeltaAsync(HttpContext http, DumpStore store, int revision, int? from, CancellationToken cancellationToken)
    {
        if (store.Find(revision) is not { } newer)
        {
            return Missing(http, store);
        }

        var older = from is null ? store.List().FirstOrDefault(dump => dump.Revision < revision) : store.Find(from.Value);
        if (older is null || older.Revision >= revision)
        {
            return Problem.Of(http, [new WrongParameter(
                "from",
                new LocalizedText(
                    $"Нужна более ранняя выгрузка, чем {revision}. Для других ревизий есть changes(sinceRevision:) в GraphQL.",
                    $"It takes an earlier dump than {revision}. For other revisions there is changes(sinceRevision:) in GraphQL."),
                [.. store.List().Where(dump => dump.Revision < revision).Select(dump => dump.Revision.ToString(CultureInfo.InvariantCulture))])]);
        }

        var headers = http.Response.GetTypedHeaders();
        headers.ETag = Tag(string.Create(CultureInfo.InvariantCulture, $"{older.Revision}-{newer.Revision}-{older.Package.Created.Ticks}-{newer.Package.Created.Ticks}"));
        headers.CacheControl = new CacheControlHeaderValue { Public = true, MaxAge = TimeSpan.FromDays(1) };
        if (http.Request.GetTypedHeaders().IfNoneMatch.Any(tag => tag.Compare(headers.ETag!, useStrongComparison: false)))
        {
            return TypedResults.StatusCode(StatusCodes.Status304NotModified);
        }

        http.Response.ContentType = DumpNames.MediaType(DumpNames.All);
        if (!HttpMethods.IsHead(http.Request.Method))
        {
            await DumpDelta.WriteAsync(older, newer, http.Response.BodyWriter, cancellationToken);
        }

        return TypedResults.Empty;
    }

    /// <summary>404: there is no such dump, but others.</summary>
    public static ProblemHttpResult Missing(HttpContext http, DumpStore store)
    {
        var there = string.Join(", ", store.List().Select(dump => dump.Revision));
        return Problem.Of(http, StatusCodes.Status404NotFound, NoDump, there.Length == 0
            ? new LocalizedText("Ни одной выгрузки ещё нет.", "There is none at all yet.")
            : new LocalizedText($"Есть выгрузки ревизий {there}.", $"There are dumps of the revisions {there}."));
    }
}
