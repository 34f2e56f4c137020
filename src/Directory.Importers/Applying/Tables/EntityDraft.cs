using CenterDirectory.Data.Provenance.Merging;

namespace CenterDirectory.Importers.Applying.Tables;

/// <summary>A row in the making: what the records state, then what is derived from that.</summary>
internal sealed class EntityDraft(EntityTable table)
{
    public EntityTable Table { get; } = table;

    /// <summary>The values in the order of the table's columns.</summary>
    public object?[] Values { get; } = table.NewRow();

    /// <summary>The stated references, not yet looked up.</summary>
    public List<DraftReference> References { get; } = new(1);

    /// <summary>The stated parts; most tables have none.</summary>
    public Dictionary<PartBinding, EntityDraft> Parts => field ??= [];

    /// <summary>Who states what, if several records speak of the entity.</summary>
    public IReadOnlyList<MergedField> Merged { get; set; } = [];

    /// <summary>What a slug would be made of, if it has been prepared.</summary>
    public string? SlugText { get; set; }

    public object? this[EntityColumn column]
    {
        get => Values[column.Index];
        set => Values[column.Index] = value;
    }

    public long Id
    {
        get => (long)this[Table.Id]!;
        set => this[Table.Id] = value;
    }
}

/// <summary>A reference as a payload writes it.</summary>
/// <param name="Binding">The field.</param>
/// <param name="Key">What it says.</param>
/// <param name="SourceId">Source whose key it is.</param>
internal readonly record struct DraftReference(ReferenceBinding Binding, string Key, long SourceId);
