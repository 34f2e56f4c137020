using System.Reflection;
using CenterDirectory.Data.Values;
using CenterDirectory.GraphQL.Types;

namespace CenterDirectory.Api.Feeds.Filtering;

/// <summary>One parameter of the addresses of feeds: what documents and the page tell of it, and how it is read.</summary>
internal sealed class FeedParameter
{
    private FeedParameter(string name, FeedSubject subjects, LocalizedText meaning) => (Name, Subjects, Meaning) = (name, subjects, meaning);

    /// <summary>Name in the address.</summary>
    public string Name { get; }

    /// <summary>The feeds that know it.</summary>
    public FeedSubject Subjects { get; }

    /// <summary>What it does.</summary>
    public LocalizedText Meaning { get; }

    /// <summary>What may stand there, in words.</summary>
    public LocalizedText Values { get; private init; } = new("", "");

    /// <summary>What may stand there with what people call it; empty if that cannot be listed.</summary>
    public IReadOnlyList<FeedTerm> Terms { get; private init; } = [];

    /// <summary>Whether it may hold several values.</summary>
    public bool IsList { get; private init; }

    /// <summary>The only format that knows it; null for all.</summary>
    public string? Format { get; private init; }

    /// <summary>Puts values into a filter; null if one of them is none.</summary>
    public required Func<FeedFilter, IReadOnlyList<string>, FeedFilter?> Read { get; init; }

    /// <summary>Several values of an enum, as GraphQL writes them.</summary>
    public static FeedParameter Of<TEnum>(string name, FeedSubject subjects, LocalizedText meaning, Func<FeedFilter, List<TEnum>, FeedFilter> put)
        where TEnum : struct, Enum
    {
        var terms = typeof(TEnum).GetFields(BindingFlags.Public | BindingFlags.Static)
            .Select(field => new FeedTerm(Naming.EnumValue(field.Name), field.GetCustomAttribute<LabelAttribute>()!.Text)).ToList();
        var byName = Enum.GetValues<TEnum>().ToDictionary(value => Naming.EnumValue(value.ToString()), StringComparer.OrdinalIgnoreCase);
        var names = string.Join(", ", terms.Select(term => $"`{term.Value}`"));
        return new FeedParameter(name, subjects, meaning)
        {
            Values = new(names, names),
            Terms = terms,
            IsList = true,
            Read = (filter, values) => values.All(byName.ContainsKey) ? put(filter, [.. values.Select(value => byName[value]).Distinct()]) : null,
        };
    }

    /// <summary>Several words of the directory itself, such as slugs; whether they exist is seen later.</summary>
    public static FeedParameter Keys(string name, FeedSubject subjects, LocalizedText meaning, LocalizedText values, Func<FeedFilter, IReadOnlyList<string>, FeedFilter> put) =>
        new(name, subjects, meaning)
        {
            Values = values,
            IsList = true,
            Read = (filter, keys) => keys.All(key => key.Length <= 200) ? put(filter, [.. keys.Distinct(StringComparer.Ordinal)]) : null,
        };

    /// <summary>One value, whatever it is.</summary>
    public static FeedParameter Single(string name, FeedSubject subjects, LocalizedText meaning, LocalizedText values, Func<FeedFilter, string, FeedFilter?> put) =>
        new(name, subjects, meaning) { Values = values, Read = (filter, given) => put(filter, given[0]) };

    /// <summary>One value out of a few.</summary>
    public static FeedParameter Choice(
        string name, FeedSubject subjects, LocalizedText meaning, IReadOnlyList<FeedTerm> terms, Func<FeedFilter, string, FeedFilter> put, string? format = null)
    {
        var names = string.Join(", ", terms.Select(term => $"`{term.Value}`"));
        return new FeedParameter(name, subjects, meaning)
        {
            Values = new(names, names),
            Terms = terms,
            Format = format,
            Read = (filter, given) => terms.FirstOrDefault(term => term.Value.Equals(given[0], StringComparison.OrdinalIgnoreCase)) is { } term
                ? put(filter, term.Value)
                : null,
        };
    }
}

/// <summary>A value of a parameter and what people call it.</summary>
internal sealed record FeedTerm(string Value, LocalizedText Label);
