using CenterDirectory.Data.Values;

namespace CenterDirectory.Importers.Mentions;

/// <summary>
/// What a text calls somebody after it has introduced them: a person by surname, by initials or by given name and patronymic, an organization by
/// an abbreviation that stood in brackets behind its name.
/// </summary>
internal static class LaterNames
{
    private const double OfPerson = 0.9;
    private const double OfAbbreviation = 0.95;

    public static IEnumerable<Candidate> Of(IReadOnlyList<Candidate> found, TextWords text, NameTrie trie)
    {
        var people = found.Where(candidate => candidate.Entry.Type == EntryType.Person)
            .GroupBy(candidate => candidate.Entry.Key).Select(group => Introduced.Of(group.MinBy(candidate => candidate.First))).OfType<Introduced>().ToList();
        for (var at = 0; people.Count > 0 && at < text.Count; at++)
        {
            if (text[at].Is(WordTraits.Capital) && ByPartOfName(people, at, text, trie) is { } candidate)
            {
                yield return candidate;
            }
        }

        foreach (var candidate in found.Where(candidate => candidate.Entry.Type is not (EntryType.Person or EntryType.Territory)))
        {
            foreach (var later in ByAbbreviation(candidate, text))
            {
                yield return later;
            }
        }
    }

    private static Candidate? ByPartOfName(List<Introduced> people, int at, TextWords text, NameTrie trie)
    {
        var bySurname = people.Where(person => person.Full.Last < at && trie.IsFormOf(text[at].Word, person.Name.Surname)).ToList();
        if (bySurname.Count > 0)
        {
            return BySurname(bySurname, at, text);
        }

        if (at + 1 >= text.Count || text[at + 1].Before != Gap.None || !text[at + 1].Is(WordTraits.Capital) || !WordLists.IsPatronymic(text[at + 1].Word))
        {
            return null;
        }

        var isFollowed = at + 2 < text.Count && text[at + 2].Before == Gap.None && text[at + 2].Is(WordTraits.Capital);
        var byGiven = people.Where(person => person.Full.Last < at && trie.IsFormOf(text[at].Word, person.Name.Given)).ToList();
        return byGiven.Count == 1 && !isFollowed ? new Candidate(byGiven[0].Full.Entry, at, at + 1, byGiven[0].Full.Score * OfPerson) : null;
    }

    private static Candidate? BySurname(List<Introduced> bearers, int at, TextWords text)
    {
        if (Initials(text, at) is { } initials)
        {
            bearers = [.. bearers.Where(person => person.Name.Given[0] == text[at + 1].Word[0])];
            return bearers.Count == 1 ? new Candidate(bearers[0].Full.Entry, at, initials, bearers[0].Full.Score * OfPerson) : null;
        }

        if (text.IsTied(at, at) || (at + 1 < text.Count && text[at + 1].Before == Gap.None && text[at + 1].Is(WordTraits.Capital) && text[at + 1].Length > 1))
        {
            return null;
        }

        var first = at;
        while (first > 0 && text[first - 1].IsInitial && text[first].Before is Gap.Stop or Gap.None && at - first < 2)
        {
            first--;
        }

        if (first < at)
        {
            // The first of the initials is that of the given name: «Н. А. Гулина».
            bearers = [.. bearers.Where(person => person.Name.Given[0] == text[first].Word[0])];
        }
        else if (at > 0 && text[at].Before == Gap.None && text[at - 1].Is(WordTraits.Capital) && (!text[at - 1].Is(WordTraits.Begins) || WordLists.IsFormOfGivenName(text[at - 1].Word)))
        {
            return null;
        }

        return bearers.Count == 1 ? new Candidate(bearers[0].Full.Entry, first, at, bearers[0].Full.Score * OfPerson) : null;
    }

    /// <summary>Last of the initials behind a surname, «Гулина Н. А.»; null if there are none.</summary>
    private static int? Initials(TextWords text, int at)
    {
        var last = at;
        while (last < at + 2 && last + 1 < text.Count && text[last + 1].IsInitial && text[last + 1].Before == (last == at ? Gap.None : Gap.Stop))
        {
            last++;
        }

        // «и» and «в» at the end of a sentence are no initials: a full stop stands behind those.
        return last > at && text.HasStop(last) ? last : null;
    }

    /// <summary>«Омский центр инноваций социальной сферы (далее – ЦИСС)».</summary>
    private static IEnumerable<Candidate> ByAbbreviation(Candidate named, TextWords text)
    {
        var at = named.Last + 1;
        if (at >= text.Count || !text[at].Before.HasFlag(Gap.Bracket))
        {
            yield break;
        }

        at += text[at].Word == "далее" && at + 1 < text.Count ? 1 : 0;
        var abbreviation = text[at];
        var isClosed = at + 1 >= text.Count || text[at + 1].Before.HasFlag(Gap.Bracket);
        if (!isClosed || !abbreviation.Is(WordTraits.Upper) || named.Count < 2)
        {
            yield break;
        }

        for (var later = at; later < text.Count; later++)
        {
            if (text[later].Word == abbreviation.Word && text[later].Is(WordTraits.Upper) && !text.IsTied(later, later))
            {
                yield return new Candidate(named.Entry, later, later, named.Score * OfAbbreviation);
            }
        }
    }

    /// <summary>A person whose full name stood in the text.</summary>
    private sealed record Introduced(Candidate Full, PersonName Name)
    {
        public static Introduced? Of(Candidate full)
        {
            var words = NamePatterns.Of(full.Entry).Where(pattern => pattern.Kind is NameKind.Person or NameKind.PersonByInitial).Select(pattern => pattern.Words).FirstOrDefault();
            return words is { Count: 2 } ? new Introduced(full, new PersonName(words[0], words[1])) : null;
        }
    }
}
