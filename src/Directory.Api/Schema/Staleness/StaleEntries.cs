using CenterDirectory.Api.Access;
using CenterDirectory.Api.Schema.Provenance;
using CenterDirectory.Data;
using CenterDirectory.Data.Access;
using CenterDirectory.Data.Entities;
using CenterDirectory.Data.Values;

namespace CenterDirectory.Api.Schema.Staleness;

/// <summary>Which entries want a word from those who answer for them: the same for lists, reminders and keys.</summary>
internal static class StaleEntries
{
    private static readonly ProjectStatus[] Over = [ProjectStatus.Completed, ProjectStatus.Stopped];

    private static readonly ProjectStatus[] Telling = [ProjectStatus.Continued, ProjectStatus.Stopped];

    /// <summary>Centers that a key looks after.</summary>
    public static IQueryable<Center> CentersOf(DirectoryDb db, AccessKey key)
    {
        if (key.Role == AccessRole.Operator)
        {
            return db.Centers;
        }

        var own = AccessTargets.CentersOf(db, key.Id);
        // Nothing has the number 0. Never null: a statement is translated once, and one for null would say nothing of networks.
        var isCoordinator = key.Role == AccessRole.Coordinator;
        var network = isCoordinator ? key.NetworkId ?? 0 : 0;
        var territory = isCoordinator ? key.TerritoryId ?? 0 : 0;
        return db.Centers.Where(center => own.Contains(center.Id)
            || center.Memberships.Any(member => member.NetworkId == network)
            || center.Territory!.Above.Any(pair => pair.AncestorId == territory));
    }

    /// <summary>Active ones whose card is not confirmed lately.</summary>
    public static IQueryable<Center> StaleCenters(this IQueryable<Center> centers, Confirmations confirmations)
    {
        var cutOff = confirmations.CutOff;
        return centers.Where(center => center.Status == CenterStatus.Active
            && ((center.ConfirmedAt ?? center.VerifiedBy!.LastSuccessAt) == null || (center.ConfirmedAt ?? center.VerifiedBy!.LastSuccessAt) < cutOff));
    }

    /// <summary>Whether an entry that is looked after by somebody is not confirmed lately; one that nobody ever confirmed is no worse than it was.</summary>
    /// <param name="entry">The entry, with the source that verified it.</param>
    /// <param name="cutOff">What was last confirmed before is stale.</param>
    public static bool IsStale(DirectoryEntry entry, DateTime cutOff) => entry is Center or Service or Project && VerifiedEntryType.InstantOf(entry) < cutOff;

    /// <summary>Those whose state is not confirmed lately; what is over does not change any more.</summary>
    public static IQueryable<Project> StaleProjects(this IQueryable<Project> projects, Confirmations confirmations)
    {
        var cutOff = confirmations.CutOff;
        return projects.Where(project => !Enumerable.Contains(Over, project.Status)
            && ((project.ConfirmedAt ?? project.VerifiedBy!.LastSuccessAt) == null || (project.ConfirmedAt ?? project.VerifiedBy!.LastSuccessAt) < cutOff));
    }

    /// <summary>Those that are over without anybody having said what became of them.</summary>
    public static IQueryable<Project> OverdueProjects(this IQueryable<Project> projects, Confirmations confirmations)
    {
        var endedBefore = confirmations.EndedBefore;
        return projects.Where(project => project.Outcome == null && !Enumerable.Contains(Telling, project.Status)
            && ((project.PeriodLatest != null && project.PeriodLatest < endedBefore) || (project.PeriodLatest == null && project.Status == ProjectStatus.Completed)));
    }

    /// <summary>The same of one project.</summary>
    public static OutcomeState OutcomeOf(Project project, DateOnly endedBefore) =>
        project.Outcome is not null || Telling.Contains(project.Status) ? OutcomeState.Reported
        : project.PeriodLatest is { } last ? (last < endedBefore ? OutcomeState.Overdue : OutcomeState.Pending)
        : project.Status == ProjectStatus.Completed ? OutcomeState.Overdue : OutcomeState.Pending;

    /// <summary>Projects in which one of the centers takes part.</summary>
    public static IQueryable<Project> ProjectsOf(DirectoryDb db, IQueryable<Center> centers) =>
        db.Projects.Where(project => project.Centers.Any(link => centers.Any(center => center.Id == link.CenterId)));
}
