using System.Collections.Frozen;
using CenterDirectory.Api.Pages.Entries.Kinds;
using CenterDirectory.Data.Values;

namespace CenterDirectory.Api.Pages.Entries;

/// <summary>All types that have pages.</summary>
internal static class EntryKinds
{
    private static readonly FrozenDictionary<EntryType, IEntryKind> ByType = new IEntryKind[]
    {
        new CenterPages(), new ServicePages(), new EventPages(), new NewsPages(), new OrganizationPages(), new NetworkPages(), new ProgramPages(),
        new ProjectPages(), new GrantPages(), new PracticePages(), new PersonPages(), new TerritoryPages(),
    }.ToFrozenDictionary(kind => kind.Type);

    /// <summary>The pages of a type.</summary>
    public static IEntryKind Of(EntryType type) => ByType[type];
}
