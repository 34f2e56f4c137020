namespace CenterDirectory.Importers.Records;

/// <summary>What one row of a source states about one object.</summary>
/// <param name="Kind">Record kind: the name of the entity class, such as <c>Center</c> or <c>NetworkMember</c>.</param>
/// <param name="ExternalId">The source's own key, unique within source and kind.</param>
/// <param name="Table">Name of the manifest's table.</param>
/// <param name="Row">Line of the file on which the row starts, from 1.</param>
/// <param name="Payload">The stated fields as canonical UTF-8 JSON: equal facts give equal bytes.</param>
/// <param name="RecordUrl">Page of the object at the publisher's.</param>
/// <param name="References">The other objects that the payload names.</param>
public sealed record ImportRecord(
    string Kind,
    string ExternalId,
    string Table,
    int Row,
    ReadOnlyMemory<byte> Payload,
    Uri? RecordUrl,
    IReadOnlyList<RecordReferenceKey> References)
{
    /// <summary>The day as of which the source states it, by its own word; null if it does not say.</summary>
    public DateOnly? AsOf { get; init; }

    /// <summary>Over the cells that it was made of; none if its row has to be read each time.</summary>
    internal Fingerprint RowDigest { get; init; }
}

/// <summary>A mention of another object in a payload.</summary>
/// <param name="Field">Path of the field in the payload, such as <c>territory</c> or <c>foundingAct.issuer</c>.</param>
/// <param name="TargetKind">Record kind of the object that is meant.</param>
/// <param name="TargetKey">
/// Of a territory: a TerritoryKey or its exact name. Otherwise an external id of the same source, or <c>other-source:external-id</c>.
/// </param>
public readonly record struct RecordReferenceKey(string Field, string TargetKind, string TargetKey);
