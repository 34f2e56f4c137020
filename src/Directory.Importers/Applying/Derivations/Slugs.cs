using System.Text.Json;
using CenterDirectory.Data;
using CenterDirectory.Data.Entities;
using CenterDirectory.Data.Provenance.Merging;
using CenterDirectory.Importers.Applying.Tables;

namespace CenterDirectory.Importers.Applying.Derivations;

/// <summary>
/// Gives an entry its slug: that which its strongest record states, else that of its name. It follows from what the sources say now, not from what
/// came first or what was said before: of several entries of one name the one with the smallest key has the plain slug, each other has signs of its
/// own key behind it. A slug that an entry gives up still leads to it, unless it is that of another's name.
/// </summary>
internal sealed class Slugs : IDerivation, IPreparation
{
    private readonly EntityTable table;
    private readonly SlugGroups groups;
    private readonly EntityColumn slug;
    private readonly EntityColumn? name;
    private readonly EntityColumn? folded;
    private readonly EntityColumn? shortName;

    public Slugs(ApplyContext context, EntityTable table)
    {
        this.table = table;
        groups = new SlugGroups(context, table);
        slug = table.Column(nameof(DirectoryEntry.Slug));
        name = table.Find(nameof(Center.Name)) ?? table.Find(nameof(Event.Title));
        folded = table.Find(nameof(Center.NameFolded)) ?? table.Find(nameof(Event.TitleFolded));
        shortName = table.Find(nameof(Center.ShortName));
    }

    public void Prepare(EntityDraft draft) => draft.SlugText = Text(draft, name) is not { } named ? Slug.From(Text(draft, shortName))
        : folded is not null && draft[folded] is string known ? Slug.FromFolded(known)
        : Slug.From(named);

    public void Derive(EntityDraft draft, EntityFacts entity)
    {
        var wanted = Wanted(draft) is { Length: > 0 } known ? known : Unnamed(draft, entity);
        var earlier = (string?)entity.Before?[slug.Index];
        draft[slug] = groups.Take(draft.Id, KeyOf(entity.Records), wanted, earlier);
    }

    /// <summary>Asks in a few questions what deriving the slugs of many entries would ask one by one.</summary>
    public Task ExpectAsync(IEnumerable<MergedEntity> merged, CancellationToken cancellationToken) => groups.ExpectAsync(
        [.. from entity in merged
            where entity.Draft is not null
            let wanted = Wanted(entity.Draft!)
            where wanted.Length > 0
            select (entity.Id, KeyOf(entity.Live), wanted)],
        cancellationToken);

    /// <summary>An entry goes, and its slug with it.</summary>
    public void LetGo(object?[] row) => groups.LetGo((string)row[slug.Index]!);

    /// <summary>To be called when all entries are merged and those that go are gone.</summary>
    public void Settle() => groups.Settle();

    /// <summary>What is stated, else what the name makes; empty if neither is there.</summary>
    private string Wanted(EntityDraft draft) => draft[slug] is string { Length: > 0 } stated ? stated : draft.SlugText!;

    /// <summary>A nameless entry's slug comes from the source's own key, which does not depend on what else is known by now.</summary>
    private string Unnamed(EntityDraft draft, EntityFacts entity)
    {
        var made = (Text(draft, name) ?? Text(draft, shortName)) is null ? Slug.From($"{table.Kind} {entity.Records[0].ExternalId}") : "";
        return made.Length > 0 ? made : JsonNamingPolicy.KebabCaseLower.ConvertName(table.Kind);
    }

    private static RecordKey KeyOf(IReadOnlyList<EntityRecord> records) =>
        records.Count == 1 ? records[0].Rank.Key : records.Select(record => record.Rank.Key).Min(RecordKey.Order);

    private static string? Text(EntityDraft draft, EntityColumn? column) =>
        column is not null && draft[column] is string { Length: > 0 } text ? text : null;
}
