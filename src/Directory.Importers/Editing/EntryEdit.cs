using System.Text.Json;

namespace CenterDirectory.Importers.Editing;

/// <summary>What somebody who answers for an entry wants it to say.</summary>
/// <param name="Kind">Record kind: the name of an entity class, links included.</param>
public sealed record EntryEdit(string Kind)
{
    /// <summary>The entry; null for a new one.</summary>
    public long? EntityId { get; init; }

    /// <summary>The key of a new one, by which other edits of the same order may refer to it.</summary>
    public string? NewKey { get; init; }

    /// <summary>
    /// Field in the spelling of payloads → what it is to say. Enums as GraphQL spells them, references as an object with <c>slug</c> (territories) or
    /// <c>id</c> (the key of a record), texts and dates as texts.
    /// </summary>
    public IReadOnlyDictionary<string, JsonElement> Fields { get; init; } = new Dictionary<string, JsonElement>();

    /// <summary>Field → the entry that it is to mean.</summary>
    public IReadOnlyDictionary<string, EntryKey> Entries { get; init; } = new Dictionary<string, EntryKey>();

    /// <summary>Fields whose own value is taken back: what others state shows again.</summary>
    public IReadOnlyCollection<string> Withdrawn { get; init; } = [];

    /// <summary>Fields stated to be empty, whatever others state.</summary>
    public IReadOnlyCollection<string> Emptied { get; init; } = [];

    /// <summary>Fields of the entry that show links which other edits of the same order change.</summary>
    public IReadOnlyCollection<string> Linked { get; init; } = [];

    /// <summary>Takes the whole record back: of an entry that nobody else states it is the end.</summary>
    public bool IsRemoval { get; init; }

    /// <summary>The revision that the editor saw; changes of the same fields since then are a conflict. Null: the last writer wins.</summary>
    public long? ExpectedRevision { get; init; }

    /// <summary>All fields that it touches.</summary>
    internal IEnumerable<string> Touched => Fields.Keys.Concat(Entries.Keys).Concat(Withdrawn).Concat(Emptied);
}

/// <summary>An entry of the directory.</summary>
/// <param name="Kind">Its record kind.</param>
/// <param name="Id">Its id.</param>
public readonly record struct EntryKey(string Kind, long Id);

/// <summary>Why an edit was not made.</summary>
public enum EditFault
{
    /// <summary>A field that the kind does not have.</summary>
    UnknownField,

    /// <summary>A value that is none of its field.</summary>
    InvalidValue,

    /// <summary>A new entry lacks a field.</summary>
    Required,

    /// <summary>A reference that names nothing.</summary>
    UnknownReference,

    /// <summary>There is no such entry.</summary>
    NotFound,

    /// <summary>The same fields were changed since the editor looked.</summary>
    Conflict,

    /// <summary>The entry cannot take it in its present state, e.g. it is not the editor's to delete.</summary>
    State,
}

/// <summary>What is wrong with an edit.</summary>
/// <param name="Fault">Why.</param>
/// <param name="Field">Where; null if it is about the entry.</param>
public sealed record EditProblem(EditFault Fault, string? Field)
{
    /// <summary>What stands against it.</summary>
    public FieldClash? Clash { get; init; }
}

/// <summary>A field that two sides have changed.</summary>
/// <param name="Theirs">What the directory says by now, as JSON; null if nothing.</param>
/// <param name="SourceId">Who says so; self-service if nobody does any more.</param>
/// <param name="ChangedAt">When the last change of it was committed.</param>
public sealed record FieldClash(string? Theirs, long SourceId, DateTime ChangedAt);

/// <summary>What became of one edit.</summary>
/// <param name="Kind">Record kind of the entry.</param>
/// <param name="EntityId">The entry; 0 if there is none.</param>
/// <param name="Problems">What is wrong with it; empty if it was done.</param>
public sealed record EditResult(string Kind, long EntityId, IReadOnlyList<EditProblem> Problems)
{
    /// <summary>Whether the entry is there after the edit.</summary>
    public bool IsThere { get; init; } = true;
}

/// <summary>What became of all edits of an order.</summary>
/// <param name="Revision">The revision that holds them; null if nothing differs.</param>
/// <param name="Current">The newest revision when they were looked at.</param>
/// <param name="Results">One for each edit, in their order.</param>
public sealed record EditReceipt(long? Revision, long Current, IReadOnlyList<EditResult> Results)
{
    /// <summary>Nothing was looked at: somebody else writes, and for longer than one should be kept waiting.</summary>
    public bool IsBusy { get; init; }

    /// <summary>Whether all was done.</summary>
    public bool IsDone => !IsBusy && Results.All(result => result.Problems.Count == 0);
}
