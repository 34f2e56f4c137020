using System.Reflection;

namespace CenterDirectory.Data.Entities;

/// <summary>
/// References that may mean an entry of several kinds. A property <c>Subject</c> of the type <see cref="DirectoryEntry"/> stands for the
/// navigations <c>SubjectCenter</c>, <c>SubjectProgram</c> …, each with a foreign key of its own, of which at most one is set.
/// </summary>
internal static class OneOf
{
    private const BindingFlags Instance = BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance;

    /// <summary>The properties of a class that stand for several navigations.</summary>
    public static IEnumerable<PropertyInfo> PropertiesOf(Type type) =>
        type.GetProperties(Instance).Where(property => property.PropertyType == typeof(DirectoryEntry));

    /// <summary>The navigations that a property stands for, in order of declaration.</summary>
    public static IEnumerable<PropertyInfo> Navigations(PropertyInfo property) =>
        property.DeclaringType!.GetProperties(Instance).Where(other => IsOneOf(other, property)).OrderBy(other => other.MetadataToken);

    /// <summary>The property that stands for a navigation; null if the navigation speaks for itself.</summary>
    public static PropertyInfo? PropertyOf(PropertyInfo navigation) =>
        PropertiesOf(navigation.DeclaringType!).FirstOrDefault(property => IsOneOf(navigation, property));

    private static bool IsOneOf(PropertyInfo navigation, PropertyInfo property) =>
        navigation.PropertyType.IsSubclassOf(typeof(DirectoryEntry)) && navigation.Name == property.Name + navigation.PropertyType.Name;
}
