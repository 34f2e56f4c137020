using System.Text.Json;

namespace CenterDirectory.Data.Provenance.Merging;

/// <summary>
/// The fields of one entity out of all its records: each from the strongest record that states it, united lists out of all of them. The importer
/// writes by it and provenance shows by it, so that what is shown is what was done.
/// </summary>
internal static class FieldMerge
{
    /// <param name="entity">Class of the entity.</param>
    /// <param name="payloads">What its live records state, strongest first.</param>
    /// <param name="final">How many of the first are of those who answer for the entity: their lists are whole, nobody adds to them.</param>
    public static IReadOnlyList<MergedField> Merge(Type entity, IReadOnlyList<JsonElement> payloads, int final = 0)
    {
        var united = UnitedLists.Of(entity);
        var fields = new List<MergedField>();
        var byName = new Dictionary<string, MergedField>(StringComparer.Ordinal);
        for (var record = 0; record < payloads.Count; record++)
        {
            foreach (var stated in payloads[record].EnumerateObject())
            {
                if (!byName.TryGetValue(stated.Name, out var field))
                {
                    field = new MergedField(stated.Name, record < final ? null : united.GetValueOrDefault(stated.Name), united.GetValueOrDefault(stated.Name));
                    byName.Add(stated.Name, field);
                    fields.Add(field);
                }

                field.Add(record, stated.Value);
            }
        }

        return fields;
    }
}

/// <summary>One field and what is said of it.</summary>
/// <param name="name">Name in payloads.</param>
/// <param name="united">How its lists are united; null if the strongest statement is the whole.</param>
/// <param name="list">How its lists are compared; null if it is none whose items stand by themselves.</param>
internal sealed class MergedField(string name, UnitedList? united, UnitedList? list)
{
    private readonly List<FieldStatement> statements = [];

    /// <summary>Name in payloads.</summary>
    public string Name { get; } = name;

    /// <summary>Who states it, strongest first; at least one.</summary>
    public IReadOnlyList<FieldStatement> Statements => statements;

    /// <summary>What the entity gets; null if the strongest says that it is empty.</summary>
    public JsonElement Value => united is null || statements.Count == 1 ? statements[0].Value : united.Unite(statements.Select(statement => statement.Value));

    /// <summary>Whether two statements of it say the same, or one of two lists more than the other.</summary>
    public bool Agree(FieldStatement one, FieldStatement other) => (one.Value.ValueKind, other.Value.ValueKind) switch
    {
        (JsonValueKind.Array, JsonValueKind.Array) when list is not null => list.Agree(one.Value, other.Value),
        (JsonValueKind.String, JsonValueKind.String) => SearchText.Fold(one.Value.GetString()) == SearchText.Fold(other.Value.GetString()),
        _ => JsonElement.DeepEquals(one.Value, other.Value),
    };

    internal void Add(int record, JsonElement value) => statements.Add(new FieldStatement(record, value));
}

/// <summary>What one record says of a field.</summary>
/// <param name="Record">Place of the record, strongest first.</param>
/// <param name="Value">What it says.</param>
internal readonly record struct FieldStatement(int Record, JsonElement Value);
