using System.Globalization;
using CenterDirectory.Data;
using CenterDirectory.GraphQL.Http;
using Microsoft.EntityFrameworkCore;

namespace CenterDirectory.Api.Hosting;

/// <summary>The newest revision of the database: imports and edits each make one.</summary>
internal sealed class DatabaseRevision(IDbContextFactory<DirectoryDb> databases) : IRevisionSource
{
    private static readonly Func<DirectoryDb, CancellationToken, Task<int>> Newest = EF.CompileAsyncQuery(
        (DirectoryDb db, CancellationToken _) => db.Revisions.OrderByDescending(revision => revision.Number).Select(revision => revision.Number).FirstOrDefault());

    public async ValueTask<string?> CurrentAsync(CancellationToken cancellationToken)
    {
        await using var db = await databases.CreateDbContextAsync(cancellationToken);
        var number = await Newest(db, cancellationToken);
        return number == 0 ? null : number.ToString(CultureInfo.InvariantCulture);
    }
}
