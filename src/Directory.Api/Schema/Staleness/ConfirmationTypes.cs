using CenterDirectory.Api.Schema.Provenance;
using CenterDirectory.Data;
using CenterDirectory.Data.Entities;
using CenterDirectory.Data.Values;
using CenterDirectory.GraphQL.Types;

namespace CenterDirectory.Api.Schema.Staleness;

/// <summary>Since when nobody has stood behind an entry, and who did last.</summary>
[ObjectType<Center>, ObjectType<Service>, ObjectType<Project>]
internal static class ConfirmationType
{
    /// <summary>Since when it is not confirmed lately; of what nobody ever confirmed, since when it is known; null while it is confirmed; depends on the clock.</summary>
    /// <param name="entry">The entry.</param>
    /// <param name="confirmations">Knows the period and the time.</param>
    [Volatile]
    public static DateTime? GetStaleSince(
        [Parent(Requires = [VerifiedEntryType.LastSuccess, nameof(DirectoryEntry.ConfirmedAt), nameof(DirectoryEntry.CreatedAt)])] DirectoryEntry entry, Confirmations confirmations) =>
        confirmations.StaleSince(VerifiedEntryType.InstantOf(entry), entry.CreatedAt);

    /// <summary>In which role somebody last said that it is still true; null if only a source did.</summary>
    [BatchResolver(Requires = [nameof(DirectoryEntry.Id), nameof(DirectoryEntry.ConfirmedAt)]), Cost(Statements = 1)]
    public static Task<IReadOnlyDictionary<DirectoryEntry, AccessRole?>> GetConfirmedAsAsync(
        IReadOnlyList<DirectoryEntry> entries, DirectoryDb db, CancellationToken cancellationToken) => ConfirmerReader.RolesAsync(entries, db, cancellationToken);
}

/// <summary>Whether the outcome of a project is known.</summary>
[ObjectType<Project>]
internal static class ProjectOutcomeType
{
    /// <summary>Whether it is known what became of it; depends on the clock.</summary>
    /// <param name="project">The project.</param>
    /// <param name="confirmations">Knows the time.</param>
    [Volatile]
    public static OutcomeState GetOutcomeState(
        [Parent(Requires = [nameof(Project.Outcome), nameof(Project.Status), nameof(Project.PeriodLatest)])] Project project, Confirmations confirmations) =>
        StaleEntries.OutcomeOf(project, confirmations.EndedBefore);
}
