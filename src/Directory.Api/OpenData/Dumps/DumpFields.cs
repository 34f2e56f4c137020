using System.Reflection;
using System.Text;
using System.Text.Json;

namespace CenterDirectory.Api.OpenData.Dumps;

/// <summary>A single value: a text, a number, a date, an enum.</summary>
internal sealed class SingleField(string name, PropertyInfo property) : DumpField(name)
{
    public override IReadOnlyList<DumpColumn> Columns { get; } = [new(name, TypeOf(property.PropertyType), name)];

    public override void AddCells(ICollection<string?> cells, object row, DumpReferences references) =>
        cells.Add(property.GetValue(row) is { } value ? DumpJson.TextOf(value) : null);

    protected override bool Says(object row, DumpReferences references) => property.GetValue(row) is not null;

    protected override void WriteValue(Utf8JsonWriter writer, object row, DumpReferences references)
    {
        switch (property.GetValue(row)!)
        {
            case bool flag:
                writer.WriteBooleanValue(flag);
                break;
            case int number:
                writer.WriteNumberValue(number);
                break;
            case long number:
                writer.WriteNumberValue(number);
                break;
            case double number:
                writer.WriteNumberValue(number);
                break;
            case var value:
                writer.WriteStringValue(DumpJson.TextOf(value));
                break;
        }
    }

    private static string TypeOf(Type type) => (Nullable.GetUnderlyingType(type) ?? type) switch
    {
        var t when t == typeof(bool) => "boolean",
        var t when t == typeof(int) || t == typeof(long) => "integer",
        var t when t == typeof(double) => "number",
        var t when t == typeof(DateTime) => "datetime",
        var t when t == typeof(DateOnly) => "date",
        _ => "string",
    };
}

/// <summary>A list of values, or a small object: in CSV it stands as JSON in one cell.</summary>
internal sealed class StructuredField(string name, PropertyInfo property, bool isList) : DumpField(name)
{
    public override IReadOnlyList<DumpColumn> Columns { get; } = [new(name, isList ? "array" : "object", name)];

    public override void AddCells(ICollection<string?> cells, object row, DumpReferences references) => cells.Add(
        Says(row, references) ? JsonSerializer.Serialize(property.GetValue(row), property.PropertyType, DumpJson.Options) : null);

    protected override bool Says(object row, DumpReferences references) =>
        property.GetValue(row) is { } value && value is not System.Collections.ICollection { Count: 0 };

    protected override void WriteValue(Utf8JsonWriter writer, object row, DumpReferences references) =>
        JsonSerializer.Serialize(writer, property.GetValue(row), property.PropertyType, DumpJson.Options);
}

/// <summary>Another entry, by its global id and slug; which one of several kinds, if it may be of several.</summary>
internal sealed class ReferenceField(string name, IReadOnlyList<ReferenceKey> keys) : DumpField(name)
{
    private readonly bool isKinded = keys.Count > 1;

    public override IReadOnlyList<DumpColumn> Columns { get; } = keys.Count > 1
        ? [new($"{name}.type", "string", name), new($"{name}.id", "string", name), new($"{name}.slug", "string", name)]
        : [new($"{name}.id", "string", name, keys[0].Kind), new($"{name}.slug", "string", name)];

    public override void Collect(object row, DumpReferences references)
    {
        if (Find(row) is var (kind, id))
        {
            references.Note(kind, id);
        }
    }

    public override void AddCells(ICollection<string?> cells, object row, DumpReferences references)
    {
        var target = Find(row);
        if (isKinded)
        {
            cells.Add(target?.Kind);
        }

        cells.Add(target is var (kind, id) ? DumpReferences.IdOf(kind, id) : null);
        cells.Add(target is var (of, key) ? references.SlugOf(of, key) : null);
    }

    protected override bool Says(object row, DumpReferences references) => Find(row) is not null;

    protected override void WriteValue(Utf8JsonWriter writer, object row, DumpReferences references)
    {
        var (kind, id) = Find(row)!.Value;
        writer.WriteStartObject();
        if (isKinded)
        {
            writer.WriteString("type", kind);
        }

        writer.WriteString("id", DumpReferences.IdOf(kind, id));
        writer.WriteString("slug", references.SlugOf(kind, id));
        writer.WriteEndObject();
    }

    private (string Kind, long Id)? Find(object row)
    {
        foreach (var key in keys)
        {
            if (key.Property.GetValue(row) is long id)
            {
                return (key.Kind, id);
            }
        }

        return null;
    }
}

/// <summary>A foreign key and the kind of entry that it leads to.</summary>
internal sealed record ReferenceKey(string Kind, PropertyInfo Property);

/// <summary>An object with a row of its own that is no entry, such as the act which founded a center.</summary>
internal sealed class PartField(string name, PropertyInfo property, IReadOnlyList<DumpField> fields) : DumpField(name)
{
    public override IReadOnlyList<DumpColumn> Columns { get; } = [new(name, "object", name)];

    public override void Collect(object row, DumpReferences references)
    {
        if (property.GetValue(row) is { } part)
        {
            foreach (var field in fields)
            {
                field.Collect(part, references);
            }
        }
    }

    public override void AddCells(ICollection<string?> cells, object row, DumpReferences references)
    {
        if (!Says(row, references))
        {
            cells.Add(null);
            return;
        }

        using var memory = new MemoryStream();
        using (var writer = new Utf8JsonWriter(memory, DumpJson.Lines))
        {
            WriteValue(writer, row, references);
        }

        cells.Add(Encoding.UTF8.GetString(memory.ToArray()));
    }

    protected override bool Says(object row, DumpReferences references) => property.GetValue(row) is not null;

    protected override void WriteValue(Utf8JsonWriter writer, object row, DumpReferences references)
    {
        var part = property.GetValue(row)!;
        writer.WriteStartObject();
        foreach (var field in fields)
        {
            field.Write(writer, part, references);
        }

        writer.WriteEndObject();
    }
}
