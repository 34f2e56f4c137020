using System.Collections.Frozen;
using CenterDirectory.Data.Values;

namespace CenterDirectory.Api.Hosting.Publishing;

/// <summary>Where the page of an entry is: the plural of its type, as GraphQL names the list, and its slug.</summary>
internal static class EntryAddress
{
    /// <summary>The types that have pages, in the order in which they are told of.</summary>
    public static readonly IReadOnlyList<EntryType> Types =
    [
        EntryType.Center, EntryType.Service, EntryType.Event, EntryType.NewsItem, EntryType.Organization, EntryType.Network, EntryType.Program,
        EntryType.Project, EntryType.Grant, EntryType.Practice, EntryType.Person, EntryType.Territory,
    ];

    private static readonly FrozenDictionary<string, EntryType> BySegment =
        Types.ToFrozenDictionary(type => SegmentOf(type)!, StringComparer.Ordinal);

    /// <summary>First segment of the addresses of a type: <c>centers</c>. Null for a type without pages.</summary>
    public static string? SegmentOf(EntryType type) => type switch
    {
        EntryType.Center => "centers",
        EntryType.Service => "services",
        EntryType.Organization => "organizations",
        EntryType.Event => "events",
        EntryType.NewsItem => "news",
        EntryType.Territory => "territories",
        EntryType.Network => "networks",
        EntryType.Program => "programs",
        EntryType.Project => "projects",
        EntryType.Grant => "grants",
        EntryType.Practice => "practices",
        EntryType.Person => "people",
        EntryType.Metric or EntryType.ServiceStandard => null,
        _ => throw new ArgumentOutOfRangeException(nameof(type), type, "A type of which nobody said whether it has pages."),
    };

    /// <summary>Path of the page: <c>/centers/ciss-omsk</c>. Null for a type without pages.</summary>
    public static string? PathOf(EntryType type, string slug) => SegmentOf(type) is { } segment ? $"/{segment}/{Uri.EscapeDataString(slug)}" : null;

    /// <summary>Path of an entry by the name of its class, as ids and records carry it; null if that is no type with pages.</summary>
    public static string? PathOf(string kind, string slug) => Enum.TryParse<EntryType>(kind, out var type) ? PathOf(type, slug) : null;

    /// <summary>The type whose addresses begin so; null if none do.</summary>
    public static EntryType? TypeOf(string segment) => BySegment.TryGetValue(segment, out var type) ? type : null;
}
