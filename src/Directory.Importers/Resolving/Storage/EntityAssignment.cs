using CenterDirectory.Data.Bulk;
using CenterDirectory.Importers.Running;

namespace CenterDirectory.Importers.Resolving.Storage;

/// <summary>
/// Gives groups of records their entities. Ids stay: a group keeps the lowest that one of its records stands for, and of several groups
/// that claim one the owner has it, else the record known longest. What is joined remembers the id it had, and gets it back.
/// </summary>
/// <param name="session">The connection of the run.</param>
/// <param name="kind">Record kind.</param>
/// <param name="records">The records of the run.</param>
internal sealed class EntityAssignment(ImportSession session, string kind, RunRecords records)
{
    private readonly RowReader current = session.Rows("""SELECT "EntityId", "OwnEntityId" FROM "SourceRecords" WHERE "Id" = @a""");
    private readonly List<List<long>> groups = [];
    private readonly List<Claim> claims = [];
    private readonly Dictionary<long, long> moving = [];
    private readonly HashSet<long> involved = [];
    private readonly HashSet<long> uncertain = [];

    /// <summary>Adds the records of one entity.</summary>
    public void Add(List<long> group)
    {
        foreach (var id in group.Where(id => !records.IsNew(id)))
        {
            current.Start(id);
            current.Read();
            if (current.IsNull(0))
            {
                continue;
            }

            var (entity, own) = (current.Number(0), current.IsNull(1) ? (long?)null : current.Number(1));
            if (records.Returned.Contains(id))
            {
                uncertain.Add(entity);
            }

            claims.Add(new Claim(entity, own is null ? 0 : 1, id, groups.Count));
            if (own is { } before)
            {
                uncertain.Add(before);
                claims.Add(new Claim(before, 0, id, groups.Count));
            }
        }

        involved.UnionWith(group);
        groups.Add(group);
    }

    /// <summary>Adds entities whose records are gone and that a new record brings back.</summary>
    public void AddReturning(IEnumerable<(int Record, long Retired)> returning, IReadOnlySet<long> gone)
    {
        var live = session.Prepare(
            """
            SELECT COUNT(*) FROM "SourceRecords" WHERE "Kind" = @kind AND "EntityId" = @entity AND "RetiredAt" IS NULL AND "Id" <> @record
            """,
            "@kind", "@entity", "@record");
        var byRecord = new Lazy<Dictionary<long, int>>(() => groups.SelectMany((group, at) => group.Select(id => (id, at))).ToDictionary(pair => pair.id, pair => pair.at));
        var claimed = new Lazy<HashSet<int>>(() => [.. claims.Select(claim => claim.Group)]);
        foreach (var (record, retired) in returning.OrderBy(pair => pair.Retired))
        {
            current.Start(retired);
            if (!current.Read() || current.IsNull(0) || !records.IsNew(records.Ids[record]))
            {
                continue;
            }

            var entity = current.Number(0);
            var isDead = gone.Contains(retired) ? (long)live.Scalar([kind, entity, retired])! == 0 : (long)live.Scalar([kind, entity, 0L])! == 0;
            if (!isDead)
            {
                continue;
            }

            if (!byRecord.Value.TryGetValue(records.Ids[record], out var at))
            {
                byRecord.Value.Add(records.Ids[record], at = groups.Count);
                groups.Add([records.Ids[record]]);
            }

            if (claimed.Value.Add(at))
            {
                claims.Add(new Claim(entity, 2, retired, at));
            }
        }
    }

    /// <summary>Decides and writes.</summary>
    /// <param name="last">The last id that is taken.</param>
    /// <param name="gone">Records that are live no more.</param>
    /// <returns>The last id that is taken now.</returns>
    public long Write(long last, IReadOnlySet<long> gone)
    {
        var taken = Decide(TakenByOthers(gone));
        var staging = new List<(long, long)>();
        var move = session.Prepare(
            """
            UPDATE "SourceRecords" SET "EntityId" = @entity, "OwnEntityId" = CASE WHEN @entity < "EntityId" THEN COALESCE("OwnEntityId", "EntityId") ELSE "OwnEntityId" END
            WHERE "Id" = @id
            """,
            "@entity", "@id");
        var note = session.Prepare(
            """INSERT INTO moved ("RecordId", "Kind", "OldId", "NewId") VALUES (@id, @kind, @old, @new)""", "@id", "@kind", "@old", "@new");
        for (var group = 0; group < groups.Count; group++)
        {
            var entity = taken[group];
            if (entity == 0 && groups[group].Count == 1 && records.IsNew(groups[group][0]))
            {
                // It gets its number with all other new ones, by its external id.
                continue;
            }

            entity = entity == 0 ? ++last : entity;
            foreach (var id in groups[group])
            {
                if (records.StagedOf(id) is var staged and > 0)
                {
                    staging.Add((staged, entity));
                }

                if (moving.GetValueOrDefault(id) is var old and > 0 && old != entity)
                {
                    move.Execute([entity, id]);
                    note.Execute([id, kind, old, entity]);
                }
            }
        }

        new StagedEntities(session).Write(staging);
        return last;
    }

    /// <summary>Of the entities that records once stood for, those that others stand for now with whom they have nothing to do.</summary>
    private HashSet<long> TakenByOthers(IReadOnlySet<long> gone)
    {
        var live = session.Rows("""SELECT "Id" FROM "SourceRecords" WHERE "Kind" = @kind AND "EntityId" = @a AND "RetiredAt" IS NULL""");
        live.Set("@kind", kind);
        var taken = new HashSet<long>();
        foreach (var entity in uncertain)
        {
            live.Start(entity);
            while (live.Read())
            {
                if (!involved.Contains(live.Number(0)) && !gone.Contains(live.Number(0)))
                {
                    taken.Add(entity);
                }
            }
        }

        return taken;
    }

    /// <summary>The entity of each group; 0 where no record of it has stood for any.</summary>
    private long[] Decide(HashSet<long> takenByOthers)
    {
        foreach (var claim in claims.Where(claim => claim.Rank < 2))
        {
            if (claim.Rank == 1 || !moving.ContainsKey(claim.Record))
            {
                moving[claim.Record] = claim.Entity;
            }
        }

        claims.RemoveAll(claim => takenByOthers.Contains(claim.Entity));
        claims.Sort();
        var taken = new long[groups.Count];
        var entity = 0L;
        foreach (var claim in claims)
        {
            // The first claim to an entity has it; its group takes the lowest of those it has.
            if (claim.Entity != entity && taken[claim.Group] == 0)
            {
                taken[claim.Group] = claim.Entity;
            }

            entity = claim.Entity;
        }

        return taken;
    }

    /// <param name="Entity">The entity.</param>
    /// <param name="Rank">0 its owner's, 1 that of a record joined to it, 2 that of a record that brings it back.</param>
    /// <param name="Record">The record.</param>
    /// <param name="Group">Place of its group.</param>
    private readonly record struct Claim(long Entity, int Rank, long Record, int Group) : IComparable<Claim>
    {
        public int CompareTo(Claim other) => (Entity, Rank, Record).CompareTo((other.Entity, other.Rank, other.Record));
    }
}
