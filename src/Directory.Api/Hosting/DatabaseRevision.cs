using CenterDirectory.Data;
using Microsoft.EntityFrameworkCore;

namespace CenterDirectory.Api.Hosting;

/// <summary>The newest revision of any database, asked anew each time.</summary>
internal sealed class DatabaseRevision(IDbContextFactory<DirectoryDb> databases) : NewestRevision
{
    public override async ValueTask<int?> NumberAsync(CancellationToken cancellationToken)
    {
        await using var db = await databases.CreateDbContextAsync(cancellationToken);
        return await db.Revisions.MaxAsync(revision => (int?)revision.Number, cancellationToken);
    }
}
