using CenterDirectory.Data.Entities;
using CenterDirectory.Data.Provenance.Merging;
using CenterDirectory.Importers.Applying.Tables;

namespace CenterDirectory.Importers.Applying.Derivations;

/// <summary>
/// Shares out the slugs of one type. While entries are merged each takes what is free; who wants the same one as others is settled when all are
/// merged and those that go are gone. So it does not matter who came first, neither of runs nor within one.
/// </summary>
internal sealed class SlugGroups(ApplyContext context, EntityTable table)
{
    private readonly SlugHolders holders = new(context, table);
    private readonly EntityColumn slug = table.Column(nameof(DirectoryEntry.Slug));
    private readonly EntityColumn updatedAt = table.Column(nameof(DirectoryEntry.UpdatedAt));
    private readonly SortedSet<string> unsettled = new(StringComparer.Ordinal);

    /// <summary>What entries had before the run that have another one now.</summary>
    private readonly Dictionary<long, string> earlierOnes = [];

    private readonly AscendingKeys made = new();

    /// <summary>Says who wants which slug next, so that the database is asked once for many.</summary>
    public Task ExpectAsync(IReadOnlyList<(long Id, RecordKey Key, string Wanted)> next, CancellationToken cancellationToken) => holders.ExpectAsync(next, cancellationToken);

    /// <summary>The slug that an entry has for now.</summary>
    /// <param name="id">The entry.</param>
    /// <param name="key">The smallest key among its records.</param>
    /// <param name="wanted">The one that it would have if it were alone.</param>
    /// <param name="earlier">The one that its row has; null if it has no row.</param>
    public string Take(long id, RecordKey key, string wanted, string? earlier)
    {
        if (context.IsMade(table, id))
        {
            made.Add(id, key);
        }

        if (earlier == wanted)
        {
            // Who has it had the smallest key of all who want it, and a run that takes nothing away leaves no one with a larger one.
            if (!context.AddsOnly && holders.HasLongSlugs(wanted))
            {
                unsettled.Add(wanted);
            }

            return wanted;
        }

        var holder = holders.IdOf(wanted);
        if (earlier is not null && holder is not null && holders.LongSlugs(wanted, key).Contains(earlier))
        {
            return earlier;
        }

        if (earlier is not null)
        {
            LetGo(earlier);
        }

        if ((earlier ?? holders.BuriedSlugOf(id)) is { } had)
        {
            earlierOnes.TryAdd(id, had);
        }

        var own = holder is null ? wanted : Beside(holder.Value, id, key, wanted);
        holders.Forget(own);
        return own;
    }

    /// <summary>Notes that nobody has a slug any more: the next one who wants it is to have it.</summary>
    public void LetGo(string gone)
    {
        unsettled.Add(gone);
        if (SlugHolders.PlainOf(gone) is { } plain)
        {
            unsettled.Add(plain);
        }
    }

    /// <summary>Gives each slug that more than one wants to the one with the smallest key, and remembers what entries had before.</summary>
    public void Settle()
    {
        while (unsettled.Min is { } wanted)
        {
            unsettled.Remove(wanted);
            Settle(wanted);
        }

        foreach (var (id, had) in earlierOnes.OrderBy(entry => entry.Key))
        {
            if (holders.SlugOf(id) is { } now && now != had && holders.IdOf(had) is null)
            {
                holders.Remember(had, id);
            }
        }

        earlierOnes.Clear();
    }

    /// <summary>The long slug; who of the two has the right to the plain one is settled later, if it is not plain by now.</summary>
    private string Beside(long holder, long id, RecordKey key, string wanted)
    {
        if (SlugHolders.PlainOf(wanted) is not null || !HasSmallerKey(holder, id, key))
        {
            unsettled.Add(wanted);
        }

        return holders.LongSlugs(wanted, key).First(slug => holders.IdOf(slug) is not { } other || other == id);
    }

    private bool HasSmallerKey(long holder, long id, RecordKey key) =>
        made.Has(holder, id) || (holders.SmallestKeyOf(holder) is { } its && RecordKey.Order.Compare(its, key) <= 0);

    private void Settle(string wanted)
    {
        var wanting = holders.Wanting(wanted);
        if (wanting.Count == 0 || !MakeRoom(wanted, wanting))
        {
            return;
        }

        if (wanting[0].Slug != wanted)
        {
            Move(wanting[0].Id, wanting[0].Slug, wanted);
        }

        foreach (var entry in wanting.Skip(1).Where(entry => entry.Slug != wanted))
        {
            var best = holders.LongSlugs(wanted, entry.Key).First(slug => slug == entry.Slug || holders.IdOf(slug) is null);
            if (best != entry.Slug)
            {
                Move(entry.Id, entry.Slug, best);
            }
        }
    }

    /// <summary>Lets whoever has a slug that is another's go from it: one that wants it too, or one that has it by the signs of its key.</summary>
    private bool MakeRoom(string wanted, List<SlugHolder> wanting)
    {
        if (holders.IdOf(wanted) is not { } holder || holder == wanting[0].Id)
        {
            return true;
        }

        if (holders.KeyOf(holder) is not { } its)
        {
            return false;
        }

        var plain = wanting.Exists(entry => entry.Id == holder) ? wanted : SlugHolders.PlainOf(wanted)!;
        Move(holder, wanted, holders.LongSlugs(plain, its.Key).First(slug => slug != wanted && holders.IdOf(slug) is null));
        return true;
    }

    private void Move(long id, string from, string to)
    {
        var rows = context.Rows(table);
        var before = rows.Find(id)!;
        var after = (object?[])before.Clone();
        (after[slug.Index], after[updatedAt.Index]) = (to, context.Run.Now);
        rows.Update(after, [slug, updatedAt]);
        context.Tell(table, before, after, [slug.Field!]);
        holders.Forget(to);
        if (!context.IsMade(table, id))
        {
            earlierOnes.TryAdd(id, from);
        }
    }
}
