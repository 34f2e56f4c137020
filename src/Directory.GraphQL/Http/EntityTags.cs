using Microsoft.AspNetCore.Http;
using Microsoft.Net.Http.Headers;

namespace CenterDirectory.GraphQL.Http;

/// <summary>Says whether a client has the answer already (RFC 9110, 13.1.2).</summary>
internal static class EntityTags
{
    /// <summary>Whether <c>If-None-Match</c> names the tag: in a list, weakly, or as <c>*</c>.</summary>
    public static bool IsKnown(HttpRequest request, EntityTagHeaderValue tag) =>
        request.GetTypedHeaders().IfNoneMatch is { } known
        && known.Any(candidate => candidate.Equals(EntityTagHeaderValue.Any) || candidate.Compare(tag, useStrongComparison: false));
}
