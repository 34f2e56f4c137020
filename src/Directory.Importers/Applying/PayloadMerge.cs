using System.Text.Json;
using CenterDirectory.Importers.Applying.Tables;

namespace CenterDirectory.Importers.Applying;

/// <summary>One row out of all records of an entity: each field from the strongest record that states it.</summary>
internal static class PayloadMerge
{
    /// <param name="table">The entity's table.</param>
    /// <param name="records">Its live records, strongest first; at least one.</param>
    public static EntityDraft Merge(EntityTable table, IReadOnlyList<EntityRecord> records)
    {
        var draft = new EntityDraft(table) { Id = records[0].EntityId };
        var isStated = new bool[table.Fields.Count];
        foreach (var record in records)
        {
            using var payload = JsonDocument.Parse(record.Payload);
            foreach (var stated in payload.RootElement.EnumerateObject())
            {
                var field = table.Field(stated.Name);
                if (!isStated[field.Index])
                {
                    isStated[field.Index] = true;
                    field.Apply(stated.Value, record.SourceId, draft);
                }
            }
        }

        return draft;
    }
}
