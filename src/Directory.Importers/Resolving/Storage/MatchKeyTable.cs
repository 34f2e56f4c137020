using CenterDirectory.Data.Bulk;
using CenterDirectory.Importers.Resolving.Rules;
using CenterDirectory.Importers.Running;

namespace CenterDirectory.Importers.Resolving.Storage;

/// <summary>The keys of all records.</summary>
internal sealed class MatchKeyTable(ImportSession session)
{
    private static readonly string[] Columns = ["Key", "RecordId", "SourceId", "Mark"];

    // A record that was not there has no keys either: nothing has to be looked for.
    private readonly BulkWriter insert = session.KeepWriting("MatchKeys", Columns);

    private readonly BulkWriter replace = session.KeepWriting("MatchKeys", Columns, ["Key", "RecordId"], TakenKey.Replace);

    private readonly RowStatement delete = session.Prepare("""DELETE FROM "MatchKeys" WHERE "Key" = @key AND "RecordId" = @record""", "@key", "@record");

    private readonly RowStatement retire = session.Prepare(
        """UPDATE "MatchKeys" SET "SourceId" = -ABS("SourceId") WHERE "Key" = @key AND "RecordId" = @record""", "@key", "@record");

    private readonly RowStatement count = session.Prepare(
        """SELECT COUNT(*) FROM (SELECT 1 FROM "MatchKeys" WHERE "Key" = @key AND "SourceId" > 0 LIMIT @limit) AS live""", "@key", "@limit");

    private readonly RowReader range = session.Rows(
        """SELECT "Key", "RecordId", "SourceId", "Mark" FROM "MatchKeys" WHERE "Key" BETWEEN @a AND @b ORDER BY "Key" """);

    /// <summary>The sorts of which there were keys before the run.</summary>
    private readonly HashSet<MatchKeySort> earlier = SortsIn(session);

    /// <summary>Whether there were keys of a sort before the run.</summary>
    public bool Had(MatchKeySort sort) => earlier.Contains(sort);

    /// <summary>Adds a key.</summary>
    /// <param name="key">The key.</param>
    /// <param name="record">Whose it is.</param>
    /// <param name="source">The record's source.</param>
    /// <param name="mark">Hash of its name beside a number.</param>
    /// <param name="isNew">Whether the record is: nothing of it can be there.</param>
    public void Add(long key, long record, long source, int mark, bool isNew) => (isNew ? insert : replace).Write(key, record, source, (long)mark);

    public void Remove(long key, long record) => delete.Execute([key, record]);

    /// <summary>Keeps the key of a record that goes, so that the entity is known again when somebody else brings it back.</summary>
    public void Retire(long key, long record) => retire.Execute([key, record]);

    /// <summary>Live records of a key, counted to a limit.</summary>
    public int Count(long key, int limit) => (int)(long)count.Scalar([key, (long)limit])!;

    public List<KeyMember> Members(long key)
    {
        var members = new List<KeyMember>();
        range.Start(key, key);
        while (range.Read())
        {
            members.Add(Member());
        }

        return members;
    }

    /// <summary>All keys of a sort with their records, in order; the list is used again for the next key.</summary>
    public IEnumerable<(long Key, List<KeyMember> Members)> Walk(MatchKeySort sort)
    {
        var (first, last) = Rules.MatchKey.RangeOf(sort);
        var members = new List<KeyMember>();
        var key = 0L;
        range.Start(first, last);
        while (range.Read())
        {
            var next = range.Number(0);
            if (next != key && members.Count > 0)
            {
                yield return (key, members);
                members.Clear();
            }

            key = next;
            members.Add(Member());
        }

        if (members.Count > 0)
        {
            yield return (key, members);
        }
    }

    private static HashSet<MatchKeySort> SortsIn(ImportSession session)
    {
        var any = session.Rows("""SELECT 1 FROM "MatchKeys" WHERE "Key" BETWEEN @a AND @b LIMIT 1""");
        var sorts = new HashSet<MatchKeySort>();
        foreach (var sort in Enum.GetValues<MatchKeySort>())
        {
            var (first, last) = Rules.MatchKey.RangeOf(sort);
            any.Start(first, last);
            if (any.Read())
            {
                sorts.Add(sort);
            }
        }

        any.End();
        return sorts;
    }

    private KeyMember Member() => new(range.Number(1), range.Number(2), (int)range.Number(3));
}
