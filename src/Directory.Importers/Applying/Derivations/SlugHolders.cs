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
        """SELECT "SourceId", "ExternalId", "RetiredAt" FROM "SourceRecords" WHERE "Kind" = @kind AND "EntityId" = @id""";

    private readonly ApplyContext context;
    private readonly EntityTable table;
    private readonly EntityColumn slug;
    private readonly EntityColumn updatedAt;
    private readonly RowQuery records;
    private readonly RowQuery longSlugs;
    private readonly RowStatement remember;
    private readonly RowStatement forget;
    private readonly RowStatement buried;
    private readonly RowStatement returning;
    private readonly bool hasTombstones;
    private bool hasEarlier;

    public SlugHolders(ApplyContext context, EntityTable table)
    {
        this.context = context;
        this.table = table;
        slug = table.Column(nameof(DirectoryEntry.Slug));
        updatedAt = table.Column(nameof(DirectoryEntry.UpdatedAt));
        records = context.Session.PrepareQuery(Records, "@kind", "@id");
        longSlugs = context.Session.PrepareQuery(
            $"""SELECT "Id", "Slug" FROM "{table.Name}" WHERE "Slug" > @from AND "Slug" < @to AND length("Slug") = @length""", "@from", "@to", "@length");
        remember = context.Session.Prepare(
            """
            INSERT INTO "EarlierSlugs" ("EntryType", "Slug", "EntityId") VALUES (@type, @slug, @id)
            ON CONFLICT ("EntryType", "Slug") DO UPDATE SET "EntityId" = excluded."EntityId"
            """,
            "@type", "@slug", "@id");
        buried = context.Session.Prepare(
            """
            SELECT "EntityId" FROM "Tombstones" WHERE "EntryType" = @type AND "Slug" = @slug AND "EntityId" <> @id AND "ReplacedById" IS NULL
            ORDER BY "EntityId" LIMIT 1
            """, "@slug", "@id", "@type");
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
    public long? HolderOf(string wanted) => context.Rows(table).Slugs.IdOf(wanted);

    /// <summary>The entry that had it when it went; null if none did.</summary>
    public long? BuriedHolderOf(string wanted, long id) => hasTombstones ? (long?)buried.Scalar([wanted, id, table.Kind]) : null;

    /// <summary>What an entry that returns had when it went; null if it is new.</summary>
    public string? BuriedSlugOf(long id) => hasTombstones && context.MayExist(table, id) ? (string?)returning.Scalar([table.Kind, id]) : null;

    /// <summary>The smallest key among an entry's records: of one that goes or went among those that it had. Null if all are another's now.</summary>
    public RecordKey? KeyOf(long id)
    {
        RecordKey? smallest = null;
        var isLive = false;
        using var reader = records.Read(table.Kind, id);
        while (reader.Read())
        {
            var key = new RecordKey(context.Sources[reader.GetInt64(0)].Key, reader.GetString(1));
            var lives = reader.IsDBNull(2);
            if (smallest is not { } known || (lives && !isLive) || (lives == isLive && RecordKey.Order.Compare(key, known) < 0))
            {
                (smallest, isLive) = (key, lives);
            }
        }

        return smallest;
    }

    /// <summary>The one with the smallest key among those who would have a slug if nobody had it; null if there is none.</summary>
    public (long Id, RecordKey Key)? NextOf(string wanted)
    {
        List<(long Id, string Slug)> found = [];
        using (var reader = longSlugs.Read(wanted + "-", wanted + ".", wanted.Length + Slug.SuffixLength + 1))
        {
            while (reader.Read())
            {
                found.Add((reader.GetInt64(0), reader.GetString(1)));
            }
        }

        (long Id, RecordKey Key)? next = null;
        foreach (var (id, own) in found)
        {
            if (KeyOf(id) is { } key && (next is null || RecordKey.Order.Compare(key, next.Value.Key) < 0) && LongSlug(wanted, key, id) == own)
            {
                next = (id, key);
            }
        }

        return next;
    }

    /// <summary>Gives the plain slug that an entry lets go to the next one who wants it.</summary>
    public void Pass(long id, string from, string to)
    {
        if (NextOf(from) is not { } next || next.Id == id)
        {
            return;
        }

        // Written now; the merge of the entry itself writes the same once more.
        context.Rows(table).Update(RowWith(id, to), [slug]);
        Move(next.Id, LongSlug(from, next.Key, next.Id), from);
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

    private object?[] RowWith(long id, string made)
    {
        var row = context.Rows(table).Find(id)!;
        row[slug.Index] = made;
        return row;
    }
}
