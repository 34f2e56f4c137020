using CenterDirectory.Data.Entities;
using CenterDirectory.Data.Values;

namespace CenterDirectory.Api.Pages.Entries;

/// <summary>A type of entries that has pages.</summary>
internal interface IEntryKind
{
    /// <summary>The type.</summary>
    EntryType Type { get; }

    /// <summary>Reads the page of an entry; null if none has the slug.</summary>
    Task<EntryPage?> ReadAsync(EntryReading reading, string slug);

    /// <summary>The entry of a slug with what it refers to; null if none has it.</summary>
    Task<DirectoryEntry?> FindAsync(EntryReading reading, string slug);

    /// <summary>The page of an entry as it stands in memory, which need not be what the directory says; without where it comes from.</summary>
    Task<EntryPage> DescribeAsync(EntryReading reading, DirectoryEntry entry);

    /// <summary>The slug of the entry with an id; null if it has gone.</summary>
    Task<string?> SlugAsync(EntryReading reading, long id);
}
