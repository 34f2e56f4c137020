using System.Collections.Concurrent;
using System.Reflection;
using CenterDirectory.Data.Values;

namespace CenterDirectory.Api.OpenData;

/// <summary>What people call the values of the vocabularies.</summary>
internal static class Labels
{
    private static readonly ConcurrentDictionary<Enum, LocalizedText> Known = new();

    /// <summary>The label of a value.</summary>
    public static LocalizedText Of(Enum value) => Known.GetOrAdd(
        value, member => member.GetType().GetField(member.ToString())!.GetCustomAttribute<LabelAttribute>()!.Text);
}
