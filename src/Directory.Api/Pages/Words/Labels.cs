using System.Collections.Concurrent;
using System.Reflection;
using CenterDirectory.Data.Values;

namespace CenterDirectory.Api.Pages.Words;

/// <summary>What people call the values of the vocabularies.</summary>
internal static class Labels
{
    private static readonly ConcurrentDictionary<Enum, LocalizedText> Known = [];

    /// <summary>The label of a value.</summary>
    public static LocalizedText Of(Enum value) => Known.GetOrAdd(value, static term =>
        term.GetType().GetField(term.ToString())?.GetCustomAttribute<LabelAttribute>()?.Text
        ?? throw new ArgumentOutOfRangeException(nameof(value), term, "A value without a label."));

    /// <summary>The label in a language.</summary>
    public static string Of(PageLanguage language, Enum value) => language.Pick(Of(value));

    /// <summary>The label within a sentence or a list: small, unless it begins with an abbreviation.</summary>
    public static string Inner(PageLanguage language, Enum value)
    {
        var label = Of(language, value);
        return label.Length > 1 && char.IsUpper(label[1]) ? label : char.ToLowerInvariant(label[0]) + label[1..];
    }

    /// <summary>Several labels as a list in a line: «Консультационная, методическая».</summary>
    public static string List<TEnum>(PageLanguage language, IEnumerable<TEnum> values)
        where TEnum : struct, Enum =>
        string.Join(", ", values.Select((value, index) => index == 0 ? Of(language, value) : Inner(language, value)));
}
