using System.Collections;
using CenterDirectory.GraphQL.Types;

namespace CenterDirectory.GraphQL.Execution;

/// <summary>Objects of one type at one level, with what was loaded for them; everything is aligned by index.</summary>
internal sealed class ObjectBatch(SelectionPlan plan)
{
    public SelectionPlan Plan { get; } = plan;

    public List<object> Objects { get; } = [];

    /// <summary>Per selected field what was loaded; null for fields that are written straight from the object.</summary>
    public LoadedField?[] Fields { get; } = new LoadedField?[plan.Fields.Count];
}

/// <summary>One field of one batch after loading.</summary>
internal sealed class LoadedField
{
    /// <summary>Loaded values by parent; null if the values are read from the parents themselves.</summary>
    public FieldValues? Values { get; set; }

    /// <summary>Where the children of each parent start in <see cref="Children"/>; null if nothing below had to be loaded.</summary>
    public int[]? First { get; set; }

    /// <summary>Children in the order in which the writer meets them.</summary>
    public List<ObjectReference> Children { get; } = [];
}

/// <summary>An object within a batch; without batch if the object is of no type that the field may have.</summary>
internal readonly record struct ObjectReference(ObjectBatch? Batch, int Index);

/// <summary>Gathers the objects of a field into batches, one for each object type, in the order in which the writer will walk them.</summary>
internal sealed class Flattening(FieldPlan field)
{
    private readonly Dictionary<SelectionPlan, ObjectBatch> batches = [];

    public IReadOnlyCollection<ObjectBatch> Batches => batches.Values;

    /// <summary>Sequences that are computed while they are read become lists.</summary>
    public static object? Materialize(object? value, GraphType type) => (value, type.Nullable) switch
    {
        (null, _) => null,
        (_, ListType { ItemType.Nullable: ListType } list) => ((IEnumerable)value).Cast<object?>().Select(item => Materialize(item, list.ItemType)).ToList(),
        (not ICollection, ListType) => ((IEnumerable)value).Cast<object?>().ToList(),
        _ => value,
    };

    /// <summary>How many objects are inside a value.</summary>
    public static int Count(object? value, GraphType type) => (value, type.Nullable) switch
    {
        (null, _) => 0,
        (IEnumerable items, ListType list) => items.Cast<object?>().Sum(item => Count(item, list.ItemType)),
        _ => 1,
    };

    /// <summary>Adds the objects inside a value: the object itself, or the items of (nested) lists; nulls are passed over.</summary>
    public void Add(object? value, GraphType type, List<ObjectReference> references)
    {
        if (value is null)
        {
            return;
        }

        switch (type.Nullable)
        {
            case ListType list:
                foreach (var item in (IEnumerable)value)
                {
                    Add(item, list.ItemType, references);
                }

                break;
            default:
                if (field.FindChild(value) is not { } plan)
                {
                    references.Add(default);
                    break;
                }

                if (!batches.TryGetValue(plan, out var batch))
                {
                    batches[plan] = batch = new ObjectBatch(plan);
                }

                references.Add(new ObjectReference(batch, batch.Objects.Count));
                batch.Objects.Add(value);
                break;
        }
    }
}
