using CenterDirectory.Api.Feeds.Filtering;
using CenterDirectory.Data;
using CenterDirectory.Data.Provenance;
using Microsoft.EntityFrameworkCore;

namespace CenterDirectory.Api.Feeds.Selecting;

/// <summary>The changes that a filter asks for.</summary>
internal static class ChangeSelection
{
    /// <summary>The query, without an order.</summary>
    public static IQueryable<Change> Of(DirectoryDb db, FeedFilter filter)
    {
        var changes = db.Changes.AsNoTracking();
        var (types, kinds) = (filter.Types.ToArray(), filter.ChangeKinds.ToArray());
        changes = types.Length > 0 ? changes.Where(change => Enumerable.Contains(types, change.Type)) : changes;
        changes = kinds.Length > 0 ? changes.Where(change => Enumerable.Contains(kinds, change.Kind)) : changes;
        if (filter.SinceRevision is { } revision)
        {
            var last = Change.IdOf(revision, int.MaxValue);
            changes = changes.Where(change => change.Id > last);
        }

        return changes;
    }
}
