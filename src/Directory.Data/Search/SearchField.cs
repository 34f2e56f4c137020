using CenterDirectory.Data.Values;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;

namespace CenterDirectory.Data.Search;

/// <summary>How the value of a column holds its words.</summary>
internal enum SearchFieldForm
{
    /// <summary>A text.</summary>
    Text,

    /// <summary>A list of texts, as JSON.</summary>
    List,

    /// <summary>A number of a register.</summary>
    Number,

    /// <summary>A list of objects whose <c>value</c> is a number or an address of the net, as JSON.</summary>
    Values,

    /// <summary>An address, of which only the place counts.</summary>
    Address,
}

/// <summary>A column that search reads.</summary>
/// <param name="Name">Name of the field in the schema.</param>
/// <param name="Column">Name of the column.</param>
/// <param name="Form">How it holds its words.</param>
internal sealed record SearchField(string Name, string Column, SearchFieldForm Form)
{
    /// <summary>The field of a property.</summary>
    public static SearchField Of(IEntityType entity, string property)
    {
        var found = entity.FindProperty(property) ?? throw new InvalidOperationException($"{entity.ClrType.Name} has no column {property}.");
        return new SearchField(NameOf(property), found.GetColumnName(), FormOf(found));
    }

    /// <summary>Name of the field that a property is, or whose key it is.</summary>
    public static string NameOf(string property)
    {
        var name = property.Length > 2 && property.EndsWith("Id", StringComparison.Ordinal) ? property[..^2] : property;
        return char.ToLowerInvariant(name[0]) + name[1..];
    }

    private static SearchFieldForm FormOf(IProperty property) =>
        property.Name == "AddressText" ? SearchFieldForm.Address
        : property.ClrType == typeof(string) ? SearchFieldForm.Text
        : property.ClrType == typeof(List<string>) ? SearchFieldForm.List
        : property.ClrType == typeof(List<Contact>) || property.ClrType == typeof(List<RegistryNumber>) ? SearchFieldForm.Values
        : property.ClrType.GetInterface(typeof(ITextValue<>).Name) is not null ? SearchFieldForm.Number
        : throw new InvalidOperationException($"Search does not read columns of the type {property.ClrType.Name}: {property.Name}.");
}
