namespace CenterDirectory.Importers.Resolving.Rules;

/// <summary>
/// How records of one kind are told to be of one entity. All of it is a function of two records: neither what else is known nor when it
/// came matters. One object for each thread.
/// </summary>
internal abstract class MatchRules(string kind, FactsReader reader)
{
    /// <summary>Grows whenever keys or facts change their meaning: what was stored by earlier rules is then made anew.</summary>
    public const int Version = 7;

    private readonly NameKeys nameKeys = new(kind);

    /// <summary>Record kind.</summary>
    public string Kind { get; } = kind;

    public MatchFacts Read(ReadOnlySpan<byte> payload)
    {
        var facts = reader.Read(payload);
        facts.Order = MatchKey.Finish(MatchKey.Add(MatchKey.Seed(Kind), System.Runtime.InteropServices.MemoryMarshal.Cast<byte, char>(payload)));
        return facts;
    }

    /// <summary>The keys of a record, possibly some of them twice.</summary>
    public void AddKeys(MatchFacts facts, Action<long> add)
    {
        if (facts.Ogrn is { } ogrn)
        {
            add(MatchKey.OfNumber(MatchKeySort.Ogrn, ogrn.Value));
        }

        if (facts.Inn is { } inn)
        {
            add(MatchKey.OfNumber(MatchKeySort.Inn, inn.Value));
        }

        foreach (var key in facts.Declared)
        {
            add(MatchKey.Of(MatchKeySort.Declared, MatchKey.Finish(MatchKey.Add(MatchKey.Seed(Kind), key))));
        }

        var sort = facts.HasGoodOgrn ? MatchKeySort.NumberedName : MatchKeySort.Name;
        var regions = facts.Regions;
        foreach (var name in facts.Names)
        {
            nameKeys.Add(name, regions, sort, add);
        }

        if (facts.Contacts.Count == 0)
        {
            return;
        }

        // A telephone or a site brings together whose names have no word in common; few may share it, as with a word.
        foreach (var contact in facts.Contacts)
        {
            add(MatchKey.Of(sort, MatchKey.OfWord(MatchKey.Add(MatchKey.Add(MatchKey.Seed(Kind), "contact"), contact))));
        }
    }

    /// <summary>One number for the first name: where a good ОГРН and it are equal, nothing else needs to be looked at. 0 says nothing.</summary>
    public int Mark(MatchFacts facts) => facts is { HasGoodOgrn: true, HasFullName: true } ? nameKeys.Mark(facts.Names[0]) : 0;

    /// <summary>What two records of different sources are to each other; the same whichever comes first.</summary>
    public MatchVerdict Compare(MatchFacts a, MatchFacts b) => a.Order <= b.Order ? Judge(a, b) : Judge(b, a);

    /// <summary>Judges two records, which come in an order of their own.</summary>
    protected abstract MatchVerdict Judge(MatchFacts a, MatchFacts b);
}
