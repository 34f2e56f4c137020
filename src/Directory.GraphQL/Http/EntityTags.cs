using Microsoft.AspNetCore.Http;
using Microsoft.Net.Http.Headers;

namespace CenterDirectory.GraphQL.Http;

/// <summary>Says whether a client has the answer already (RFC 9110, 13.1.2).</summary>
internal static class EntityTags
{
    /// <summary>Whether <c>If-None-Match</c> names the tag: in a list, weakly, or as <c>*</c>.</summary>
    public static bool IsKnown(HttpRequest request, EntityTagHeaderValue tag) =>
        Known(request).Any(candidate => candidate.Equals(EntityTagHeaderValue.Any)) || IsNamed(request, tag);

    /// <summary>Whether <c>If-None-Match</c> names the tag itself, in a list or weakly: a client that says <c>*</c> need not have this very answer.</summary>
    public static bool IsNamed(HttpRequest request, EntityTagHeaderValue tag) =>
        Known(request).Any(candidate => candidate.Compare(tag, useStrongComparison: false));

    private static IList<EntityTagHeaderValue> Known(HttpRequest request) => request.GetTypedHeaders().IfNoneMatch;
}
