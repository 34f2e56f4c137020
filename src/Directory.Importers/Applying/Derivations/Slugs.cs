using System.Text.Json;
using CenterDirectory.Data;
using CenterDirectory.Data.Bulk;
using CenterDirectory.Data.Entities;
using CenterDirectory.Importers.Applying.Tables;

namespace CenterDirectory.Importers.Applying.Derivations;

/// <summary>
/// Gives an entry its slug when it first appears; it keeps it from then on, over changes of its name and over retirement,
/// unless a feed states another.
/// </summary>
internal sealed class Slugs : IDerivation, IPreparation
{
    private readonly ApplyContext context;
    private readonly EntityTable table;
    private readonly string typeName;
    private readonly EntityColumn slug;
    private readonly EntityColumn? name;
    private readonly EntityColumn? shortName;
    private readonly SqliteStatement taken;
    private readonly SqliteStatement buried;

    /// <summary>Where the search for a free number goes on: thousands of organizations share one name.</summary>
    private readonly Dictionary<string, long> lastNumbers = new(StringComparer.Ordinal);

    public Slugs(ApplyContext context, EntityTable table)
    {
        this.context = context;
        this.table = table;
        typeName = table.Kind;
        slug = table.Column(nameof(DirectoryEntry.Slug));
        name = table.Find(nameof(Center.Name)) ?? table.Find(nameof(Event.Title));
        shortName = table.Find(nameof(Center.ShortName));
        taken = context.Session.Prepare(
            $"""
            SELECT 1 FROM "{table.Name}" WHERE "Slug" = @slug AND "Id" <> @id
            UNION ALL SELECT 1 FROM "Tombstones" WHERE "EntryType" = @type AND "Slug" = @slug AND "EntityId" <> @id LIMIT 1
            """,
            "@slug", "@id", "@type");
        buried = context.Session.Prepare(
            """SELECT "Slug" FROM "Tombstones" WHERE "EntryType" = @type AND "EntityId" = @id""", "@type", "@id");
    }

    /// <summary>Only what is new needs one.</summary>
    public void Prepare(EntityDraft draft)
    {
        if (!context.MayExist(table, draft.Id))
        {
            draft.SlugText = Slug.From(Text(draft, name) ?? Text(draft, shortName));
        }
    }

    public void Derive(EntityDraft draft, EntityFacts entity)
    {
        var stated = (string)draft[slug]!;
        var earlier = entity.Before is { } before ? (string?)before[slug.Index]
            : context.MayExist(table, draft.Id) ? (string?)buried.Scalar([typeName, draft.Id])
            : null;
        if (earlier is not null && (stated.Length == 0 || stated == earlier))
        {
            draft[slug] = earlier;
            return;
        }

        draft[slug] = Free(stated.Length > 0 ? stated : Base(draft, entity), draft.Id);
    }

    /// <summary>From the name; a nameless entry's from the source's own key, which does not depend on what else is known by now.</summary>
    private string Base(EntityDraft draft, EntityFacts entity)
    {
        var named = Text(draft, name) ?? Text(draft, shortName);
        var made = named is null ? Slug.From($"{table.Kind} {entity.Records[0].ExternalId}") : draft.SlugText ?? Slug.From(named);
        return made.Length > 0 ? made : JsonNamingPolicy.KebabCaseLower.ConvertName(table.Kind);
    }

    private string Free(string wanted, long id)
    {
        if (!IsTaken(wanted, id))
        {
            return wanted;
        }

        var number = lastNumbers.GetValueOrDefault(wanted, 1);
        string candidate;
        do
        {
            candidate = Slug.WithSuffix(wanted, ++number);
        }
        while (IsTaken(candidate, id));

        lastNumbers[wanted] = number;
        return candidate;
    }

    private bool IsTaken(string wanted, long id) => taken.Scalar([wanted, id, typeName]) is not null;

    private static string? Text(EntityDraft draft, EntityColumn? column) =>
        column is not null && draft[column] is string { Length: > 0 } text ? text : null;
}
