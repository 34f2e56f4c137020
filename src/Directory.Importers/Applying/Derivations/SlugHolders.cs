using CenterDirectory.Data;
using CenterDirectory.Data.Bulk;
using CenterDirectory.Data.Entities;
using CenterDirectory.Data.Provenance.Merging;
using CenterDirectory.Data.Values;
using CenterDirectory.Importers.Applying.Tables;
using CenterDirectory.Importers.Running;

namespace CenterDirectory.Importers.Applying.Derivations;

/// <summary>Who has which slug, and who had it.</summary>
internal sealed class SlugHolders
{
    private const string Records =
        """SELECT "SourceId", "ExternalId", "AsOf" FROM "SourceRecords" WHERE "Kind" = @kind AND "EntityId" = @id AND "RetiredAt" IS NULL""";

    private readonly ApplyContext context;
    private readonly EntityTable table;
    private readonly EntityColumn slug;
    private readonly EntityColumn updatedAt;
    private readonly PreparedQuery records;
    private readonly SqliteStatement remember;
    private readonly SqliteStatement forget;
    private readonly SqliteStatement taken;
    private readonly SqliteStatement buried;
    private readonly SqliteStatement returning;
    private readonly bool hasTombstones;
    private bool hasEarlier;

    public SlugHolders(ApplyContext context, EntityTable table)
    {
        this.context = context;
        this.table = table;
        slug = table.Column(nameof(DirectoryEntry.Slug));
        updatedAt = table.Column(nameof(DirectoryEntry.UpdatedAt));
        records = context.Session.PrepareQuery(Records, "@kind", "@id");
        remember = context.Session.Prepare(
            """
            INSERT INTO "EarlierSlugs" ("EntryType", "Slug", "EntityId") VALUES (@type, @slug, @id)
            ON CONFLICT ("EntryType", "Slug") DO UPDATE SET "EntityId" = excluded."EntityId"
            """,
            "@type", "@slug", "@id");
        taken = context.Session.Prepare($"""SELECT "Id" FROM "{table.Name}" WHERE "Slug" = @slug""", "@slug");
        buried = context.Session.Prepare(
            """SELECT 1 FROM "Tombstones" WHERE "EntryType" = @type AND "Slug" = @slug AND "EntityId" <> @id LIMIT 1""", "@slug", "@id", "@type");
        returning = context.Session.Prepare(
            """SELECT "Slug" FROM "Tombstones" WHERE "EntryType" = @type AND "EntityId" = @id""", "@type", "@id");
        hasTombstones = context.Session.Prepare("""SELECT 1 FROM "Tombstones" WHERE "EntryType" = @type LIMIT 1""", "@type").Scalar([table.Kind]) is not null;
        hasEarlier = context.Session.Prepare("""SELECT 1 FROM "EarlierSlugs" WHERE "EntryType" = @type LIMIT 1""", "@type").Scalar([table.Kind]) is not null;
        forget = context.Session.Prepare("""DELETE FROM "EarlierSlugs" WHERE "EntryType" = @type AND "Slug" = @slug""", "@type", "@slug");
    }

    /// <summary>The slug of an entry that does not have the plain one; the next one in the rare case that another has it by chance.</summary>
    public string LongSlug(string wanted, RecordKey key, long id)
    {
        var text = $"{table.Kind} {key.SourceKey} {key.ExternalId}";
        var made = Slug.WithSuffix(wanted, text);
        while (HolderOf(made) is { } holder && holder != id)
        {
            text += "+";
            made = Slug.WithSuffix(wanted, text);
        }

        return made;
    }

    /// <summary>The living entry that has a slug; null if none has.</summary>
    public long? HolderOf(string wanted) => (long?)taken.Scalar([wanted]);

    /// <summary>Whether an entry that went had it.</summary>
    public bool IsBuried(string wanted, long id) => hasTombstones && buried.Scalar([wanted, id, table.Kind]) is not null;

    /// <summary>What an entry that returns had when it went; null if it is new.</summary>
    public string? BuriedSlugOf(long id) => hasTombstones && context.MayExist(table, id) ? (string?)returning.Scalar([table.Kind, id]) : null;

    /// <summary>The key of an entry's strongest record; null if no live one speaks of it, so that it is about to go.</summary>
    public RecordKey? KeyOf(long id)
    {
        MergeRank? strongest = null;
        using var reader = records.Read(table.Kind, id);
        while (reader.Read())
        {
            var source = context.Sources[reader.GetInt64(0)];
            var rank = new MergeRank(source.Priority, reader.IsDBNull(2) ? source.AsOf : reader.GetFieldValue<DateOnly>(2), source.Key, reader.GetString(1));
            if (strongest is not { } known || MergeRank.StrongestFirst.Compare(rank, known) < 0)
            {
                strongest = rank;
            }
        }

        return strongest?.Key;
    }

    /// <summary>Gives an entry another slug, since the one that it has belongs to another.</summary>
    public void Move(long id, string from, string to)
    {
        var rows = context.Rows(table);
        var before = rows.Find(id)!;
        var after = (object?[])before.Clone();
        (after[slug.Index], after[updatedAt.Index]) = (to, context.Run.Now);
        rows.Update(after, [slug, updatedAt]);
        context.Tell(table, before, after, [slug.Field!]);
        Remember(to, from, id);
    }

    /// <summary>Notes that an entry has a slug now, and which one it had. The slug of a person is their name, and a name is not kept.</summary>
    public void Remember(string now, string? earlier, long id)
    {
        // Most types have none: a first load asks for each of its rows.
        if (hasEarlier)
        {
            forget.Execute([table.Kind, now]);
        }

        if (earlier is not null && earlier != now && table.Entry is not EntryType.Person)
        {
            remember.Execute([table.Kind, earlier, id]);
            hasEarlier = true;
        }
    }
}
