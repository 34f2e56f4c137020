using CenterDirectory.Data.Values;

namespace CenterDirectory.Importers.Mentions;

/// <summary>Words that may mention an entry.</summary>
/// <param name="Entry">The entry.</param>
/// <param name="First">Index of the first word.</param>
/// <param name="Last">Index of the last word.</param>
/// <param name="Score">How sure it is so far, from 0 to 1.</param>
internal readonly record struct Candidate(NamedEntry Entry, int First, int Last, double Score)
{
    /// <summary>Below this nothing is a mention.</summary>
    public const double Least = 0.6;

    /// <summary>Of entries of several types with one name: the first is meant.</summary>
    private static readonly EntryType[] Order =
    [
        EntryType.Territory, EntryType.Center, EntryType.Organization, EntryType.Network, EntryType.Program, EntryType.Project, EntryType.Event, EntryType.Person,
    ];

    public int Count => Last - First + 1;

    public int Rank => Array.IndexOf(Order, Entry.Type);

    public Candidate Times(double factor) => this with { Score = Score * factor };

    public bool Overlaps(Candidate other) => First <= other.Last && other.First <= Last;
}

/// <summary>An entry found in a text.</summary>
/// <param name="Start">Offset in UTF-16 units.</param>
/// <param name="Length">Length in UTF-16 units.</param>
/// <param name="Target">The entry.</param>
/// <param name="Confidence">From 0 to 1, two digits.</param>
internal readonly record struct FoundMention(int Start, int Length, EntryKey Target, double Confidence);
