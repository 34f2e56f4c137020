using System.Reflection;
using CenterDirectory.Data.Entities;
using CenterDirectory.Data.Values;

namespace CenterDirectory.Data;

/// <summary>
/// Where the texts in other languages stand: <c>DescriptionEn</c> beside <c>Description</c>. A title is a name, and the name to show has that of
/// the name.
/// </summary>
public static class Translation
{
    private static readonly string[] Names = [nameof(Event.Title), nameof(DirectoryEntry.DisplayName), "Name"];

    /// <summary>The property that holds another in a language; null if there is none.</summary>
    public static PropertyInfo? Of(PropertyInfo property, Locale locale)
    {
        var isName = Names.Contains(property.Name) && typeof(DirectoryEntry).IsAssignableFrom(property.ReflectedType);
        return locale == Locale.Ru ? null : property.ReflectedType!.GetProperty((isName ? "Name" : property.Name) + locale);
    }
}
