using CenterDirectory.Api.Schema.Editing;
using CenterDirectory.Api.Schema.Editing.Inputs;
using CenterDirectory.Data;
using CenterDirectory.Data.Entities;
using CenterDirectory.Data.Values;
using Microsoft.EntityFrameworkCore;

namespace CenterDirectory.Api.Schema.Staleness;

/// <summary>In which role people last confirmed entries, out of the audit log: a role and no more, for keys have no names that are anybody's business.</summary>
internal static class ConfirmerReader
{
    /// <summary>A confirmation is noted while it is made; its own instant has no fractions of a second.</summary>
    private static readonly TimeSpan Slack = TimeSpan.FromSeconds(2);

    private static readonly string[] Acts = [ActOf(nameof(ConfirmEntryInput)), ActOf(nameof(ApplyEditsInput)), ActOf(nameof(UndoEditInput))];

    /// <summary>The roles, one statement for all entries of one type; null for what only a source confirmed, or somebody at the console.</summary>
    public static async Task<IReadOnlyDictionary<DirectoryEntry, AccessRole?>> RolesAsync(
        IReadOnlyList<DirectoryEntry> entries, DirectoryDb db, CancellationToken cancellationToken)
    {
        var kind = entries[0].GetType().Name;
        long[] ids = [.. entries.Where(entry => entry.ConfirmedAt is not null).Select(entry => entry.Id).Distinct()];
        var writes = ids.Length == 0 ? [] : await db.AuditEntries.AsNoTracking()
            .Where(entry => entry.ObjectType == kind && Enumerable.Contains(ids, entry.ObjectId) && Enumerable.Contains(Acts, entry.Act))
            .Join(db.AccessKeys, entry => entry.KeyId, key => key.Id, (entry, key) => new { entry.Id, entry.ObjectId, entry.At, key.Role })
            .ToListAsync(cancellationToken);
        var answer = new Dictionary<DirectoryEntry, AccessRole?>(ReferenceEqualityComparer.Instance);
        foreach (var entry in entries)
        {
            answer[entry] = writes.Where(write => write.ObjectId == entry.Id && write.At >= entry.ConfirmedAt - Slack)
                .OrderBy(write => write.Id).Select(write => (AccessRole?)write.Role).FirstOrDefault();
        }

        return answer;
    }

    private static string ActOf(string input) => EditNames.Of(input[..^"Input".Length]);
}
