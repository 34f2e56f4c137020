using System.Text.Json;
using System.Text.Json.Nodes;
using CenterDirectory.Importers.Records;
using CenterDirectory.Importers.Validation;

namespace CenterDirectory.Importers.Mapping;

/// <summary>A list, an object or a reference that stands in its cell as the JSON of a dump, see <see cref="GivenValue"/>.</summary>
internal sealed class GivenField(RecordField field, int slot) : CompiledField(field)
{
    private readonly IssueTemplate shape = IssueRules.ObjectIncomplete.For(field.Name, field.Name);
    private GivenValue given = new(_ => { });
    private JsonNode? value;

    public override bool IsConstant => false;

    public override string Columns => Field.Name;

    protected override bool EvaluateCore(RowContext row)
    {
        value = null;
        if (row.Cell(slot) is not { } text)
        {
            return false;
        }

        var isWhole = true;
        given = new GivenValue(_ => isWhole = false);
        using var document = Parse(text);
        value = document is null ? null : given.Read(Field, document.RootElement, Field.Name);
        if (!isWhole || (value is null && text != "[]"))
        {
            row.Report(shape);
        }

        return value is not null;
    }

    protected override void WriteCore(Utf8JsonWriter writer, RowContext row)
    {
        value!.WriteTo(writer);
        given.References.ForEach(row.Refer);
    }

    private static JsonDocument? Parse(string text)
    {
        try
        {
            return JsonDocument.Parse(text);
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
