using System.Diagnostics;
using CenterDirectory.GraphQL.Data.Reading;

namespace CenterDirectory.Api.Hosting;

/// <summary>The newest revision of the server that queries go to, asked anew each time.</summary>
internal sealed class DatabaseRevision(ReadConnections connections) : NewestRevision
{
    public override async ValueTask<int?> NumberAsync(CancellationToken cancellationToken)
    {
        // It is no statement of the request that happens to ask.
        Activity.Current = null;
        return (await connections.ReadAsync(
            """SELECT MAX("Number") FROM "Revisions" """, [], row => row.IsDBNull(0) ? (int?)null : row.GetInt32(0), cancellationToken))[0];
    }
}
