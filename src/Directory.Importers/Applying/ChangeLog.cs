using System.Runtime.InteropServices;
using System.Text.Json;
using CenterDirectory.Data;
using CenterDirectory.Data.Bulk;
using CenterDirectory.Data.Provenance;
using CenterDirectory.Data.Values;
using CenterDirectory.Importers.Running;

namespace CenterDirectory.Importers.Applying;

/// <summary>What a revision does to entries: one change an entry, however many steps touched it.</summary>
/// <param name="isMade">Whether an id was given by this very run: most entries of a first import are told of once and take sixteen bytes.</param>
internal sealed class ChangeLog(Func<EntryType, long, bool> isMade)
{
    private static readonly string[] Columns = ["Id", "RevisionNumber", "Sequence", "Kind", "Type", "EntityId", "Fields"];

    /// <summary>From how many ids in a row on a statement of their own pays.</summary>
    private const int LongRow = 64;

    private readonly List<(EntryType Type, long Id)> made = [];
    private readonly Dictionary<(EntryType Type, long Id), Touch> touches = [];

    /// <summary>Number of entries touched.</summary>
    public int Count => made.Count + touches.Count;

    public void Created(EntryType type, long id)
    {
        if (isMade(type, id))
        {
            made.Add((type, id));
        }
        else
        {
            Of(type, id).Kind = ChangeKind.Created;
        }
    }

    public void Removed(EntryType type, long id)
    {
        // What the same revision made nobody has seen.
        if (!isMade(type, id) || !made.Remove((type, id)))
        {
            Of(type, id).Kind = ChangeKind.Removed;
        }
    }

    /// <summary>Adds changed fields; they say nothing about an entry that the same revision creates or removes.</summary>
    public void Updated(EntryType type, long id, params IEnumerable<string> fields)
    {
        if (isMade(type, id))
        {
            return;
        }

        ref var touch = ref Of(type, id);
        touch.Fields ??= [];
        foreach (var field in fields)
        {
            if (!touch.Fields.Contains(field))
            {
                touch.Fields.Add(field);
            }
        }
    }

    /// <summary>Writes the changes of a revision: what it made, then what else it touched, in the order in which that came about.</summary>
    public async Task WriteAsync(ImportSession session, long revision, CancellationToken cancellationToken)
    {
        var sequence = 0;
        using var rows = session.Write("Changes", Columns);
        void Add(ChangeKind kind, EntryType type, long id, string fields)
        {
            sequence++;
            rows.Write(Change.IdOf((int)revision, sequence), revision, (long)sequence, Enum.GetName(kind), Enum.GetName(type), id, fields);
        }

        for (int from = 0, to; from < made.Count; from = to)
        {
            to = EndOfRow(from);
            if (to - from >= LongRow)
            {
                await session.ExecuteAsync(
                    WriteRow(session.Dialect), cancellationToken, ("@change", Change.IdOf((int)revision, sequence)), ("@revision", revision), ("@sequence", (long)sequence),
                    ("@type", Enum.GetName(made[from].Type)), ("@id", made[from].Id - 1), ("@count", (long)(to - from)));
                sequence += to - from;
                continue;
            }

            foreach (var (type, id) in made[from..to])
            {
                Add(ChangeKind.Created, type, id, "[]");
            }
        }

        foreach (var ((type, id), touch) in touches)
        {
            Add(touch.Kind, type, id, touch.Kind == ChangeKind.Updated ? JsonSerializer.Serialize(touch.Fields ?? [], DirectoryJson.Options) : "[]");
        }
    }

    /// <summary>Ids of what a run makes follow one another: one statement for many.</summary>
    private static string WriteRow(SqlDialect sql) =>
        $"""
        INSERT INTO "Changes" ("Id", "RevisionNumber", "Sequence", "Kind", "Type", "EntityId", "Fields")
        WITH RECURSIVE numbers (n) AS (SELECT CAST(1 AS BIGINT) UNION ALL SELECT n + 1 FROM numbers WHERE n < @count)
        SELECT @change + n, @revision, @sequence + n, '{nameof(ChangeKind.Created)}', @type, @id + n, {sql.NoTexts} FROM numbers
        """;

    /// <summary>Where those of one type end whose ids follow one another.</summary>
    private int EndOfRow(int from)
    {
        var end = from + 1;
        while (end < made.Count && made[end] == (made[from].Type, made[from].Id + end - from))
        {
            end++;
        }

        return end;
    }

    private ref Touch Of(EntryType type, long id)
    {
        ref var touch = ref CollectionsMarshal.GetValueRefOrAddDefault(touches, (type, id), out var isKnown);
        if (!isKnown)
        {
            touch.Kind = ChangeKind.Updated;
        }

        return ref touch;
    }

    /// <summary>A value, not an object: a first import touches hundreds of thousands of entries.</summary>
    private struct Touch
    {
        public ChangeKind Kind;
        public List<string>? Fields;
    }
}
