using System.Reflection;
using CenterDirectory.Data.Entities;
using CenterDirectory.Data.Values;
using CenterDirectory.GraphQL.Types;

namespace CenterDirectory.Api.Pages.Lists;

/// <summary>Something by which a list can be narrowed: one of a few values.</summary>
/// <param name="Name">Name of the parameter, that of feeds where they have it too.</param>
/// <param name="Label">What the form calls it.</param>
/// <param name="Any">What stands there while nothing is chosen.</param>
/// <param name="Terms">The values.</param>
internal record ListChoice(string Name, LocalizedText Label, LocalizedText Any, IReadOnlyList<ListTerm> Terms);

/// <summary>A value of a choice.</summary>
/// <param name="Value">How addresses write it: as GraphQL does.</param>
/// <param name="Label">What people call it.</param>
internal sealed record ListTerm(string Value, LocalizedText Label);

/// <summary>A choice of the lists of a type.</summary>
/// <param name="Name">Name of the parameter.</param>
/// <param name="Label">What the form calls it.</param>
/// <param name="Any">What stands there while nothing is chosen.</param>
/// <param name="Terms">The values.</param>
/// <param name="Narrow">Leaves the entries that have a value, as of the beginning of today.</param>
internal sealed record ListChoice<TEntry>(
    string Name, LocalizedText Label, LocalizedText Any, IReadOnlyList<ListTerm> Terms, Func<IQueryable<TEntry>, string, DateTime, IQueryable<TEntry>> Narrow)
    : ListChoice(Name, Label, Any, Terms)
    where TEntry : DirectoryEntry
{
    /// <summary>One value of a vocabulary.</summary>
    public static ListChoice<TEntry> Of<TEnum>(string name, LocalizedText label, LocalizedText any, Func<IQueryable<TEntry>, TEnum, IQueryable<TEntry>> narrow)
        where TEnum : struct, Enum
    {
        var terms = typeof(TEnum).GetFields(BindingFlags.Public | BindingFlags.Static)
            .Select(field => new ListTerm(Naming.EnumValue(field.Name), field.GetCustomAttribute<LabelAttribute>()!.Text)).ToList();
        var values = Enum.GetValues<TEnum>().ToDictionary(value => Naming.EnumValue(value.ToString()), StringComparer.Ordinal);
        return new ListChoice<TEntry>(name, label, any, terms, (entries, value, _) => narrow(entries, values[value]));
    }
}
