using System.Text.Json;

namespace CenterDirectory.Api.OpenData.Dumps;

/// <summary>A field of a dumped record, called as in GraphQL.</summary>
internal abstract class DumpField(string name)
{
    private readonly JsonEncodedText encoded = JsonEncodedText.Encode(name);

    /// <summary>Its name in JSON.</summary>
    public string Name => name;

    /// <summary>Its columns in CSV.</summary>
    public abstract IReadOnlyList<DumpColumn> Columns { get; }

    /// <summary>Notes which other entries the row refers to.</summary>
    public virtual void Collect(object row, DumpReferences references)
    {
    }

    /// <summary>Writes the field; one that says nothing is left out.</summary>
    public void Write(Utf8JsonWriter writer, object row, DumpReferences references)
    {
        if (Says(row, references))
        {
            writer.WritePropertyName(encoded);
            WriteValue(writer, row, references);
        }
    }

    /// <summary>Adds one cell for each column; null for an empty one.</summary>
    public abstract void AddCells(ICollection<string?> cells, object row, DumpReferences references);

    /// <summary>Whether the row states it.</summary>
    protected abstract bool Says(object row, DumpReferences references);

    /// <summary>Writes the value of a field that the row states.</summary>
    protected abstract void WriteValue(Utf8JsonWriter writer, object row, DumpReferences references);
}

/// <summary>A column of CSV.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Type">Its type in the words of Frictionless Table Schema.</param>
/// <param name="Field">The field of GraphQL that it shows.</param>
/// <param name="Target">The kind of entry whose ids stand in it; null if it is no reference.</param>
internal sealed record DumpColumn(string Name, string Type, string Field, string? Target = null);
