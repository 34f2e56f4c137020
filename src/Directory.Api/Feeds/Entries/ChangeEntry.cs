using CenterDirectory.Data;
using CenterDirectory.Data.Entities;
using CenterDirectory.Data.Provenance;
using CenterDirectory.Data.Values;
using Microsoft.EntityFrameworkCore;

namespace CenterDirectory.Api.Feeds.Entries;

/// <summary>A change with what can be said of its entry now.</summary>
/// <param name="Change">The change.</param>
/// <param name="CommittedAt">When its revision was committed.</param>
/// <param name="Entry">The entry; null if it is gone.</param>
internal sealed record ChangeEntry(Change Change, DateTime CommittedAt, ChangedEntry? Entry);

/// <summary>What an entry is called now.</summary>
internal sealed record ChangedEntry(long Id, string Slug, string DisplayName, string? NameEn);

/// <summary>Reads what stands around changes, by a statement for each type among them.</summary>
internal sealed class ChangeEntries(DirectoryDb db)
{
    /// <summary>The entries of some changes, in their order.</summary>
    public async Task<IReadOnlyList<ChangeEntry>> AroundAsync(IReadOnlyList<Change> changes, CancellationToken cancellationToken)
    {
        var numbers = changes.Select(change => change.RevisionNumber).Distinct().ToArray();
        var committed = await db.Revisions.Where(revision => Enumerable.Contains(numbers, revision.Number))
            .ToDictionaryAsync(revision => revision.Number, revision => revision.CommittedAt, cancellationToken);
        var entries = new Dictionary<(EntryType Type, long Id), ChangedEntry>();
        foreach (var type in changes.GroupBy(change => change.Type))
        {
            foreach (var entry in await NamesAsync(type.Key, [.. type.Select(change => change.EntityId).Distinct()], cancellationToken))
            {
                entries[(type.Key, entry.Id)] = entry;
            }
        }

        return [.. changes.Select(change => new ChangeEntry(change, committed[change.RevisionNumber], entries.GetValueOrDefault((change.Type, change.EntityId))))];
    }

    private Task<List<ChangedEntry>> NamesAsync(EntryType type, long[] ids, CancellationToken cancellationToken) => type switch
    {
        EntryType.Center => NamesAsync(db.Centers, ids, cancellationToken),
        EntryType.Service => NamesAsync(db.Services, ids, cancellationToken),
        EntryType.Organization => NamesAsync(db.Organizations, ids, cancellationToken),
        EntryType.Event => NamesAsync(db.Events, ids, cancellationToken),
        EntryType.NewsItem => NamesAsync(db.News, ids, cancellationToken),
        EntryType.Territory => NamesAsync(db.Territories, ids, cancellationToken),
        EntryType.Network => NamesAsync(db.Networks, ids, cancellationToken),
        EntryType.Program => NamesAsync(db.Programs, ids, cancellationToken),
        EntryType.Project => NamesAsync(db.Projects, ids, cancellationToken),
        EntryType.Grant => NamesAsync(db.Grants, ids, cancellationToken),
        EntryType.Practice => NamesAsync(db.Practices, ids, cancellationToken),
        EntryType.Metric => NamesAsync(db.Metrics, ids, cancellationToken),
        EntryType.Person => NamesAsync(db.People, ids, cancellationToken),
        EntryType.ServiceStandard => NamesAsync(db.ServiceStandards, ids, cancellationToken),
        _ => throw new ArgumentOutOfRangeException(nameof(type), type, "A type whose names nobody reads."),
    };

    private static Task<List<ChangedEntry>> NamesAsync<T>(IQueryable<T> entries, long[] ids, CancellationToken cancellationToken)
        where T : DirectoryEntry => entries.AsNoTracking().Where(entry => Enumerable.Contains(ids, entry.Id))
            .Select(entry => new ChangedEntry(entry.Id, entry.Slug, entry.DisplayName, entry.NameEn)).ToListAsync(cancellationToken);
}
