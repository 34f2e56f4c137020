using System.Text.Json;
using CenterDirectory.Data.Entities;
using CenterDirectory.Data.Entities.Links;
using CenterDirectory.Data.Values;
using CenterDirectory.Importers.Applying.Tables;

namespace CenterDirectory.Importers.Mentions;

/// <summary>What a run does to names: news that may hold one of them, old or new, are read again. Many changes are not listed: then all news are.</summary>
internal sealed class NameTouches
{
    /// <summary>So many entries are looked up in the index of search; reading all news is faster then.</summary>
    private const int Most = 300;

    private static readonly HashSet<string> NamingFields = new(StringComparer.Ordinal) { "name", "title", "shortName", "aliases", "territory", "kind", "parent" };

    private static readonly string[] NameColumns = [nameof(Center.Name), nameof(Event.Title), nameof(Center.ShortName)];

    private readonly HashSet<NamedEntry> entries = new(ByNames.Instance);
    private readonly HashSet<long> people = [];

    /// <summary>Whether any news may be concerned.</summary>
    public bool ConcernsAll { get; private set; }

    /// <summary>Entries as they were and as they are.</summary>
    public IReadOnlyCollection<NamedEntry> Entries => entries;

    /// <summary>People whose roles changed.</summary>
    public IReadOnlyCollection<long> People => people;

    public void Note(EntityTable table, object?[]? before, object?[]? after, IReadOnlyList<string> fields)
    {
        if (ConcernsAll)
        {
            return;
        }

        if (table.Kind == nameof(PersonRole))
        {
            var person = table.Column(nameof(PersonRole.PersonId)).Index;
            people.UnionWith(new[] { before?[person], after?[person] }.OfType<long>());
        }
        else if (table.Entry is { } type && FoundTypes.Contains(type) && (before is null || after is null || fields.Any(NamingFields.Contains)))
        {
            // Where a territory lies tells of everything in it.
            ConcernsAll = type == EntryType.Territory && before is not null && after is not null && (fields.Contains("parent") || fields.Contains("kind"));
            Add(table, type, before);
            Add(table, type, after);
        }

        ConcernsAll |= entries.Count + people.Count > Most;
    }

    private static readonly HashSet<EntryType> FoundTypes =
    [
        EntryType.Center, EntryType.Organization, EntryType.Person, EntryType.Territory, EntryType.Network, EntryType.Program, EntryType.Project, EntryType.Event,
    ];

    private void Add(EntityTable table, EntryType type, object?[]? row)
    {
        if (row is null)
        {
            return;
        }

        var names = NameColumns.Select(column => table.Find(column) is { } found ? row[found.Index] as string : null).OfType<string>().ToList();
        if (table.Find(nameof(Center.Aliases)) is { } aliases && row[aliases.Index] is string { Length: > 2 } list)
        {
            names.AddRange(JsonSerializer.Deserialize<List<string>>(list)!);
        }

        entries.Add(new NamedEntry(type, 0, names));
    }

    private sealed class ByNames : IEqualityComparer<NamedEntry>
    {
        public static readonly ByNames Instance = new();

        public bool Equals(NamedEntry? one, NamedEntry? other) => one!.Type == other!.Type && one.Names.SequenceEqual(other.Names);

        public int GetHashCode(NamedEntry entry) => entry.Names.Aggregate((int)entry.Type, HashCode.Combine);
    }
}
