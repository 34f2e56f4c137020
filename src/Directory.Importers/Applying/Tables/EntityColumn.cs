using System.Collections;
using System.Globalization;
using System.Reflection;
using System.Text.Json;
using CenterDirectory.Data;
using CenterDirectory.Data.Bulk;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;

namespace CenterDirectory.Importers.Applying.Tables;

/// <summary>One column of an entity's table: how a value of the class becomes a value of the database and back.</summary>
internal sealed class EntityColumn
{
    private const DateTimeStyles Utc = DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal;

    private readonly Func<object?, object?> toDatabase;
    private readonly Func<RowReader, int, object> read;

    public EntityColumn(int index, IProperty property, StoreObjectIdentifier table, string path, string? field, object? initial)
    {
        Index = index;
        Path = path;
        Field = field;
        Property = property;
        Name = property.GetColumnName(table)!;
        IsNullable = property.IsColumnNullable(table);
        var mapping = property.GetRelationalTypeMapping();
        IsList = property.IsPrimitiveCollection;
        // Where the database has lists of its own they are JSON in memory all the same, as payloads state them.
        var isArray = IsList && mapping.StoreType != "TEXT";
        toDatabase = isArray ? JsonOf : mapping.Converter is { } converter ? converter.ConvertToProvider : value => value;
        ProviderType = isArray ? typeof(string) : Unwrap(mapping.Converter?.ProviderClrType ?? property.ClrType);
        read = Reader(ProviderType);
        Initial = initial is null ? null : toDatabase(initial);
    }

    /// <summary>Place in a row of the table.</summary>
    public int Index { get; }

    /// <summary>Name in the database.</summary>
    public string Name { get; }

    /// <summary>Property, or complex property and property: <c>DeclaredMembers.Value</c>.</summary>
    public string Path { get; }

    /// <summary>Public field that a change of this column is told as; null for book-keeping.</summary>
    public string? Field { get; }

    public IProperty Property { get; }

    /// <summary>Type in which the database driver takes and gives the value.</summary>
    public Type ProviderType { get; }

    public bool IsNullable { get; }

    /// <summary>Whether it holds a list of texts or names of values, JSON in memory.</summary>
    public bool IsList { get; }

    /// <summary>What a new object has before anybody states anything.</summary>
    public object? Initial { get; }

    public PropertyInfo? Member => Property.PropertyInfo;

    /// <summary>The value as the database stores it.</summary>
    public object? ToDatabase(object? value) => value is null ? null : toDatabase(value);

    /// <summary>The stored value, of the same type as <see cref="ToDatabase"/> gives.</summary>
    public object? Read(RowReader row) => row.IsNull(Index) ? null : read(row, Index);

    private static string JsonOf(object? list) =>
        JsonSerializer.Serialize(((IEnumerable)list!).Cast<object>().Select(item => item.ToString()), DirectoryJson.Options);

    private static Type Unwrap(Type type) => Nullable.GetUnderlyingType(type) ?? type;

    private static Func<RowReader, int, object> Reader(Type type) =>
        type == typeof(string) ? (row, index) => row.Text(index)
        : type == typeof(long) ? (row, index) => row.Number(index)
        : type == typeof(int) ? (row, index) => (int)row.Number(index)
        : type == typeof(bool) ? (row, index) => row.Number(index) != 0
        : type == typeof(double) ? (row, index) => row.Real(index)
        : type == typeof(DateTime) ? (row, index) => DateTime.Parse(row.Text(index), CultureInfo.InvariantCulture, Utc)
        : type == typeof(DateOnly) ? (row, index) => DateOnly.Parse(row.Text(index), CultureInfo.InvariantCulture)
        : throw new NotSupportedException($"Entity columns of type {type.Name} are not known to the importer.");
}
