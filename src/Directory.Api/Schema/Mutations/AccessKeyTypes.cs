using CenterDirectory.Api.Access;
using CenterDirectory.Data;
using CenterDirectory.Data.Access;
using CenterDirectory.Data.Entities;
using CenterDirectory.GraphQL.Data;
using CenterDirectory.GraphQL.Types;

namespace CenterDirectory.Api.Schema.Mutations;

/// <summary>Who asks.</summary>
[QueryType]
internal static class ViewerQuery
{
    /// <summary>The key that came with this request; null without one.</summary>
    /// <param name="db">The directory.</param>
    /// <param name="viewer">Who asks.</param>
    [UseFirstOrDefault, Volatile]
    public static IQueryable<AccessKey> GetViewer(DirectoryDb db, Viewer viewer)
    {
        // No key has the number 0.
        var id = viewer.Key?.Id ?? 0;
        return db.AccessKeys.Where(key => key.Id == id).OrderBy(key => key.Id);
    }
}

/// <summary>What a key has besides its columns.</summary>
[ObjectType<AccessKey>, Volatile]
internal static class AccessKeyType
{
    /// <summary>Id for rotation and revocation; not a Node.</summary>
    /// <param name="key">The key.</param>
    [ID]
    public static string GetId([Parent(Requires = ["Id"])] AccessKey key) => GlobalId.Encode(nameof(AccessKey), key.Id);

    /// <summary>Centers it may edit.</summary>
    /// <param name="key">The key.</param>
    /// <param name="db">The directory.</param>
    [UsePaging(PerParent = true), UseFiltering, UseSorting]
    public static IQueryable<Center> GetCenters([Parent(Requires = ["Id"])] AccessKey key, DirectoryDb db)
    {
        var own = AccessTargets.CentersOf(db, key.Id);
        return db.Centers.Where(center => own.Contains(center.Id));
    }

    /// <summary>Network it coordinates.</summary>
    /// <param name="key">The key.</param>
    [UseNodes]
    public static NodeReference<Network>? GetNetwork([Parent(Requires = ["NetworkId"])] AccessKey key) =>
        key.NetworkId is { } id ? new(nameof(Network), id) : null;

    /// <summary>Territory it coordinates.</summary>
    /// <param name="key">The key.</param>
    [UseNodes]
    public static NodeReference<Territory>? GetTerritory([Parent(Requires = ["TerritoryId"])] AccessKey key) =>
        key.TerritoryId is { } id ? new(nameof(Territory), id) : null;

    internal static NodeReference<AccessKey>? ReferenceTo(KeptKey? kept) => kept is null ? null : new(nameof(AccessKey), kept.Id);
}
