using System.Linq.Expressions;
using CenterDirectory.Data;
using CenterDirectory.Data.Entities;
using CenterDirectory.Data.Provenance;
using CenterDirectory.Data.Values;
using CenterDirectory.GraphQL.Data;
using CenterDirectory.GraphQL.Execution;
using CenterDirectory.GraphQL.Types;
using Microsoft.EntityFrameworkCore;

namespace CenterDirectory.Api.Schema.Changes;

/// <summary>The feed of changes.</summary>
[QueryType]
internal static class ChangesQuery
{
    /// <summary>Changes from the beginning, or after a cursor or revision: replayed onto an empty copy they give the directory.</summary>
    /// <param name="db">The directory.</param>
    /// <param name="after">Cursor of the last change known.</param>
    /// <param name="sinceRevision">Start after this revision instead, e.g. that of a dump; not together with `after`.</param>
    /// <param name="types">Only these types.</param>
    [UsePaging(AllowBackwardPagination = false), NarrowsNodes("types")]
    public static IQueryable<Change> GetChanges(
        DirectoryDb db, string? after = null, int? sinceRevision = null, IReadOnlyList<EntryType>? types = null)
    {
        if (after is not null && sinceRevision is not null)
        {
            throw new GraphQLException("Say where to start with either `after` or `sinceRevision`, and not both.");
        }

        IQueryable<Change> changes = db.Changes;
        if (sinceRevision is { } revision)
        {
            var last = Change.IdOf(revision, int.MaxValue);
            changes = changes.Where(change => change.Id > last);
        }

        if (types is not null)
        {
            var wanted = types.ToArray();
            changes = changes.Where(change => Enumerable.Contains(wanted, change.Type));
        }

        return changes.OrderBy(change => change.Id);
    }
}

/// <summary>A page of changes in the order of commitment; no totalCount on purpose.</summary>
[ConnectionType<Change>(IncludeTotalCount = false)]
internal static class ChangesConnectionType
{
    /// <summary>Newest revision: a copy is in step with it once no further page follows. Null before the first import.</summary>
    /// <param name="db">The directory.</param>
    [UseFirstOrDefault]
    public static IQueryable<Revision> GetLatestRevision(DirectoryDb db) => Query.GetRevision(db);
}

/// <summary>What a revision has besides its columns.</summary>
[ObjectType<Revision>]
internal static class RevisionType
{
    /// <summary>Its changes.</summary>
    /// <param name="types">Only these types.</param>
    [UsePaging(AllowBackwardPagination = false), NarrowsNodes("types")]
    public static Expression<Func<Revision, IEnumerable<Change>>> GetChanges(IReadOnlyList<EntryType>? types = null)
    {
        if (types is null)
        {
            return revision => revision.Changes;
        }

        var wanted = types.ToArray();
        return revision => revision.Changes.Where(change => Enumerable.Contains(wanted, change.Type));
    }
}

/// <summary>What a change has besides its columns.</summary>
[ObjectType<Change>, DefaultOrder(nameof(Change.Id))]
internal static class ChangeType
{
    /// <summary>Id of the entry, also of a removed one.</summary>
    /// <param name="change">The change.</param>
    [ID]
    public static string GetId([Parent(Requires = [nameof(Change.Type), nameof(Change.EntityId)])] Change change) =>
        GlobalId.Encode(change.Type.ToString(), change.EntityId);

    /// <summary>Id of the entry it was joined into, if it was removed by a join.</summary>
    /// <param name="changes">The changes.</param>
    /// <param name="db">The directory.</param>
    /// <param name="cancellationToken">Stops it.</param>
    [BatchResolver(Requires = [nameof(Change.Type), nameof(Change.EntityId), nameof(Change.Kind)]), ID, Cost(Statements = 1)]
    public static async Task<IReadOnlyDictionary<Change, string?>> GetReplacedBy(
        IReadOnlyList<Change> changes, DirectoryDb db, CancellationToken cancellationToken)
    {
        var removed = changes.Where(change => change.Kind == ChangeKind.Removed).ToList();
        if (removed.Count == 0)
        {
            return new Dictionary<Change, string?>();
        }

        var keys = removed.Select(change => change.EntityId).ToArray();
        var joined = await db.Set<Tombstone>()
            .Where(stone => stone.ReplacedById != null && Enumerable.Contains(keys, stone.EntityId))
            .ToDictionaryAsync(stone => (stone.EntryType, stone.EntityId), stone => stone.ReplacedById!.Value, cancellationToken);
        return removed.Where(change => joined.ContainsKey((change.Type, change.EntityId))).ToDictionary(
            change => change, change => (string?)GlobalId.Encode(change.Type.ToString(), joined[(change.Type, change.EntityId)]));
    }

    /// <summary>The entry as it is now, not as it was then; null if it is gone.</summary>
    /// <param name="change">The change.</param>
    [UseNodes]
    public static NodeReference<DirectoryEntry> GetNode([Parent(Requires = [nameof(Change.Type), nameof(Change.EntityId)])] Change change) =>
        new(change.Type.ToString(), change.EntityId);
}
