using System.Collections.Concurrent;
using System.Collections.Frozen;
using System.Reflection;
using System.Text.Json;

namespace CenterDirectory.Data.Provenance.Merging;

/// <summary>Which lists of an entity are united; see <see cref="UnitedAttribute"/>.</summary>
internal static class UnitedLists
{
    private static readonly ConcurrentDictionary<Type, FrozenDictionary<string, UnitedList>> Known = [];

    /// <summary>By the name of the field in payloads.</summary>
    public static FrozenDictionary<string, UnitedList> Of(Type entity) => Known.GetOrAdd(entity, static type =>
        type.GetProperties()
            .Select(property => (Property: property, Attribute: property.GetCustomAttribute<UnitedAttribute>()))
            .Where(pair => pair.Attribute is not null)
            .ToFrozenDictionary(
                pair => JsonNamingPolicy.CamelCase.ConvertName(pair.Property.Name), pair => new UnitedList(pair.Property, pair.Attribute!), StringComparer.Ordinal));
}
