using Microsoft.AspNetCore.Http;

namespace CenterDirectory.GraphQL.Http;

/// <summary>Decides whether a client may spend what its request costs, before the first statement.</summary>
public interface IRequestBudget
{
    /// <summary>Takes what any request costs, even one that is answered without reading data.</summary>
    /// <returns>Null if it may be answered; else how long to wait before asking again.</returns>
    TimeSpan? Admit(HttpContext http);

    /// <summary>Takes what a request costs at most from the client's account.</summary>
    /// <param name="http">The request.</param>
    /// <param name="rows">Rows that it may read.</param>
    /// <returns>Null if it may; else how long to wait before asking again.</returns>
    TimeSpan? Spend(HttpContext http, long rows);
}
