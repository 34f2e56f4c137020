using CenterDirectory.Api.Schema.Provenance;
using CenterDirectory.Api.Schema.Staleness;
using CenterDirectory.Api.Schema.Standards;
using CenterDirectory.Data;
using CenterDirectory.Data.Entities;
using CenterDirectory.Data.Values;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace CenterDirectory.Api.Reminding;

/// <summary>Reads what wants a word, as the lists of the schema have it.</summary>
internal sealed class DutyReader(DirectoryDb db, Confirmations confirmations, IOptions<RemindersOptions> options, TimeProvider clock)
{
    /// <summary>A letter names so many of each at most.</summary>
    private const int Most = 20;

    /// <summary>What wants a word from the people of a center; null if there is no such center.</summary>
    public async Task<CenterDuties?> OfCenterAsync(long id, CancellationToken cancellationToken)
    {
        var one = db.Centers.AsNoTracking().Where(center => center.Id == id);
        if (await one.Include(center => center.VerifiedBy).SingleOrDefaultAsync(cancellationToken) is not { } center)
        {
            return null;
        }

        var projects = StaleEntries.ProjectsOf(db, one).AsNoTracking();
        var ending = DeclarationStanding.Today(clock).AddDays(options.Value.EveryDays);
        var confirmed = await db.StandardDeclarations.AsNoTracking().Include(declaration => declaration.Service).Include(declaration => declaration.Standard)
            .Where(declaration => declaration.Service.CenterId == id && declaration.Verdict == StandardVerdict.Confirm && declaration.ExpiresOn < ending)
            .OrderBy(declaration => declaration.ExpiresOn).ThenBy(declaration => declaration.Id).Take(Most).ToListAsync(cancellationToken);
        return new CenterDuties(
            center,
            center.Status == CenterStatus.Active ? confirmations.StaleSince(VerifiedEntryType.InstantOf(center), center.CreatedAt) : null,
            await FirstAsync(projects.StaleProjects(confirmations), cancellationToken), await FirstAsync(projects.OverdueProjects(confirmations), cancellationToken), confirmed);
    }

    /// <summary>What wants a word from those who look after all centers.</summary>
    public async Task<DirectoryDuties> OfAllAsync(CancellationToken cancellationToken) => new(
        await db.Centers.StaleCenters(confirmations).CountAsync(cancellationToken),
        await db.Projects.StaleProjects(confirmations).CountAsync(cancellationToken),
        await db.Projects.OverdueProjects(confirmations).CountAsync(cancellationToken),
        await db.StandardDeclarations.CountAsync(declaration => declaration.Verdict == null, cancellationToken));

    private static async Task<IReadOnlyList<Project>> FirstAsync(IQueryable<Project> projects, CancellationToken cancellationToken) =>
        await projects.OrderBy(project => project.DisplayNameFolded).ThenBy(project => project.Id).Take(Most).ToListAsync(cancellationToken);
}
