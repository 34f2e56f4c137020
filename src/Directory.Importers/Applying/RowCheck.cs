using CenterDirectory.Importers.Applying.Tables;

namespace CenterDirectory.Importers.Applying;

/// <summary>Last look at a row: what the database needs and nobody stated is a fault of the mapping that validation should have found.</summary>
internal static class RowCheck
{
    public static void Complete(EntityDraft draft)
    {
        if (draft.Table.MissingIn(draft.Values) is { } column)
        {
            throw new InvalidOperationException($"A record of {draft.Table.Kind} {draft.Id} has no «{column.Path}».");
        }
    }
}
