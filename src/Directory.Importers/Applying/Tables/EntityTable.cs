using System.Text.Json;
using CenterDirectory.Data.Entities;
using CenterDirectory.Data.Values;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;

namespace CenterDirectory.Importers.Applying.Tables;

/// <summary>
/// What the importer knows of one record kind, taken from EF's model once: the columns of its table and which payload
/// field goes where. A new property of an entity needs nothing here.
/// </summary>
internal sealed class EntityTable
{
    private readonly Dictionary<string, FieldBinding> fields = new(StringComparer.Ordinal);
    private readonly Dictionary<string, EntityColumn> columns;

    public EntityTable(IEntityType type, Func<IEntityType, EntityTable> tableOf)
    {
        (Kind, ClrType) = (type.ClrType.Name, type.ClrType);
        Name = type.GetTableName()!;
        Entry = typeof(DirectoryEntry).IsAssignableFrom(type.ClrType) ? Enum.Parse<EntryType>(Kind) : null;
        Columns = EntityColumns.Of(type);
        columns = Columns.ToDictionary(column => column.Path, StringComparer.Ordinal);
        Id = columns[nameof(DirectoryEntry.Id)];
        Fields = FieldBindings.Of(type, this, tableOf);
        foreach (var field in Fields)
        {
            fields.Add(field.Name, field);
        }

        References = [.. Fields.OfType<ReferenceBinding>(), .. Fields.OfType<OneOfBinding>().SelectMany(field => field.Choices)];
    }

    /// <summary>Record kind: the name of the entity class.</summary>
    public string Kind { get; }

    public Type ClrType { get; }

    /// <summary>Name of the table.</summary>
    public string Name { get; }

    /// <summary>The type of entry; null for links and parts.</summary>
    public EntryType? Entry { get; }

    public IReadOnlyList<EntityColumn> Columns { get; }

    public EntityColumn Id { get; }

    public IReadOnlyList<FieldBinding> Fields { get; }

    public IReadOnlyList<ReferenceBinding> References { get; }

    /// <summary>The column of a property, if the table has it.</summary>
    public EntityColumn? Find(string property) => columns.GetValueOrDefault(property);

    /// <summary>The column of a property that the table is known to have.</summary>
    public EntityColumn Column(string property) => columns[property];

    /// <summary>The field of a payload; a name that no mapper can have written is a broken invariant.</summary>
    public FieldBinding Field(string name) => fields.TryGetValue(name, out var field)
        ? field
        : throw new InvalidOperationException($"A payload states the field «{name}», which {Kind} does not have.");

    /// <summary>The table and those of the objects that belong to its rows.</summary>
    public IEnumerable<EntityTable> WithParts => Fields.OfType<PartBinding>().Select(part => part.Table).Prepend(this);

    public static string FieldName(string property) => JsonNamingPolicy.CamelCase.ConvertName(property);
}
