using System.Buffers;
using System.Runtime.InteropServices;
using System.Text;
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
    /// <summary>No field has a longer name; one that has is looked up another way.</summary>
    private const int LongestName = 64;

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

    /// <summary>Those without which a row cannot be.</summary>
    public List<ReferenceBinding> NeededReferences => fields.Value.Needed;

    /// <summary>What a row has before anybody states anything.</summary>
    public object?[] NewRow() => (object?[])columns.Value.Initial.Clone();

    /// <summary>The first column of a row that needs a value and has none; null if the row is whole.</summary>
    public EntityColumn? MissingIn(object?[] row) => Array.Find(columns.Value.Needed, column => row[column.Index] is null);

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

    /// <summary>The field of a payload, by the name that stands there.</summary>
    public FieldBinding Field(JsonProperty stated)
    {
        var name = JsonMarshal.GetRawUtf8PropertyName(stated);
        Span<char> letters = stackalloc char[LongestName];
        return Ascii.ToUtf16(name[..Math.Min(name.Length, LongestName)], letters, out var length) == OperationStatus.Done && fields.Value.ByLetters.TryGetValue(letters[..length], out var field)
            ? field
            : Field(stated.Name);
    }

    public static string FieldName(string property) => JsonNamingPolicy.CamelCase.ConvertName(property);

    private sealed class ColumnSet(List<EntityColumn> all)
    {
        public List<EntityColumn> All { get; } = all;

        public Dictionary<string, EntityColumn> ByPath { get; } = all.ToDictionary(column => column.Path, StringComparer.Ordinal);

        public object?[] Initial { get; } = [.. all.Select(column => column.Initial)];

        public EntityColumn[] Needed { get; } = [.. all.Where(column => !column.IsNullable)];

        public EntityColumn Id { get; } = all.Single(column => column.Path == nameof(DirectoryEntry.Id));
    }

    private sealed class FieldSet
    {
        public FieldSet(List<FieldBinding> all)
        {
            All = all;
            ByName = all.ToDictionary(field => field.Name, StringComparer.Ordinal);
            ByLetters = ByName.GetAlternateLookup<ReadOnlySpan<char>>();
            References = [.. all.OfType<ReferenceBinding>(), .. all.OfType<OneOfBinding>().SelectMany(field => field.Choices)];
            Needed = References.FindAll(reference => !reference.Column.IsNullable);
        }

        public List<FieldBinding> All { get; }

        public Dictionary<string, FieldBinding> ByName { get; }

        public Dictionary<string, FieldBinding>.AlternateLookup<ReadOnlySpan<char>> ByLetters { get; }

        public List<ReferenceBinding> References { get; }

        public List<ReferenceBinding> Needed { get; }
    }
}
