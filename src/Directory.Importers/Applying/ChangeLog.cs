using System.Text.Json;
using CenterDirectory.Data;
using CenterDirectory.Data.Bulk;
using CenterDirectory.Data.Values;

namespace CenterDirectory.Importers.Applying;

/// <summary>What a revision does to entries: one change an entry, however many steps touched it.</summary>
internal sealed class ChangeLog
{
    private static readonly string[] Columns = ["RevisionNumber", "Sequence", "Kind", "Type", "EntityId", "Fields"];

    private readonly Dictionary<(EntryType Type, long Id), Touch> touches = [];

    /// <summary>Number of entries touched.</summary>
    public int Count => touches.Count;

    public void Created(EntryType type, long id) => Of(type, id).Kind = ChangeKind.Created;

    public void Removed(EntryType type, long id) => Of(type, id).Kind = ChangeKind.Removed;

    /// <summary>Adds changed fields; they say nothing about an entry that the same revision creates or removes.</summary>
    public void Updated(EntryType type, long id, params IEnumerable<string> fields)
    {
        var touch = Of(type, id);
        foreach (var field in fields)
        {
            if (!touch.Fields.Contains(field))
            {
                touch.Fields.Add(field);
            }
        }
    }

    /// <summary>Writes the changes of a revision in the order in which they were made.</summary>
    public void Write(Func<string, IReadOnlyList<string>, BulkWriter> open, long revision)
    {
        using var rows = open("Changes", Columns);
        long sequence = 0;
        foreach (var ((type, id), touch) in touches)
        {
            var fields = touch.Kind == ChangeKind.Updated ? JsonSerializer.Serialize(touch.Fields, DirectoryJson.Options) : "[]";
            rows.Write(revision, ++sequence, touch.Kind.ToString(), type.ToString(), id, fields);
        }
    }

    private Touch Of(EntryType type, long id)
    {
        if (!touches.TryGetValue((type, id), out var touch))
        {
            touch = new Touch();
            touches.Add((type, id), touch);
        }

        return touch;
    }

    private sealed class Touch
    {
        public ChangeKind Kind { get; set; } = ChangeKind.Updated;

        public List<string> Fields { get; } = [];
    }
}
