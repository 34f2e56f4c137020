using CenterDirectory.Importers.Applying.Derivations;
using CenterDirectory.Importers.Applying.Tables;

namespace CenterDirectory.Importers.Applying;

/// <summary>Writes the objects that belong to one row, such as the founding act of a center, and puts their ids into it.</summary>
internal sealed class EntityParts(ApplyContext context, EntityTable owner)
{
    private readonly List<PartBinding> bindings = [.. owner.Fields.OfType<PartBinding>()];
    private readonly Dictionary<PartBinding, IPreparation[]> preparations = owner.Fields.OfType<PartBinding>()
        .ToDictionary(binding => binding, IPreparation[] (binding) => [new DateBounds(binding.Table), new FoldedTexts(binding.Table)]);

    private readonly Dictionary<EntityTable, long> lastIds = [];

    /// <summary>Brings the parts of a draft to the database.</summary>
    /// <returns>The fields whose part changed though its id did not.</returns>
    public List<string> Write(EntityDraft draft, EntityFacts entity, ReferenceFiller references)
    {
        List<string> changed = [];
        foreach (var binding in bindings)
        {
            var earlier = (long?)entity.Before?[binding.Column.Index];
            if (!draft.Parts.TryGetValue(binding, out var part))
            {
                Remove(binding, earlier);
                continue;
            }

            references.Fill(part, entity);
            foreach (var preparation in preparations[binding])
            {
                preparation.Prepare(part);
            }

            part.Id = earlier ?? NextId(binding.Table);
            draft[binding.Column] = part.Id;
            if (Write(part, isNew: earlier is null))
            {
                changed.Add(binding.Name);
            }
        }

        return changed;
    }

    /// <summary>Removes the parts of a row that goes.</summary>
    public void Remove(object?[] row)
    {
        foreach (var binding in bindings)
        {
            Remove(binding, (long?)row[binding.Column.Index]);
        }
    }

    private bool Write(EntityDraft part, bool isNew)
    {
        var rows = context.Rows(part.Table);
        if (isNew || rows.Find(part.Id) is not { } before)
        {
            rows.Insert(part.Values);
            return true;
        }

        var differing = part.Table.Columns.Where(column => !Equals(before[column.Index], part[column])).ToList();
        if (differing.Count > 0)
        {
            rows.Update(part.Values, differing);
        }

        return differing.Exists(column => column.Field is not null);
    }

    private void Remove(PartBinding binding, long? id)
    {
        if (id is { } known)
        {
            context.Rows(binding.Table).Delete(known);
        }
    }

    private long NextId(EntityTable table)
    {
        if (!lastIds.TryGetValue(table, out var last))
        {
            last = (long?)context.Session.Prepare($"""SELECT MAX("Id") FROM "{table.Name}" """).Scalar([]) ?? 0;
        }

        return lastIds[table] = last + 1;
    }
}
