using CenterDirectory.Api.Feeds.Wording;
using CenterDirectory.Data.Entities;
using CenterDirectory.Data.Values;
using CenterDirectory.GraphQL.Types;

namespace CenterDirectory.Api.Feeds.Entries;

/// <summary>A category: the value by which it can be filtered, and its label.</summary>
/// <param name="Vocabulary">Name of the parameter that takes it.</param>
/// <param name="Term">The value.</param>
/// <param name="LabelIn">Its label in the language of some words.</param>
internal sealed record EventCategory(string Vocabulary, string Term, Func<EventWords, string> LabelIn);

/// <summary>The categories of an event.</summary>
internal static class EventCategories
{
    /// <summary>Its form, for whom it is, and its state if it changes plans.</summary>
    public static IEnumerable<EventCategory> Of(Event item)
    {
        if (item.Kind != EventKind.Other)
        {
            yield return Category("kind", item.Kind);
        }

        foreach (var audience in item.Audiences)
        {
            yield return Category("audience", audience);
        }

        if (item.Status is EventStatus.Cancelled or EventStatus.Postponed)
        {
            yield return Category("status", item.Status);
        }
    }

    private static EventCategory Category<TEnum>(string vocabulary, TEnum value)
        where TEnum : struct, Enum => new(vocabulary, Naming.EnumValue(value.ToString()), words => words.Label(value));
}
