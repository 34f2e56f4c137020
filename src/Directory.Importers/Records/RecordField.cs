namespace CenterDirectory.Importers.Records;

/// <summary>A field that a record can state.</summary>
internal sealed record RecordField
{
    /// <summary>Name in camelCase, as in manifests and payloads.</summary>
    public required string Name { get; init; }

    public required FieldShape Shape { get; init; }

    /// <summary>CLR type of the value, or of the items of a list.</summary>
    public required Type ValueType { get; init; }

    public required bool IsList { get; init; }

    /// <summary>Whether a record (or object) without it makes no sense.</summary>
    public required bool IsRequired { get; init; }

    /// <summary>Record kind that a reference means.</summary>
    public string? TargetKind { get; init; }

    /// <summary>Record kinds one of which a reference means and names: <c>Center/omsk</c>.</summary>
    public IReadOnlyList<string> TargetKinds { get; init; } = [];

    /// <summary>The fields of an object.</summary>
    public RecordSchema? Object { get; init; }
}

/// <summary>How a value stands in a payload.</summary>
internal enum FieldShape
{
    Text,
    Enum,
    Number,
    Boolean,
    FuzzyDate,
    Day,
    Time,
    Instant,
    Url,
    Ogrn,
    Inn,
    Oktmo,
    Reference,
    ReferenceToOneOf,

    /// <summary>No field of an entity: the day as of which a row is stated.</summary>
    AsOf,
    Object,
}
