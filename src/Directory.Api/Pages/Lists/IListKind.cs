using CenterDirectory.Data.Values;

namespace CenterDirectory.Api.Pages.Lists;

/// <summary>A list of all entries of a type: what it is called, and how it is read.</summary>
internal interface IListKind
{
    /// <summary>Where it stands.</summary>
    MenuEntry Place { get; }

    /// <summary>What it is called in full.</summary>
    LocalizedText Title { get; }

    /// <summary>What one finds there, in a sentence.</summary>
    LocalizedText Lead { get; }

    /// <summary>What its entries are called beside a number.</summary>
    Noun Noun { get; }

    /// <summary>Choices beside territory and words.</summary>
    IReadOnlyList<ListChoice> Choices { get; }

    /// <summary>The feed that tells of the same entries, as its page calls it; null if there is none.</summary>
    string? Feed { get; }

    /// <summary>Reads a page of it.</summary>
    Task<EntryList> ReadAsync(ListReading reading, ListFilter filter);
}
