using System.Text.Json.Nodes;
using CenterDirectory.Api.Access;
using CenterDirectory.Data;
using CenterDirectory.Data.Entities;
using CenterDirectory.Data.Entities.Links;
using CenterDirectory.Data.Values;
using CenterDirectory.GraphQL.Types;
using CenterDirectory.Importers.Editing;
using Microsoft.EntityFrameworkCore;

namespace CenterDirectory.Api.Schema.Editing;

/// <summary>Which entries edits are about, and whose they are.</summary>
internal sealed class EditedEntries(DirectoryDb db)
{
    /// <summary>The entry of a global id, if it is of one of the types and there; one that was joined into another is that other one.</summary>
    public async Task<EntryKey?> FindAsync(string id, IReadOnlyList<string> kinds, CancellationToken cancellationToken)
    {
        if (!GlobalId.TryDecode(id, out var kind, out var key) || !kinds.Contains(kind))
        {
            return null;
        }

        key = (await EntryLookup.ReplacedAsync(db, kind, [key], cancellationToken)).GetValueOrDefault(key, key);
        return await Of(kind).AnyAsync(entry => entry.Id == key, cancellationToken) ? new EntryKey(kind, key) : null;
    }

    /// <summary>Whether a key may change an entry: if it may change one of the centers that it belongs to, or belonged to before it was deleted. What belongs to none is the operator's.</summary>
    public async Task<AccessVerdict> MayEditAsync(Viewer viewer, string kind, long id, CancellationToken cancellationToken)
    {
        var verdict = viewer.May(AccessAct.Edit);
        var centers = verdict == AccessVerdict.Permitted ? [] : await CentersOfAsync(kind, id, cancellationToken);
        foreach (var center in verdict == AccessVerdict.Permitted || centers.Count > 0 ? centers : await FormerCenters.OfAsync(db, kind, id, cancellationToken))
        {
            verdict = await viewer.MayEditAsync(center, cancellationToken);
            if (verdict == AccessVerdict.Permitted)
            {
                break;
            }
        }

        return verdict;
    }

    /// <summary>The entries that edits of a revision were about, for links the centers that they are of.</summary>
    public async Task<IReadOnlyList<EntryKey>> OfRevisionAsync(int revision, CancellationToken cancellationToken)
    {
        var links = await db.RecordEdits.Where(edit => edit.RevisionNumber == revision).Select(edit => new { edit.Kind, Payload = edit.After ?? edit.Before }).ToListAsync(cancellationToken);
        var owners = new List<EntryKey>();
        foreach (var link in links.Where(link => !Enum.TryParse<EntryType>(link.Kind, out _)))
        {
            if (await CenterOfAsync(link.Payload, cancellationToken) is { } center)
            {
                owners.Add(new EntryKey(nameof(Center), center));
            }
        }

        var rows = await db.RecordEdits.Where(edit => edit.RevisionNumber == revision)
            .Join(
                db.SourceRecords.Where(record => record.Source.Key == SelfService.Key && record.EntityId != null),
                edit => new { edit.Kind, edit.ExternalId }, record => new { record.Kind, record.ExternalId },
                (edit, record) => new { edit.Kind, Id = record.EntityId!.Value })
            .ToListAsync(cancellationToken);
        return [.. rows.Where(row => Enum.TryParse<EntryType>(row.Kind, out _)).Select(row => new EntryKey(row.Kind, row.Id)).Concat(owners).Distinct()];
    }

    /// <summary>The center that the record of a link names, by the key of a record of its own or of another source.</summary>
    private async Task<long?> CenterOfAsync(string? payload, CancellationToken cancellationToken)
    {
        if (payload is null || JsonNode.Parse(payload)?["center"]?.GetValue<string>() is not { } key)
        {
            return null;
        }

        var (source, externalId) = key.Split(':', 2) is [var other, var id] ? (other, id) : (SelfService.Key, key);
        return await db.SourceRecords.Where(record => record.Kind == nameof(Center) && record.ExternalId == externalId && record.Source.Key == source)
            .Select(record => record.EntityId).FirstOrDefaultAsync(cancellationToken);
    }

    /// <summary>Whether what concerns no entry as such, such as a verdict, may be undone: by the key that did it, and by the operator. A revision that no edit made has nothing to undo.</summary>
    public async Task<bool> IsTheirsAsync(Viewer viewer, int revision, CancellationToken cancellationToken)
    {
        var key = viewer.Require().Id;
        return viewer.May(AccessAct.Edit) == AccessVerdict.Permitted
            || !await db.RecordEdits.AnyAsync(edit => edit.RevisionNumber == revision, cancellationToken)
            || await db.AuditEntries.AnyAsync(entry => entry.RevisionNumber == revision && entry.KeyId == key, cancellationToken);
    }

    private IQueryable<DirectoryEntry> Of(string kind) => kind switch
    {
        nameof(Center) => db.Centers,
        nameof(Service) => db.Services,
        nameof(Event) => db.Events,
        nameof(Project) => db.Projects,
        nameof(NewsItem) => db.News,
        nameof(ServiceStandard) => db.ServiceStandards,
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, "Entries of this type are not edited."),
    };

    private async Task<List<long>> CentersOfAsync(string kind, long id, CancellationToken cancellationToken) => kind switch
    {
        nameof(Center) => [id],
        nameof(Service) => await db.Services.Where(service => service.Id == id && service.CenterId != null).Select(service => service.CenterId!.Value).ToListAsync(cancellationToken),
        nameof(Event) => await db.Set<EventCenter>().Where(link => link.EventId == id).Select(link => link.CenterId).ToListAsync(cancellationToken),
        nameof(Project) => await db.Set<ProjectCenter>().Where(link => link.ProjectId == id).Select(link => link.CenterId).ToListAsync(cancellationToken),
        nameof(NewsItem) => await db.Set<NewsCenter>().Where(link => link.NewsId == id).Select(link => link.CenterId).ToListAsync(cancellationToken),
        _ => [],
    };
}
