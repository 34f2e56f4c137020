using System.Text.Json.Nodes;

namespace CenterDirectory.Api.OpenData.Hsds;

/// <summary>A list that can be paged through by number and streamed by key.</summary>
/// <param name="Count">How many items there are.</param>
/// <param name="Page">Some of them, by how many come before and how many are wanted.</param>
/// <param name="Stream">All of them, some in memory at a time.</param>
internal sealed record HsdsList(
    Func<CancellationToken, Task<long>> Count,
    Func<long, int, CancellationToken, Task<IReadOnlyList<JsonObject>>> Page,
    Func<CancellationToken, IAsyncEnumerable<JsonObject>> Stream)
{
    /// <summary>A list that lies in memory.</summary>
    public static HsdsList Of(IReadOnlyList<JsonObject> items) => new(
        _ => Task.FromResult((long)items.Count),
        (skip, take, _) => Task.FromResult<IReadOnlyList<JsonObject>>([.. items.Skip((int)Math.Min(skip, items.Count)).Take(take)]),
        _ => items.ToAsyncEnumerable());

    /// <summary>One list behind the other.</summary>
    public HsdsList Then(HsdsList next) => new(
        async cancellationToken => await Count(cancellationToken) + await next.Count(cancellationToken),
        async (skip, take, cancellationToken) =>
        {
            var first = await Page(skip, take, cancellationToken);
            if (first.Count == take)
            {
                return first;
            }

            var count = await Count(cancellationToken);
            return [.. first, .. await next.Page(Math.Max(0, skip - count), take - first.Count, cancellationToken)];
        },
        cancellationToken => Stream(cancellationToken).Concat(next.Stream(cancellationToken)));

    /// <summary>A page with the fields that the specification puts around it.</summary>
    public async Task<JsonObject> PageAsync(HsdsRequest request, CancellationToken cancellationToken)
    {
        var total = await Count(cancellationToken);
        var items = request.Skip >= total ? [] : await Page(request.Skip, request.PerPage, cancellationToken);
        var pages = (total + request.PerPage - 1) / request.PerPage;
        return new JsonObject
        {
            ["total_items"] = total,
            ["total_pages"] = pages,
            ["page_number"] = request.Page,
            ["size"] = items.Count,
            ["first_page"] = request.Page == 1,
            ["last_page"] = request.Page >= pages,
            ["empty"] = items.Count == 0,
            ["contents"] = new JsonArray([.. items]),
        };
    }
}
