using CenterDirectory.Api.Pages.Entries;
using CenterDirectory.Data.Entities;

namespace CenterDirectory.Api.Pages.Lists;

/// <summary>A page of a list.</summary>
/// <param name="Kind">The list.</param>
/// <param name="Filter">What was asked for.</param>
/// <param name="Territory">The territory that was asked for; null for everywhere, or if there is none of that name.</param>
/// <param name="Regions">What can be chosen as territory.</param>
internal sealed record EntryList(IListKind Kind, ListFilter Filter, Territory? Territory, IReadOnlyList<Territory> Regions)
{
    /// <summary>Entries on a page.</summary>
    public const int PageSize = 60;

    /// <summary>The entries of the page.</summary>
    public IReadOnlyList<DirectoryEntry> Entries { get; init; } = [];

    /// <summary>How they are shown.</summary>
    public IReadOnlyList<Card> Cards { get; init; } = [];

    /// <summary>How many there are on all pages.</summary>
    public int Total { get; init; }

    /// <summary>Whether more entries have the words than are looked through; those that fit best are.</summary>
    public bool IsCut { get; init; }

    /// <summary>Whether everything that was asked for exists.</summary>
    public bool IsKnown => Filter.IsKnown && (Filter.Territory is null || Territory is not null);

    /// <summary>Number of the last page.</summary>
    public int LastPage => Math.Max(1, (Total + PageSize - 1) / PageSize);

    /// <summary>The address of a page of this list, without a language.</summary>
    public string Address(int page) => Kind.Place.Path + Filter.Query(page);
}
