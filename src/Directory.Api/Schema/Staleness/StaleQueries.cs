using CenterDirectory.Api.Schema.Provenance;
using CenterDirectory.Data;
using CenterDirectory.Data.Access;
using CenterDirectory.Data.Entities;
using CenterDirectory.Data.Entities.Links;
using CenterDirectory.GraphQL.Data;
using CenterDirectory.GraphQL.Types;

namespace CenterDirectory.Api.Schema.Staleness;

/// <summary>Lists of what wants a word from those who answer for it; narrowed by territory and network with filters.</summary>
[QueryType]
internal static class StaleQuery
{
    /// <summary>Active centers whose card is not confirmed lately; by name; depends on the clock.</summary>
    /// <param name="db">The directory.</param>
    /// <param name="confirmations">Knows the period and the time.</param>
    [UsePaging, UseFiltering, UseSorting, Volatile]
    public static IQueryable<Center> GetStaleCenters(DirectoryDb db, Confirmations confirmations) => db.Centers.StaleCenters(confirmations);

    /// <summary>Projects that are not over and whose state is not confirmed lately; depends on the clock.</summary>
    /// <param name="db">The directory.</param>
    /// <param name="confirmations">Knows the period and the time.</param>
    [UsePaging, UseFiltering, UseSorting, Volatile]
    public static IQueryable<Project> GetStaleProjects(DirectoryDb db, Confirmations confirmations) => db.Projects.StaleProjects(confirmations);

    /// <summary>Projects that are over without anybody having said what became of them; depends on the clock.</summary>
    /// <param name="db">The directory.</param>
    /// <param name="confirmations">Knows the period and the time.</param>
    [UsePaging, UseFiltering, UseSorting, Volatile]
    public static IQueryable<Project> GetOverdueProjects(DirectoryDb db, Confirmations confirmations) => db.Projects.OverdueProjects(confirmations);
}

/// <summary>What waits for whoever has a key.</summary>
[ObjectType<AccessKey>]
internal static class KeyDutiesType
{
    /// <summary>Active centers that the key looks after and whose card is not confirmed lately.</summary>
    /// <param name="key">The key.</param>
    /// <param name="db">The directory.</param>
    /// <param name="confirmations">Knows the period and the time.</param>
    [UsePaging(PerParent = true), UseFiltering, UseSorting]
    public static IQueryable<Center> GetStaleCenters([Parent(Requires = ["Id", "Role", "NetworkId", "TerritoryId"])] AccessKey key, DirectoryDb db, Confirmations confirmations) =>
        StaleEntries.CentersOf(db, key).StaleCenters(confirmations);

    /// <summary>Projects of these centers that are not over and whose state is not confirmed lately.</summary>
    /// <param name="key">The key.</param>
    /// <param name="db">The directory.</param>
    /// <param name="confirmations">Knows the period and the time.</param>
    [UsePaging(PerParent = true), UseFiltering, UseSorting]
    public static IQueryable<Project> GetStaleProjects([Parent(Requires = ["Id", "Role", "NetworkId", "TerritoryId"])] AccessKey key, DirectoryDb db, Confirmations confirmations) =>
        StaleEntries.ProjectsOf(db, StaleEntries.CentersOf(db, key)).StaleProjects(confirmations);

    /// <summary>Projects of these centers that are over without anybody having said what became of them.</summary>
    /// <param name="key">The key.</param>
    /// <param name="db">The directory.</param>
    /// <param name="confirmations">Knows the period and the time.</param>
    [UsePaging(PerParent = true), UseFiltering, UseSorting]
    public static IQueryable<Project> GetOverdueProjects([Parent(Requires = ["Id", "Role", "NetworkId", "TerritoryId"])] AccessKey key, DirectoryDb db, Confirmations confirmations) =>
        StaleEntries.ProjectsOf(db, StaleEntries.CentersOf(db, key)).OverdueProjects(confirmations);

    /// <summary>Declarations of these centers that nobody has judged yet.</summary>
    /// <param name="key">The key.</param>
    /// <param name="db">The directory.</param>
    [UsePaging(PerParent = true), UseFiltering, UseSorting]
    public static IQueryable<StandardDeclaration> GetPendingDeclarations([Parent(Requires = ["Id", "Role", "NetworkId", "TerritoryId"])] AccessKey key, DirectoryDb db)
    {
        var centers = StaleEntries.CentersOf(db, key);
        return db.StandardDeclarations.Where(declaration => declaration.Verdict == null && centers.Any(center => center.Id == declaration.Service.CenterId));
    }
}
