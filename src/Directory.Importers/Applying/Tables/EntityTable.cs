using System.Text.Json;
using CenterDirectory.Data.Entities;
using CenterDirectory.Data.Values;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;

namespace CenterDirectory.Importers.Applying.Tables;

/// <summary>
/// What the importer knows of one record kind, taken from EF's model once: the columns of its table and which payload
/// field goes where. A new property of an entity needs nothing here. Most runs are of a kind or two, so each is looked at when it is first needed.
/// </summary>
internal sealed class EntityTable
{
    private readonly Lazy<ColumnSet> columns;
    private readonly Lazy<FieldSet> fields;

    public EntityTable(IEntityType type, Func<IEntityType, EntityTable> tableOf)
    {
        (Kind, ClrType) = (type.ClrType.Name, type.ClrType);
        Name = type.GetTableName()!;
        Entry = typeof(DirectoryEntry).IsAssignableFrom(type.ClrType) ? Enum.Parse<EntryType>(Kind) : null;
        columns = new(() => new ColumnSet(EntityColumns.Of(type)));
        fields = new(() => new FieldSet(FieldBindings.Of(type, this, tableOf)));
    }

    /// <summary>Record kind: the name of the entity class.</summary>
    public string Kind { get; }

    public Type ClrType { get; }

    /// <summary>Name of the table.</summary>
    public string Name { get; }

    /// <summary>The type of entry; null for links and parts.</summary>
    public EntryType? Entry { get; }

    public IReadOnlyList<EntityColumn> Columns => columns.Value.All;

    public EntityColumn Id => columns.Value.Id;

    public IReadOnlyList<FieldBinding> Fields => fields.Value.All;

    public IReadOnlyList<ReferenceBinding> References => fields.Value.References;

    /// <summary>The column of a property, if the table has it.</summary>
    public EntityColumn? Find(string property) => columns.Value.ByPath.GetValueOrDefault(property);

    /// <summary>The column of a property that the table is known to have.</summary>
    public EntityColumn Column(string property) => columns.Value.ByPath[property];

    /// <summary>The field of a payload; a name that no mapper can have written is a broken invariant.</summary>
    public FieldBinding Field(string name) => fields.Value.ByName.TryGetValue(name, out var field)
        ? field
        : throw new InvalidOperationException($"A payload states the field «{name}», which {Kind} does not have.");

    /// <summary>The table and those of the objects that belong to its rows.</summary>
    public IEnumerable<EntityTable> WithParts => Fields.OfType<PartBinding>().Select(part => part.Table).Prepend(this);

    public static string FieldName(string property) => JsonNamingPolicy.CamelCase.ConvertName(property);

    private sealed class ColumnSet(List<EntityColumn> all)
    {
        public List<EntityColumn> All { get; } = all;

        public Dictionary<string, EntityColumn> ByPath { get; } = all.ToDictionary(column => column.Path, StringComparer.Ordinal);

        public EntityColumn Id { get; } = all.Single(column => column.Path == nameof(DirectoryEntry.Id));
    }

    private sealed class FieldSet(List<FieldBinding> all)
    {
        public List<FieldBinding> All { get; } = all;

        public Dictionary<string, FieldBinding> ByName { get; } = all.ToDictionary(field => field.Name, StringComparer.Ordinal);

        public List<ReferenceBinding> References { get; } = [.. all.OfType<ReferenceBinding>(), .. all.OfType<OneOfBinding>().SelectMany(field => field.Choices)];
    }
}
