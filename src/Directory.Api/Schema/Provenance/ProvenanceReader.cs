using System.Text.Json;
using CenterDirectory.Data;
using CenterDirectory.Data.Entities;
using CenterDirectory.Data.Provenance.Merging;
using CenterDirectory.Importers.Editing;

namespace CenterDirectory.Api.Schema.Provenance;

/// <summary>Reads where the fields of entries come from, by the very merge that the importer writes them with.</summary>
internal static class ProvenanceReader
{
    private const int MostFields = 100;
    private const int MostAlternatives = 20;

    /// <summary>The fields of each entry; one statement for each type among them.</summary>
    /// <param name="db">The directory.</param>
    /// <param name="entries">The entries.</param>
    /// <param name="fields">Only these field names; null for all.</param>
    /// <param name="cancellationToken">Stops it.</param>
    public static async Task<Dictionary<DirectoryEntry, IReadOnlyList<FieldProvenance>>> ReadAsync(
        DirectoryDb db, IReadOnlyList<DirectoryEntry> entries, IReadOnlyList<string>? fields, CancellationToken cancellationToken)
    {
        var wanted = fields?.ToHashSet(StringComparer.Ordinal);
        var answer = new Dictionary<DirectoryEntry, IReadOnlyList<FieldProvenance>>(ReferenceEqualityComparer.Instance);
        foreach (var ofType in entries.GroupBy(entry => entry.GetType()))
        {
            var records = await EntryRecords.LoadAsync(
                db, ofType.Key.Name, [.. ofType.Select(entry => entry.Id).Distinct()], withPayloads: true, cancellationToken);
            foreach (var entry in ofType)
            {
                answer[entry] = Merge(ofType.Key, [.. records[entry.Id]], wanted);
            }
        }

        return answer;
    }

    private static List<FieldProvenance> Merge(Type entity, List<EntryRecord> records, HashSet<string>? wanted)
    {
        var payloads = records.ConvertAll(record => JsonElement.Parse(record.Payload));
        var shapes = StatedFields.Of(entity);
        return
        [
            .. FieldMerge.Merge(entity, payloads, records.Count(record => record.Rank.SourceKey == SelfService.Key))
                .Where(field => shapes.ContainsKey(field.Name))
                .Select(field => (Field: field, Shape: shapes[field.Name]))
                .Where(pair => wanted?.Contains(pair.Shape.Name) != false)
                .OrderBy(pair => pair.Shape.Order)
                .Take(MostFields)
                .Select(pair => Provenance(pair.Shape, [.. pair.Field.Statements.Take(MostAlternatives + 1).Select(statement => Stated(pair.Shape, statement, records))])),
        ];
    }

    private static FieldProvenance Provenance(StatedFieldShape shape, List<StatedField> statements) =>
        new(statements[0], shape.Name, shape.Locale, [.. statements.Skip(1).Select(statement => new FieldAlternative(statement))]);

    private static StatedField Stated(StatedFieldShape shape, FieldStatement statement, List<EntryRecord> records)
    {
        var record = records[statement.Record];
        var text = StatedText.Of(shape.Property.PropertyType, statement.Value);
        return new StatedField(text, StatedText.ItemOf(shape.Property.PropertyType), record.SourceId, record.FetchedAt, record.RecordUrl, ReferenceOf(shape, text));
    }

    /// <summary>A reference to one of several kinds names the kind in front: <c>Center/omsk</c>.</summary>
    private static StatedReference? ReferenceOf(StatedFieldShape shape, string? text) => (shape.Target, text) switch
    {
        (null, _) or (_, null) => null,
        ({ IsAbstract: true }, _) => text.Split('/', 2) is [var kind, var key] ? new StatedReference(kind, key) : null,
        ({ } target, _) => new StatedReference(target.Name, text),
    };
}
