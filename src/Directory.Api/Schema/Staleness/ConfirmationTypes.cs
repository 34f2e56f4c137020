using CenterDirectory.Api.Schema.Provenance;
using CenterDirectory.Data;
using CenterDirectory.Data.Entities;
using CenterDirectory.Data.Values;
using CenterDirectory.GraphQL.Types;

namespace CenterDirectory.Api.Schema.Staleness;

/// <summary>Since when nobody has stood behind a center, and who did last.</summary>
[ObjectType<Center>]
internal static class CenterConfirmationType
{
    /// <summary>Since when it is not confirmed lately; of what nobody ever confirmed, since when it is known; null while it is confirmed; depends on the clock.</summary>
    /// <param name="center">The center.</param>
    /// <param name="confirmations">Knows the period and the time.</param>
    [Volatile]
    public static DateTime? GetStaleSince(
        [Parent(Requires = [VerifiedEntryType.LastSuccess, nameof(DirectoryEntry.ConfirmedAt), nameof(DirectoryEntry.CreatedAt)])] Center center, Confirmations confirmations) =>
        confirmations.StaleSince(VerifiedEntryType.InstantOf(center), center.CreatedAt);

    /// <summary>In which role somebody last said that it is still true; null if only a source did.</summary>
    [BatchResolver(Requires = [nameof(DirectoryEntry.Id), nameof(DirectoryEntry.ConfirmedAt)]), Cost(Statements = 1)]
    public static Task<IReadOnlyDictionary<Center, AccessRole?>> GetConfirmedAsAsync(IReadOnlyList<Center> centers, DirectoryDb db, CancellationToken cancellationToken) =>
        ConfirmerReader.RolesAsync(centers, db, cancellationToken);
}

/// <summary>Since when nobody has stood behind a service, and who did last.</summary>
[ObjectType<Service>]
internal static class ServiceConfirmationType
{
    /// <summary>Since when it is not confirmed lately; of what nobody ever confirmed, since when it is known; null while it is confirmed; depends on the clock.</summary>
    /// <param name="service">The service.</param>
    /// <param name="confirmations">Knows the period and the time.</param>
    [Volatile]
    public static DateTime? GetStaleSince(
        [Parent(Requires = [VerifiedEntryType.LastSuccess, nameof(DirectoryEntry.ConfirmedAt), nameof(DirectoryEntry.CreatedAt)])] Service service, Confirmations confirmations) =>
        confirmations.StaleSince(VerifiedEntryType.InstantOf(service), service.CreatedAt);

    /// <summary>In which role somebody last said that it is still true; null if only a source did.</summary>
    [BatchResolver(Requires = [nameof(DirectoryEntry.Id), nameof(DirectoryEntry.ConfirmedAt)]), Cost(Statements = 1)]
    public static Task<IReadOnlyDictionary<Service, AccessRole?>> GetConfirmedAsAsync(IReadOnlyList<Service> services, DirectoryDb db, CancellationToken cancellationToken) =>
        ConfirmerReader.RolesAsync(services, db, cancellationToken);
}

/// <summary>Since when nobody has stood behind a project, who did last, and whether its outcome is known.</summary>
[ObjectType<Project>]
internal static class ProjectConfirmationType
{
    /// <summary>Since when it is not confirmed lately; of what nobody ever confirmed, since when it is known; null while it is confirmed; depends on the clock.</summary>
    /// <param name="project">The project.</param>
    /// <param name="confirmations">Knows the period and the time.</param>
    [Volatile]
    public static DateTime? GetStaleSince(
        [Parent(Requires = [VerifiedEntryType.LastSuccess, nameof(DirectoryEntry.ConfirmedAt), nameof(DirectoryEntry.CreatedAt)])] Project project, Confirmations confirmations) =>
        confirmations.StaleSince(VerifiedEntryType.InstantOf(project), project.CreatedAt);

    /// <summary>In which role somebody last said that it is still true; null if only a source did.</summary>
    [BatchResolver(Requires = [nameof(DirectoryEntry.Id), nameof(DirectoryEntry.ConfirmedAt)]), Cost(Statements = 1)]
    public static Task<IReadOnlyDictionary<Project, AccessRole?>> GetConfirmedAsAsync(IReadOnlyList<Project> projects, DirectoryDb db, CancellationToken cancellationToken) =>
        ConfirmerReader.RolesAsync(projects, db, cancellationToken);

    /// <summary>Whether it is known what became of it; depends on the clock.</summary>
    /// <param name="project">The project.</param>
    /// <param name="confirmations">Knows the time.</param>
    [Volatile]
    public static OutcomeState GetOutcomeState(
        [Parent(Requires = [nameof(Project.Outcome), nameof(Project.Status), nameof(Project.PeriodLatest)])] Project project, Confirmations confirmations) =>
        StaleEntries.OutcomeOf(project, confirmations.EndedBefore);
}
