using System.Collections.Concurrent;
using System.Collections.Frozen;
using System.Reflection;
using System.Text.Json;
using CenterDirectory.Data;
using CenterDirectory.Data.Entities;
using CenterDirectory.Data.Values;

namespace CenterDirectory.Api.Schema.Provenance;

/// <summary>A field that records of a class may state, as the schema shows it.</summary>
/// <param name="Name">Name in the schema: a translation is shown by the field that it translates.</param>
/// <param name="Order">Place among the fields of the class.</param>
/// <param name="Locale">Language of its values, where there may be several; null of all else.</param>
/// <param name="Property">The property.</param>
internal sealed record StatedFieldShape(string Name, int Order, Locale? Locale, PropertyInfo Property)
{
    /// <summary>Class of the entry that it refers to: the base class if of several; null if it is no reference.</summary>
    public Type? Target { get; } = typeof(DirectoryEntry).IsAssignableFrom(Property.PropertyType) ? Property.PropertyType : null;
}

/// <summary>The fields that records of a class may state, by their names in payloads.</summary>
internal static class StatedFields
{
    private static readonly ConcurrentDictionary<Type, FrozenDictionary<string, StatedFieldShape>> Known = [];

    public static FrozenDictionary<string, StatedFieldShape> Of(Type entity) => Known.GetOrAdd(entity, static type =>
    {
        // What all entries have stands first, as in the schema.
        var properties = type.GetProperties().OrderBy(property => property.DeclaringType == type ? 1 : 0).ThenBy(property => property.MetadataToken).ToList();
        var translated = properties.Where(property => property.Name != nameof(DirectoryEntry.DisplayName))
            .Select(property => (Property: property, English: Translation.Of(property, Locale.En)))
            .Where(pair => pair.English is not null)
            .DistinctBy(pair => pair.English!.Name)
            .ToList();
        return properties.Select((property, order) => Shape(property, order, translated)).ToFrozenDictionary(
            shape => JsonNamingPolicy.CamelCase.ConvertName(shape.Property.Name), StringComparer.Ordinal);
    });

    private static StatedFieldShape Shape(PropertyInfo property, int order, List<(PropertyInfo Property, PropertyInfo? English)> translated)
    {
        foreach (var (original, english) in translated)
        {
            if (original.Name == property.Name)
            {
                return new StatedFieldShape(NameOf(property), order, Locale.Ru, property);
            }

            if (english!.Name == property.Name)
            {
                return new StatedFieldShape(NameOf(original), order, Locale.En, property);
            }
        }

        return new StatedFieldShape(NameOf(property), order, null, property);
    }

    private static string NameOf(PropertyInfo property) => GraphQL.Types.Naming.Camel(property.Name);
}
