using CenterDirectory.Data.Values;

namespace CenterDirectory.Importers.Mentions;

/// <summary>An entry with what it is called.</summary>
/// <param name="Type">Its type.</param>
/// <param name="Id">Its id.</param>
/// <param name="Names">Name, short name, aliases.</param>
/// <param name="TerritoryId">Where it is; of a territory itself.</param>
internal sealed record NamedEntry(EntryType Type, long Id, IReadOnlyList<string> Names, long? TerritoryId = null)
{
    /// <summary>Kind of a territory.</summary>
    public TerritoryKind? Kind { get; init; }

    /// <summary>Centers and organizations in which a person has a role.</summary>
    public IReadOnlyList<EntryKey> Related { get; init; } = [];

    public EntryKey Key => new(Type, Id);
}

/// <summary>Which entry.</summary>
internal readonly record struct EntryKey(EntryType Type, long Id);

/// <summary>One way to name an entry, as words in a row.</summary>
/// <param name="Entry">The entry.</param>
/// <param name="Words">The words, as they are compared.</param>
/// <param name="Kind">What kind of name it is.</param>
/// <param name="IsGeneric">Whether its words tell what the entry is, and not which one.</param>
/// <param name="Inner">Marks that the name itself has between its words, beyond white space, quotes and hyphens.</param>
internal sealed record NamePattern(NamedEntry Entry, IReadOnlyList<string> Words, NameKind Kind, bool IsGeneric, Gap Inner);

internal enum NameKind
{
    /// <summary>A name as it is stated.</summary>
    Name,

    /// <summary>What stands in the quotation marks of a name: it counts in quotation marks only.</summary>
    Core,

    /// <summary>A name whose region is left to the reader, «министерство культуры края»: it counts in that region only.</summary>
    Local,

    /// <summary>Capitals: it counts in capitals only.</summary>
    Abbreviation,

    /// <summary>Given name and surname, in either order.</summary>
    Person,

    /// <summary>An initial and the surname, because the directory knows no more.</summary>
    PersonByInitial,

    /// <summary>A territory.</summary>
    Territory,
}
