using System.Text.Json;
using CenterDirectory.Data;
using CenterDirectory.Data.Bulk;
using CenterDirectory.Data.Provenance.Merging;
using CenterDirectory.Data.Values;
using CenterDirectory.Importers.Applying.Tables;

namespace CenterDirectory.Importers.Applying.Derivations;

/// <summary>An entry that has a slug, or a longer one made of it.</summary>
/// <param name="Id">The entry.</param>
/// <param name="Slug">What it has.</param>
/// <param name="Key">The smallest key among its live records.</param>
internal sealed record SlugHolder(long Id, string Slug, RecordKey Key);

/// <summary>Who has which slug, and who had it.</summary>
internal sealed class SlugHolders
{
    /// <summary>How often two keys may have the same eight signs.</summary>
    private const int Variants = 4;

    private readonly ApplyContext context;
    private readonly EntityTable table;
    private readonly RowQuery records;
    private readonly RowReader ownKeys;
    private readonly RowQuery longSlugs;
    private readonly RowStatement anyLongSlug;
    private readonly RowStatement current;
    private readonly RowStatement buried;
    private readonly RowStatement remember;
    private readonly RowStatement forget;
    private readonly Dictionary<long, RecordKey> keys = [];
    private readonly Dictionary<string, bool> haveLonger = new(StringComparer.Ordinal);
    private readonly bool hasTombstones;
    private bool hasEarlier;

    public SlugHolders(ApplyContext context, EntityTable table)
    {
        (this.context, this.table) = (context, table);
        var session = context.Session;
        records = session.PrepareQuery(
            $"""
            SELECT "SourceId", "ExternalId", {session.Dialect.Member("\"Payload\"", "slug")} FROM "SourceRecords"
            WHERE "Kind" = @kind AND "EntityId" = @id AND "RetiredAt" IS NULL
            """,
            "@kind", "@id");
        ownKeys = session.Rows("""SELECT "SourceId", "ExternalId" FROM "SourceRecords" WHERE "Kind" = @kind AND "EntityId" = @a AND "RetiredAt" IS NULL""");
        ownKeys.Set("@kind", table.Kind);
        var range = $"""FROM "{table.Name}" WHERE "Slug" > @from AND "Slug" < @to AND length("Slug") = @length""";
        longSlugs = session.PrepareQuery($"""SELECT "Id", "Slug" {range}""", "@from", "@to", "@length");
        anyLongSlug = session.Prepare($"SELECT 1 {range} LIMIT 1", "@from", "@to", "@length");
        current = session.Prepare($"""SELECT "Slug" FROM "{table.Name}" WHERE "Id" = @id""", "@id");
        buried = session.Prepare("""SELECT "Slug" FROM "Tombstones" WHERE "EntryType" = @type AND "EntityId" = @id""", "@type", "@id");
        remember = session.Prepare(
            """
            INSERT INTO "EarlierSlugs" ("EntryType", "Slug", "EntityId") VALUES (@type, @slug, @id)
            ON CONFLICT ("EntryType", "Slug") DO UPDATE SET "EntityId" = excluded."EntityId"
            """,
            "@type", "@slug", "@id");
        forget = session.Prepare("""DELETE FROM "EarlierSlugs" WHERE "EntryType" = @type AND "Slug" = @slug""", "@type", "@slug");
        hasTombstones = session.Prepare("""SELECT 1 FROM "Tombstones" WHERE "EntryType" = @type LIMIT 1""", "@type").Scalar([table.Kind]) is not null;
        hasEarlier = session.Prepare("""SELECT 1 FROM "EarlierSlugs" WHERE "EntryType" = @type LIMIT 1""", "@type").Scalar([table.Kind]) is not null;
    }

    /// <summary>The slugs that an entry may have which does not have the plain one: nearly always the first.</summary>
    public IEnumerable<string> LongSlugs(string wanted, RecordKey key) =>
        Enumerable.Range(0, Variants).Select(times => Slug.WithSuffix(wanted, $"{table.Kind} {key.SourceKey} {key.ExternalId}{new string('+', times)}"));

    /// <summary>What a long slug was made of; null if it cannot be one.</summary>
    public static string? PlainOf(string slug) =>
        slug.Length > Slug.SuffixLength + 1 && slug[^(Slug.SuffixLength + 1)] == '-' ? slug[..^(Slug.SuffixLength + 1)] : null;

    /// <summary>The entry that has a slug; null if none has.</summary>
    public long? IdOf(string slug) => context.Rows(table).Slugs.IdOf(slug);

    /// <summary>The slug of an entry; null if it has no row.</summary>
    public string? SlugOf(long id) => (string?)current.Scalar([id]);

    /// <summary>What an entry that returns had when it went; null if it is new.</summary>
    public string? BuriedSlugOf(long id) => hasTombstones && context.MayExist(table, id) ? (string?)buried.Scalar([table.Kind, id]) : null;

    /// <summary>Asks at once who has the slugs that are wanted next, the longer ones of those who will need one, and the keys of who is in the way.</summary>
    public async Task ExpectAsync(IReadOnlyList<(long Id, RecordKey Key, string Wanted)> next, CancellationToken cancellationToken)
    {
        var slugs = context.Rows(table).Slugs;
        slugs.Clear();
        keys.Clear();
        await ReadLongerAsync([.. next.Where(entry => context.MayExist(table, entry.Id)).Select(entry => entry.Wanted).Distinct()], cancellationToken);
        await slugs.ExpectAsync(next.Select(entry => entry.Wanted).ToHashSet(StringComparer.Ordinal), cancellationToken);
        var longer = new HashSet<string>(StringComparer.Ordinal);
        var inTheWay = new HashSet<long>();
        var first = new Dictionary<string, long>(StringComparer.Ordinal);
        foreach (var (id, key, wanted) in next)
        {
            var other = slugs.IdOf(wanted) ?? (first.TryAdd(wanted, id) ? null : first[wanted]);
            if (other is { } holder && holder != id)
            {
                inTheWay.Add(holder);
                longer.Add(LongSlugs(wanted, key).First());
            }
        }

        longer.ExceptWith(next.Select(entry => entry.Wanted));
        await slugs.ExpectAsync(longer, cancellationToken);
        await ReadKeysAsync(inTheWay, cancellationToken);
    }

    /// <summary>The smallest key among an entry's live records; null if it has none.</summary>
    public RecordKey? SmallestKeyOf(long id)
    {
        if (keys.TryGetValue(id, out var known))
        {
            return known;
        }

        RecordKey? smallest = null;
        ownKeys.Start(id);
        while (ownKeys.Read())
        {
            smallest = Smaller(smallest, new RecordKey(context.Sources[ownKeys.Number(0)].Key, ownKeys.Text(1)));
        }

        ownKeys.End();
        return smallest;
    }

    /// <summary>The smallest key among an entry's live records, and the slugs that they state; null if it has none.</summary>
    public (RecordKey Key, IReadOnlyList<string> Stated)? KeyOf(long id)
    {
        RecordKey? smallest = null;
        List<string> stated = [];
        using var reader = records.Read(table.Kind, id);
        while (reader.Read())
        {
            smallest = Smaller(smallest, new RecordKey(context.Sources[reader.GetInt64(0)].Key, reader.GetString(1)));
            if (!reader.IsDBNull(2))
            {
                stated.Add(reader.GetString(2));
            }
        }

        return smallest is { } found ? (found, stated) : null;
    }

    /// <summary>Whether somebody may have a slug that was made of this one.</summary>
    public bool HasLongSlugs(string wanted) => haveLonger.TryGetValue(wanted, out var known) ? known : anyLongSlug.Scalar([.. Range(wanted)]) is not null;

    /// <summary>All who want a slug, the smallest key first.</summary>
    public List<SlugHolder> Wanting(string wanted)
    {
        List<(long Id, string Slug)> found = [];
        using (var reader = longSlugs.Read([.. Range(wanted)]))
        {
            while (reader.Read())
            {
                found.Add((reader.GetInt64(0), reader.GetString(1)));
            }
        }

        var wanting = new List<SlugHolder>();
        foreach (var (id, slug) in found)
        {
            // Who states the slug that it has wants just that one.
            if (KeyOf(id) is { } known && (known.Stated.Count == 0 || known.Stated.Contains(wanted)) && LongSlugs(wanted, known.Key).Contains(slug))
            {
                wanting.Add(new SlugHolder(id, slug, known.Key));
            }
        }

        if (IdOf(wanted) is { } holder && KeyOf(holder) is { } its && !IsMadeOfAnother(wanted, its.Key, its.Stated))
        {
            wanting.Add(new SlugHolder(holder, wanted, its.Key));
        }

        wanting.Sort((one, other) => RecordKey.Order.Compare(one.Key, other.Key));
        return wanting;
    }

    /// <summary>Notes that an entry has a slug now: it is nobody's earlier one any more.</summary>
    public void Forget(string now)
    {
        if (PlainOf(now) is { } plain && haveLonger.ContainsKey(plain))
        {
            haveLonger[plain] = true;
        }

        // Most types have none: a first load asks for each of its rows.
        if (hasEarlier)
        {
            forget.Execute([table.Kind, now]);
        }
    }

    /// <summary>Notes which slug an entry had. That of a person is their name, and a name is not kept.</summary>
    public void Remember(string earlier, long id)
    {
        if (table.Entry is not EntryType.Person)
        {
            remember.Execute([table.Kind, earlier, id]);
            hasEarlier = true;
        }
    }

    private async Task ReadLongerAsync(IReadOnlyCollection<string> wanted, CancellationToken cancellationToken)
    {
        haveLonger.Clear();
        if (wanted.Count == 0)
        {
            return;
        }

        foreach (var slug in wanted)
        {
            haveLonger[slug] = false;
        }

        await context.Session.ReadAsync(
            $"""
            SELECT slug FROM {context.Session.Dialect.Texts("@slugs")} AS asked (slug) WHERE EXISTS (
                SELECT 1 FROM "{table.Name}" AS t WHERE t."Slug" > slug || '-' AND t."Slug" < slug || '.' AND length(t."Slug") = length(slug) + {Slug.SuffixLength + 1})
            """,
            reader => haveLonger[reader.GetString(0)] = true, cancellationToken, ("@slugs", JsonSerializer.Serialize(wanted, DirectoryJson.Options)));
    }

    private async Task ReadKeysAsync(IReadOnlyCollection<long> ids, CancellationToken cancellationToken)
    {
        if (ids.Count == 0)
        {
            return;
        }

        await context.Session.ReadAsync(
            $"""
            SELECT "EntityId", "SourceId", "ExternalId" FROM "SourceRecords"
            WHERE "Kind" = @kind AND "EntityId" IN {context.Session.Dialect.Numbers("@ids")} AND "RetiredAt" IS NULL
            """,
            reader =>
            {
                var key = new RecordKey(context.Sources[reader.GetInt64(1)].Key, reader.GetString(2));
                keys[reader.GetInt64(0)] = Smaller(keys.TryGetValue(reader.GetInt64(0), out var known) ? known : null, key);
            },
            cancellationToken, ("@kind", table.Kind), ("@ids", JsonSerializer.Serialize(ids)));
    }

    /// <summary>Whether an entry has a slug only since another one has that which it wants.</summary>
    private bool IsMadeOfAnother(string slug, RecordKey key, IReadOnlyList<string> stated) =>
        !stated.Contains(slug) && PlainOf(slug) is { } plain && LongSlugs(plain, key).Contains(slug);

    private static RecordKey Smaller(RecordKey? known, RecordKey key) => known is { } one && RecordKey.Order.Compare(one, key) <= 0 ? one : key;

    private static object?[] Range(string wanted) => [wanted + "-", wanted + ".", (long)(wanted.Length + Slug.SuffixLength + 1)];
}
