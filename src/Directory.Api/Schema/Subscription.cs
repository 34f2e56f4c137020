using System.Linq.Expressions;
using System.Runtime.CompilerServices;
using CenterDirectory.Api.Hosting;
using CenterDirectory.Data;
using CenterDirectory.Data.Entities;
using CenterDirectory.Data.Provenance;
using CenterDirectory.Data.Values;
using CenterDirectory.GraphQL.Data;
using CenterDirectory.GraphQL.Execution;
using CenterDirectory.GraphQL.Types;
using Microsoft.EntityFrameworkCore;

namespace CenterDirectory.Api.Schema;

/// <summary>What can be followed, as server-sent events.</summary>
[SubscriptionType]
internal static class Subscription
{
    /// <summary>One message for each committed revision from now on that touches one of the types in the territory.</summary>
    /// <param name="number">Number of the revision.</param>
    /// <param name="db">The directory.</param>
    [Subscribe(With = nameof(FollowAsync)), UseFirstOrDefault, GraphQLNonNullType]
    public static IQueryable<Revision> GetChanged([EventMessage] int number, DirectoryDb db) => db.Revisions.Where(revision => revision.Number == number);

    /// <summary>Numbers of the revisions that a listener wants to hear of.</summary>
    /// <param name="watch">Tells of new ones.</param>
    /// <param name="databases">The directory.</param>
    /// <param name="types">Only these types.</param>
    /// <param name="territory">Only there and below; a removed entry counts everywhere, for nobody can say any more where it was.</param>
    /// <param name="cancellationToken">The listener has gone.</param>
    internal static async IAsyncEnumerable<int> FollowAsync(
        RevisionWatch watch, IDbContextFactory<DirectoryDb> databases, IReadOnlyList<EntryType>? types, [GraphQLScalar("TerritoryKey")] string? territory,
        [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var wanted = types ?? Enum.GetValues<EntryType>();
        long[]? places = territory is null ? null : [await PlaceAsync(databases, territory, cancellationToken)];
        await foreach (var span in watch.FollowAsync(cancellationToken))
        {
            foreach (var number in await TouchedAsync(databases, span, wanted, places, cancellationToken))
            {
                yield return number;
            }
        }
    }

    /// <summary>Revisions of the span that touch a type, in order.</summary>
    private static async Task<List<int>> TouchedAsync(
        IDbContextFactory<DirectoryDb> databases, RevisionSpan span, IReadOnlyList<EntryType> types, long[]? places, CancellationToken cancellationToken)
    {
        await using var db = await databases.CreateDbContextAsync(cancellationToken);
        var numbers = new SortedSet<int>();
        foreach (var type in types.Distinct())
        {
            var changes = db.Changes.Where(change => change.RevisionNumber > span.After && change.RevisionNumber <= span.Newest && change.Type == type);
            var there = places is null ? changes : changes.Where(In(db, type, places));
            numbers.UnionWith(await there.Select(change => change.RevisionNumber).Distinct().ToListAsync(cancellationToken));
        }

        return [.. numbers];
    }

    /// <summary>Whether a changed entry is in the place or below, or gone.</summary>
    private static Expression<Func<Change, bool>> In(DirectoryDb db, EntryType type, long[] places)
    {
        var inside = db.Set<TerritoryClosure>().Where(pair => places.Contains(pair.AncestorId)).Select(pair => (long?)pair.DescendantId);
        return type switch
        {
            EntryType.Center => change => change.Kind == ChangeKind.Removed
                || db.Centers.Any(center => center.Id == change.EntityId && inside.Contains(center.TerritoryId)),
            EntryType.Service => change => change.Kind == ChangeKind.Removed
                || db.Services.Any(service => service.Id == change.EntityId && inside.Contains(service.TerritoryId)),
            EntryType.Organization => change => change.Kind == ChangeKind.Removed
                || db.Organizations.Any(organization => organization.Id == change.EntityId && inside.Contains(organization.TerritoryId)),
            EntryType.Event => change => change.Kind == ChangeKind.Removed
                || db.Events.Any(item => item.Id == change.EntityId && inside.Contains(item.TerritoryId)),
            EntryType.NewsItem => change => change.Kind == ChangeKind.Removed
                || db.News.Any(item => item.Id == change.EntityId && inside.Contains(item.TerritoryId)),
            EntryType.Territory => change => change.Kind == ChangeKind.Removed || inside.Contains(change.EntityId),
            EntryType.Network => change => change.Kind == ChangeKind.Removed
                || db.NetworkTerritories.Any(link => link.NetworkId == change.EntityId && inside.Contains(link.TerritoryId)),
            EntryType.Program => change => change.Kind == ChangeKind.Removed
                || db.ProgramTerritories.Any(link => link.ProgramId == change.EntityId && inside.Contains(link.TerritoryId)),
            EntryType.Project => change => change.Kind == ChangeKind.Removed
                || db.ProjectTerritories.Any(link => link.ProjectId == change.EntityId && inside.Contains(link.TerritoryId)),
            EntryType.Grant => change => change.Kind == ChangeKind.Removed
                || db.Grants.Any(grant => grant.Id == change.EntityId && inside.Contains(grant.Recipient!.TerritoryId)),
            EntryType.Practice => change => change.Kind == ChangeKind.Removed
                || db.Practices.Any(practice => practice.Id == change.EntityId && inside.Contains(practice.OriginId)),
            EntryType.Metric => change => change.Kind == ChangeKind.Removed
                || db.Metrics.Any(metric => metric.Id == change.EntityId && inside.Contains(metric.TerritoryId ?? metric.SubjectTerritoryId)),
            EntryType.Person => change => change.Kind == ChangeKind.Removed
                || db.PersonRoles.Any(role => role.PersonId == change.EntityId
                    && (inside.Contains(role.Organization!.TerritoryId) || inside.Contains(role.Center!.TerritoryId))),
            EntryType.ServiceStandard => change => change.Kind == ChangeKind.Removed
                || db.ServiceStandards.Any(standard => standard.Id == change.EntityId && inside.Contains(standard.Issuer!.TerritoryId)),
            _ => throw new InvalidOperationException($"Nobody has said where entries of the type {type} are."),
        };
    }

    private static async Task<long> PlaceAsync(IDbContextFactory<DirectoryDb> databases, string key, CancellationToken cancellationToken)
    {
        await using var db = await databases.CreateDbContextAsync(cancellationToken);
        var found = await Query.GetTerritory(db, key).Select(territory => (long?)territory.Id).FirstOrDefaultAsync(cancellationToken);
        return found ?? throw new GraphQLException("There is no territory of that key; `territories` lists them.");
    }
}
