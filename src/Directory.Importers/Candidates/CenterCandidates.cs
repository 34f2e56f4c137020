using CenterDirectory.Data;
using CenterDirectory.Data.Entities;
using CenterDirectory.Data.Provenance;
using CenterDirectory.Data.Values;
using CenterDirectory.Importers.Resolving;
using Microsoft.EntityFrameworkCore;

namespace CenterDirectory.Importers.Candidates;

/// <summary>An organization whose name hints at a resource center.</summary>
/// <param name="Record">Its record in the strongest source that speaks of it.</param>
/// <param name="Name">Its name.</param>
/// <param name="Rule">Key of the rule that found it.</param>
/// <param name="Place">Its territory or the words for it; null if unknown.</param>
public sealed record CenterCandidate(RecordName Record, string Name, string Rule, string? Place);

/// <summary>What was decided of an organization.</summary>
/// <param name="Record">Its record.</param>
/// <param name="IsAccepted">Whether it is a center.</param>
/// <param name="Note">Why.</param>
public sealed record DecidedCenter(RecordName Record, bool IsAccepted, string? Note);

/// <summary>
/// Proposes resource centers out of registries. Nothing appears in the directory before a person has accepted it; what was rejected is not
/// proposed again.
/// </summary>
public sealed class CenterCandidates
{
    private readonly IDbContextFactory<DirectoryDb> databases;
    private readonly ImportPipeline pipeline;
    private readonly TimeProvider clock;
    private readonly Lazy<CenterRules> rules;

    internal CenterCandidates(IDbContextFactory<DirectoryDb> databases, ImportPipeline pipeline, TimeProvider clock, string? rulesFile)
    {
        (this.databases, this.pipeline, this.clock) = (databases, pipeline, clock);
        rules = new(() => CenterRules.Load(rulesFile));
    }

    /// <summary>Organizations that nobody has decided of and that run no center yet, by name.</summary>
    public async Task<IReadOnlyList<CenterCandidate>> ListAsync(int limit, CancellationToken cancellationToken)
    {
        await using var db = await databases.CreateDbContextAsync(cancellationToken);
        var fitting = new List<(long Id, string Name, string Rule, string? Place)>();
        var organizations = db.Organizations.AsNoTracking()
            .Where(organization => organization.Status != OrganizationStatus.Excluded && organization.Status != OrganizationStatus.Liquidated && organization.OperatedCenters.Count == 0)
            .OrderBy(organization => organization.DisplayNameFolded).ThenBy(organization => organization.Id)
            .Select(organization => new { organization.Id, organization.Name, Place = organization.Territory!.Name, organization.TerritoryText });
        await foreach (var organization in organizations.AsAsyncEnumerable().WithCancellation(cancellationToken))
        {
            if (rules.Value.Find(organization.Name) is { } rule)
            {
                fitting.Add((organization.Id, organization.Name, rule, organization.Place ?? organization.TerritoryText));
            }
        }

        return await WithoutDecidedAsync(db, fitting, limit, cancellationToken);
    }

    /// <summary>What was decided so far.</summary>
    public async Task<IReadOnlyList<DecidedCenter>> DecidedAsync(CancellationToken cancellationToken)
    {
        await using var db = await databases.CreateDbContextAsync(cancellationToken);
        var decisions = await db.CenterDecisions.AsNoTracking().OrderBy(decision => decision.DecidedAt).ToListAsync(cancellationToken);
        return decisions.ConvertAll(decision => new DecidedCenter(new RecordName(decision.Source, decision.ExternalId), decision.IsAccepted, decision.Note));
    }

    /// <summary>Decides of an organization; null for <paramref name="isAccepted"/> takes the decision back.</summary>
    /// <param name="record">A record of the organization.</param>
    /// <param name="isAccepted">Whether it is a center.</param>
    /// <param name="name">Name of the center, if it is not that of the organization.</param>
    /// <param name="note">Why; may be null.</param>
    /// <param name="cancellationToken">Stops it.</param>
    /// <returns>The import that brings the directory in step; null if no source knows the record, or nothing was decided of it.</returns>
    public async Task<ImportOutcome?> DecideAsync(RecordName record, bool? isAccepted, string? name, string? note, CancellationToken cancellationToken)
    {
        await using (var db = await databases.CreateDbContextAsync(cancellationToken))
        {
            var isKnown = await db.SourceRecords.AnyAsync(
                known => known.Kind == nameof(Organization) && known.Source.Key == record.Source && known.ExternalId == record.ExternalId, cancellationToken);
            var decision = await db.CenterDecisions.FindAsync([record.Source, record.ExternalId], cancellationToken);
            if (isAccepted is null ? decision is null : !isKnown)
            {
                return null;
            }

            if (isAccepted is null)
            {
                db.Remove(decision!);
            }
            else
            {
                decision ??= db.Add(new CenterDecision { Source = record.Source, ExternalId = record.ExternalId }).Entity;
                (decision.IsAccepted, decision.Name, decision.Note, decision.DecidedAt) = (isAccepted.Value, name, note, clock.GetUtcNow().UtcDateTime);
            }

            await db.SaveChangesAsync(cancellationToken);
        }

        return await pipeline.RunAsync(ReviewedCenters.Manifest, new ImportOptions(), progress: null, cancellationToken);
    }

    private static async Task<IReadOnlyList<CenterCandidate>> WithoutDecidedAsync(
        DirectoryDb db, List<(long Id, string Name, string Rule, string? Place)> fitting, int limit, CancellationToken cancellationToken)
    {
        var decided = await db.CenterDecisions.Select(decision => decision.Source + ":" + decision.ExternalId).ToHashSetAsync(cancellationToken);
        var candidates = new List<CenterCandidate>();
        foreach (var (id, name, rule, place) in fitting)
        {
            var records = await db.SourceRecords.AsNoTracking().Where(record => record.Kind == nameof(Organization) && record.EntityId == id && record.RetiredAt == null)
                .OrderByDescending(record => record.Source.Priority).ThenBy(record => record.Source.Key).ThenBy(record => record.ExternalId)
                .Select(record => new { record.Source.Key, record.ExternalId }).ToListAsync(cancellationToken);
            if (records.Count > 0 && !records.Exists(record => decided.Contains($"{record.Key}:{record.ExternalId}")))
            {
                candidates.Add(new CenterCandidate(new RecordName(records[0].Key, records[0].ExternalId), name, rule, place));
            }

            if (candidates.Count == limit)
            {
                break;
            }
        }

        return candidates;
    }
}
