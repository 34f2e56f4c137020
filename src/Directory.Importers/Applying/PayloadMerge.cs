using System.Text.Json;
using CenterDirectory.Data.Provenance.Merging;
using CenterDirectory.Importers.Applying.Tables;

namespace CenterDirectory.Importers.Applying;

/// <summary>One row out of all records of an entity.</summary>
internal static class PayloadMerge
{
    /// <param name="table">The entity's table.</param>
    /// <param name="records">Its live records, strongest first; at least one.</param>
    public static EntityDraft Merge(EntityTable table, IReadOnlyList<EntityRecord> records)
    {
        var draft = new EntityDraft(table) { Id = records[0].EntityId };
        if (records.Count == 1)
        {
            // Nearly all entities of a large registry: there is nothing to compare.
            using var payload = JsonDocument.Parse(records[0].Payload);
            foreach (var stated in payload.RootElement.EnumerateObject())
            {
                if (stated.Value.ValueKind != JsonValueKind.Null)
                {
                    table.Field(stated).Apply(stated.Value, records[0].Source.Id, draft);
                }
            }

            return draft;
        }

        draft.Merged = FieldMerge.Merge(table.ClrType, [.. records.Select(record => JsonElement.Parse(record.Payload.Span))], records.Count(record => record.Source.IsFinal));
        // Null is stated by those alone who answer for the entity: that there is none, whatever others say.
        foreach (var field in draft.Merged.Where(field => field.Value.ValueKind != JsonValueKind.Null))
        {
            table.Field(field.Name).Apply(field.Value, records[field.Statements[0].Record].Source.Id, draft);
        }

        return draft;
    }
}
