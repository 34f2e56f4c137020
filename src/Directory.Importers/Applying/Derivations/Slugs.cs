using System.Text.Json;
using CenterDirectory.Data;
using CenterDirectory.Data.Entities;
using CenterDirectory.Data.Provenance.Merging;
using CenterDirectory.Importers.Applying.Tables;

namespace CenterDirectory.Importers.Applying.Derivations;

/// <summary>
/// Gives an entry its slug: that which its strongest record states, else that of its name. It follows from what the sources say, not from what came
/// first: of several entries of one name the one with the smallest key has the plain slug, each other has signs of its own key behind it. A slug
/// that an entry gives up still leads to it.
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
        var key = entity.Records[0].Rank.Key;
        var own = earlier == wanted || (earlier?.Length > wanted.Length && earlier == holders.LongSlug(wanted, key, draft.Id)) ? earlier : Find(wanted, draft.Id, key);
        draft[slug] = own;
        if (own != earlier)
        {
            holders.Remember(own, earlier ?? holders.BuriedSlugOf(draft.Id), draft.Id);
        }
    }

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

    /// <summary>The plain slug if nobody has it, or one whose key is larger and who has to let it go; otherwise the long one.</summary>
    private string Find(string wanted, long id, RecordKey key)
    {
        if (holders.HolderOf(wanted) is not { } holder || holder == id)
        {
            // Whoever went may come back, and finds its slug as it was.
            return holders.IsBuried(wanted, id) ? holders.LongSlug(wanted, key, id) : wanted;
        }

        if (holders.KeyOf(holder) is not { } other || MergeRank.Compare(key, other) >= 0)
        {
            return holders.LongSlug(wanted, key, id);
        }

        holders.Move(holder, wanted, holders.LongSlug(wanted, other, holder));
        return wanted;
    }

    private static string? Text(EntityDraft draft, EntityColumn? column) =>
        column is not null && draft[column] is string { Length: > 0 } text ? text : null;
}
