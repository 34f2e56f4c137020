using System.Text.Json.Nodes;
using CenterDirectory.Importers.Records;

namespace CenterDirectory.Importers.Editing;

/// <summary>The record of self-service for one entry, before and after an edit.</summary>
internal sealed class EditedRecord
{
    public required RecordSchema Schema { get; init; }

    /// <summary>Its own key.</summary>
    public required string ExternalId { get; init; }

    /// <summary>Its row; null if it has none yet.</summary>
    public long? RecordId { get; init; }

    /// <summary>Whether the row counts: it was not taken back.</summary>
    public bool IsLive { get; init; }

    /// <summary>The entry; null for a new one.</summary>
    public long? EntityId { get; init; }

    /// <summary>The record that it amends; null if it states an entry of its own.</summary>
    public (string Source, string ExternalId)? Anchor { get; init; }

    /// <summary>What it said before; null if it was not there.</summary>
    public JsonObject? Before { get; init; }

    /// <summary>What it says now; null if it is taken back.</summary>
    public JsonObject? After { get; set; }

    /// <summary>Whether anything has come of the edits.</summary>
    public bool Differs => !JsonNode.DeepEquals(Before, After);
}
