namespace CenterDirectory.Importers.Manifests;

/// <summary>One table of a source and how its rows become records.</summary>
public sealed record FeedTable
{
    /// <summary>Name in issues; the record kind unless stated.</summary>
    public required string Name { get; init; }

    /// <summary>Where its bytes are.</summary>
    public required FeedLocation Source { get; init; }

    /// <summary>Record kind: the name of an entity class.</summary>
    public required string Record { get; init; }

    /// <summary>The columns that make the external id.</summary>
    public required RecordIdentity IdFrom { get; init; }

    /// <summary>What stands before the id: several tables may make records of one kind out of the same row.</summary>
    public string IdPrefix { get; init; } = "";

    /// <summary>Column with the address of the record's page at the publisher's, or null.</summary>
    public string? RecordUrl { get; init; }

    /// <summary>Where the day comes from as of which a row is stated; null if the source does not say.</summary>
    public ValueMapping? AsOf { get; init; }

    /// <summary>Column → values of rows that belong here; the others are out of scope.</summary>
    public IReadOnlyDictionary<string, IReadOnlyList<string>> Keep { get; init; } = new Dictionary<string, IReadOnlyList<string>>();

    /// <summary>Column → values of rows that do not belong here.</summary>
    public IReadOnlyDictionary<string, IReadOnlyList<string>> Drop { get; init; } = new Dictionary<string, IReadOnlyList<string>>();

    /// <summary>What several rows of one identity are.</summary>
    public RepeatedRows Repeated { get; init; } = RepeatedRows.Error;

    /// <summary>Field → where its value comes from.</summary>
    public required ObjectMapping Map { get; init; }

    /// <summary>Columns that are knowingly not used.</summary>
    public IReadOnlyList<string> Ignore { get; init; } = [];

    /// <summary>Line of the manifest on which the table starts.</summary>
    public required int Line { get; init; }
}

/// <summary>How a row is identified.</summary>
/// <param name="Columns">The columns, in order.</param>
/// <param name="FirstFilled">True: the first column that is not empty; false: all of them together.</param>
public sealed record RecordIdentity(IReadOnlyList<string> Columns, bool FirstFilled);

/// <summary>What several rows of one identity are.</summary>
public enum RepeatedRows
{
    /// <summary>A mistake of the source.</summary>
    Error,

    /// <summary>Further episodes of what the first row describes.</summary>
    First,

    /// <summary>Successive versions, of which the last counts.</summary>
    Last,
}
