using System.Reflection;
using System.Text.Json;
using CenterDirectory.Data;
using CenterDirectory.Importers.Records;

namespace CenterDirectory.Importers.Applying.Tables;

/// <summary>Carries the value of one payload field into the columns that hold it.</summary>
internal abstract class FieldBinding(string name, int index)
{
    /// <summary>Name in payloads.</summary>
    public string Name { get; } = name;

    /// <summary>Place among the fields of the table.</summary>
    public int Index { get; } = index;

    /// <param name="value">The stated value.</param>
    /// <param name="sourceId">Source that states it: references are keys of that source.</param>
    /// <param name="draft">The row in the making.</param>
    public abstract void Apply(JsonElement value, long sourceId, EntityDraft draft);
}

/// <summary>A field in one column.</summary>
internal sealed class ColumnBinding(string name, int index, EntityColumn column, Func<JsonElement, object?> convert) : FieldBinding(name, index)
{
    public override void Apply(JsonElement value, long sourceId, EntityDraft draft) => draft[column] = convert(value);
}

/// <summary>A small object in several columns.</summary>
internal sealed class ComplexBinding(string name, int index, Type type, IReadOnlyList<(PropertyInfo Member, EntityColumn Column)> parts)
    : FieldBinding(name, index)
{
    public override void Apply(JsonElement value, long sourceId, EntityDraft draft)
    {
        var whole = value.Deserialize(type, DirectoryJson.Options);
        foreach (var (member, column) in parts)
        {
            draft[column] = column.ToDatabase(whole is null ? null : member.GetValue(whole));
        }
    }
}

/// <summary>A reference to another object, which is looked up when all records of the run are known.</summary>
internal sealed class ReferenceBinding(string name, int index, EntityColumn column, string targetKind) : FieldBinding(name, index)
{
    public EntityColumn Column { get; } = column;

    public string TargetKind { get; } = targetKind;

    public override void Apply(JsonElement value, long sourceId, EntityDraft draft) =>
        draft.References.Add(new DraftReference(this, value.GetString()!, sourceId));
}

/// <summary>A reference to an entry of one of several kinds, each in a column of its own: <c>Center/omsk</c>.</summary>
internal sealed class OneOfBinding(string name, int index, IReadOnlyList<ReferenceBinding> choices) : FieldBinding(name, index)
{
    public IReadOnlyList<ReferenceBinding> Choices { get; } = choices;

    public override void Apply(JsonElement value, long sourceId, EntityDraft draft)
    {
        var (kind, key) = KindedKey.Parse(value.GetString()!);
        draft.References.Add(new DraftReference(Choices.First(choice => choice.TargetKind == kind), key, sourceId));
    }
}

/// <summary>An object with a table of its own that lives and dies with its owner, such as the founding act of a center.</summary>
internal sealed class PartBinding(string name, int index, EntityColumn column, EntityTable table) : FieldBinding(name, index)
{
    public EntityColumn Column { get; } = column;

    public EntityTable Table { get; } = table;

    public override void Apply(JsonElement value, long sourceId, EntityDraft draft)
    {
        var part = new EntityDraft(Table);
        foreach (var field in value.EnumerateObject())
        {
            Table.Field(field.Name).Apply(field.Value, sourceId, part);
        }

        draft.Parts[this] = part;
    }
}
