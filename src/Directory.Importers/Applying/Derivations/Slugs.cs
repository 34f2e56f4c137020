using System.Text.Json;
using CenterDirectory.Data;
using CenterDirectory.Data.Entities;
using CenterDirectory.Data.Provenance.Merging;
using CenterDirectory.Importers.Applying.Tables;

namespace CenterDirectory.Importers.Applying.Derivations;

/// <summary>
/// Gives an entry its slug: that which its strongest record states, else that of its name. It follows from what the sources say, not from what came
/// first: of several entries of one name the one with the smallest key has the plain slug, each other has signs of its own key behind it. A slug
/// that an entry gives up still leads to it, unless it is that of another's name.
/// </summary>
internal sealed class Slugs : IDerivation, IPreparation
{
    private readonly EntityTable table;
    private readonly SlugHolders holders;
    private readonly EntityColumn slug;
    private readonly EntityColumn? name;
    private readonly EntityColumn? shortName;

    public Slugs(ApplyContext context, EntityTable table)
    {
        this.table = table;
        holders = new SlugHolders(context, table);
        slug = table.Column(nameof(DirectoryEntry.Slug));
        name = table.Find(nameof(Center.Name)) ?? table.Find(nameof(Event.Title));
        shortName = table.Find(nameof(Center.ShortName));
    }

    public void Prepare(EntityDraft draft) => draft.SlugText = Slug.From(Text(draft, name) ?? Text(draft, shortName));

    public void Derive(EntityDraft draft, EntityFacts entity)
    {
        var stated = (string)draft[slug]!;
        var wanted = stated.Length > 0 ? stated : Base(draft, entity);
        var earlier = (string?)entity.Before?[slug.Index];
        var key = entity.Records.Select(record => record.Rank.Key).Min(RecordKey.Order);
        var own = IsOwn(earlier, wanted, key, draft.Id) ? earlier! : Find(wanted, draft.Id, key);
        draft[slug] = own;
        if (own != earlier)
        {
            holders.Remember(own, earlier ?? holders.BuriedSlugOf(draft.Id), draft.Id);
            if (earlier is not null)
            {
                // Its row still holds it: it has to let go before another can take it.
                holders.Pass(draft.Id, earlier, own);
            }
        }
    }

    /// <summary>Whether the slug that it has is the one that it should have: the plain one only as long as nobody with a smaller key wants it.</summary>
    private bool IsOwn(string? earlier, string wanted, RecordKey key, long id) =>
        earlier == wanted ? holders.NextOf(wanted) is not { } next || RecordKey.Order.Compare(key, next.Key) < 0
        : earlier?.Length > wanted.Length && earlier == holders.LongSlug(wanted, key, id) && holders.HolderOf(wanted) is not null;

    /// <summary>From the name; a nameless entry's from the source's own key, which does not depend on what else is known by now.</summary>
    private string Base(EntityDraft draft, EntityFacts entity)
    {
        var made = draft.SlugText!;
        if (made.Length == 0 && (Text(draft, name) ?? Text(draft, shortName)) is null)
        {
            made = Slug.From($"{table.Kind} {entity.Records[0].ExternalId}");
        }

        return made.Length > 0 ? made : JsonNamingPolicy.KebabCaseLower.ConvertName(table.Kind);
    }

    /// <summary>The plain slug if nobody with a smaller key has it, or had it when it went; otherwise the long one.</summary>
    private string Find(string wanted, long id, RecordKey key)
    {
        if (holders.HolderOf(wanted) is { } holder)
        {
            if (holder == id)
            {
                return holders.LongSlug(wanted, key, id);
            }

            var other = holders.KeyOf(holder);
            if (other is not null && RecordKey.Order.Compare(key, other.Value) >= 0)
            {
                return holders.LongSlug(wanted, key, id);
            }

            // One without records was joined into another, perhaps into this very one.
            holders.Move(holder, wanted, holders.LongSlug(wanted, other ?? new RecordKey("", $"{holder}"), holder));
            return wanted;
        }

        return holders.BuriedHolderOf(wanted, id) is { } gone && holders.KeyOf(gone) is { } its && RecordKey.Order.Compare(key, its) > 0
            ? holders.LongSlug(wanted, key, id)
            : wanted;
    }

    private static string? Text(EntityDraft draft, EntityColumn? column) =>
        column is not null && draft[column] is string { Length: > 0 } text ? text : null;
}
