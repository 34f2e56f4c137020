using CenterDirectory.Data.Values;

namespace CenterDirectory.Importers.Mentions;

/// <summary>
/// Finds entries in texts: candidates by their names, places first since they tell what else may be meant, then one bearer for each name, the
/// longest name where several overlap, and at last what the text calls them later on. The same names and text give the same mentions.
/// </summary>
internal sealed class MentionFinder
{
    /// <summary>Counts up when the rules or the lists of words change: all news are then read again.</summary>
    public const int Version = 1;

    private const double Chosen = 0.85;
    private const double Doubtless = 0.8;

    private readonly NameTrie trie = new();
    private readonly Elisions elisions = new();
    private readonly TerritoryTree tree;

    public MentionFinder(IEnumerable<NamePattern> names, TerritoryTree tree)
    {
        this.tree = tree;
        foreach (var name in names)
        {
            trie.Add(name);
            elisions.Add(name);
        }
    }

    /// <summary>The mentions of a text in their order.</summary>
    /// <param name="text">The text.</param>
    /// <param name="about">The territory that the news item is about; null if nobody says.</param>
    public IReadOnlyList<FoundMention> Find(string text, long? about)
    {
        var words = TextWords.Of(text);
        var matches = trie.Matches(words).Where(match => IsInOnePiece(match, words)).ToList();
        var places = new PlaceContext(tree);
        if (about is { } territory)
        {
            places.Add(territory);
        }

        var candidates = Territories(matches, words, places);
        candidates.AddRange(Others(matches, words, places));
        candidates.AddRange(People(matches, words, [.. candidates.Select(candidate => candidate.Entry.Key)]));
        var found = Longest(candidates);
        found = Longest([.. LaterNames.Of(found, words, trie), .. found]);
        return [.. found.OrderBy(candidate => candidate.First).Select(candidate => Mention(candidate, words))];
    }

    private static FoundMention Mention(Candidate candidate, TextWords words)
    {
        var start = words[candidate.First].Start;
        return new FoundMention(start, words.EndOf(candidate.First, candidate.Last) - start, candidate.Entry.Key, Math.Round(candidate.Score, 2, MidpointRounding.AwayFromZero));
    }

    /// <summary>What stands between the words of a name in a text stands in the name too, and no hyphen ties it to another word.</summary>
    private static bool IsInOnePiece(NameMatch match, TextWords words)
    {
        if (words.IsTied(match.First, match.Last))
        {
            return false;
        }

        var allowed = match.Pattern.Inner | Gap.Hyphen | Gap.Quote | (match.Pattern.Inner.HasFlag(Gap.Hyphen) ? Gap.Dash : Gap.None);
        for (var i = match.First + 1; i <= match.Last; i++)
        {
            if ((words[i].Before & ~allowed) != 0)
            {
                return false;
            }
        }

        return true;
    }

    private List<Candidate> Territories(List<NameMatch> matches, TextWords words, PlaceContext places)
    {
        var sure = new List<Candidate>();
        var doubtful = new List<Candidate>();
        foreach (var match in matches.Where(match => match.Pattern.Kind == NameKind.Territory))
        {
            if (TerritoryScores.Of(match, words) is var score and > 0)
            {
                (TerritoryScores.NeedsContext(match, words) ? doubtful : sure).Add(new Candidate(match.Pattern.Entry, match.First, match.Last, score));
            }
        }

        sure.AddRange(elisions.Of(words, trie));
        var bySpan = sure.GroupBy(candidate => (candidate.First, candidate.Last)).ToList();
        var found = new List<Candidate>();
        foreach (var span in bySpan.Where(span => Upper(span) is not null))
        {
            found.Add(Upper(span)!.Value);
        }

        foreach (var span in doubtful.GroupBy(candidate => (candidate.First, candidate.Last)).OrderBy(span => span.Key.First).ToList())
        {
            // «Нижнего Новгорода, Перми и Тюмени»: what a list of places goes on with.
            if (Upper(span) is { } one && found.Exists(place => words.Continues(place.Last, one.First)))
            {
                found.Add(one);
                doubtful.RemoveAll(one.Overlaps);
            }
        }

        foreach (var place in Longest(found).Where(place => place.Score >= Doubtless))
        {
            places.Add(place.Entry.Id);
        }

        foreach (var span in bySpan.Where(span => Upper(span) is null).Concat(doubtful.GroupBy(candidate => (candidate.First, candidate.Last))))
        {
            var held = span.DistinctBy(candidate => candidate.Entry.Id).Where(candidate => places.Holds(candidate.Entry.Id)).ToList();
            if (Upper(held) is { } one)
            {
                found.Add(span.Select(candidate => candidate.Entry.Id).Distinct().Count() > 1 ? one.Times(Chosen) : one);
            }
        }

        return found;
    }

    /// <summary>The one territory of that name, or the uppermost where one contains the other (Москва); null if several bear it.</summary>
    private Candidate? Upper(IEnumerable<Candidate> span)
    {
        var bearers = span.OrderByDescending(candidate => candidate.Score).DistinctBy(candidate => candidate.Entry.Id).ToList();
        foreach (var one in bearers)
        {
            if (bearers.TrueForAll(other => tree.Contains(one.Entry.Id, other.Entry.Id)))
            {
                return one;
            }
        }

        return null;
    }

    private static IEnumerable<Candidate> Others(List<NameMatch> matches, TextWords words, PlaceContext places)
    {
        var scored = matches.Where(match => match.Pattern.Kind is NameKind.Name or NameKind.Core or NameKind.Local or NameKind.Abbreviation)
            .Select(match => new Candidate(match.Pattern.Entry, match.First, match.Last, NameScores.Of(match, words, places)))
            .Where(candidate => candidate.Score >= Candidate.Least);
        foreach (var group in scored.GroupBy(candidate => (candidate.First, candidate.Last, candidate.Entry.Type)))
        {
            var bearers = group.OrderByDescending(candidate => candidate.Score).DistinctBy(candidate => candidate.Entry.Id).ToList();
            var agreeing = bearers.Count == 1 ? bearers : bearers.FindAll(candidate => places.With(candidate.Entry.TerritoryId) == Agreement.Agrees);
            if (agreeing.Count == 1)
            {
                yield return bearers.Count == 1 ? agreeing[0] : agreeing[0].Times(Chosen);
            }
        }
    }

    /// <summary>Of namesakes the one whose organization the text mentions too.</summary>
    private static IEnumerable<Candidate> People(List<NameMatch> matches, TextWords words, HashSet<EntryKey> mentioned)
    {
        foreach (var group in matches.Where(match => match.Pattern.Entry.Type == EntryType.Person && IsPersonWritten(match, words)).GroupBy(match => (match.First, match.Last)))
        {
            var bearers = group.DistinctBy(match => match.Pattern.Entry.Id).ToList();
            var related = bearers.FindAll(match => match.Pattern.Entry.Related.Any(mentioned.Contains));
            var chosen = bearers.Count == 1 ? bearers : related;
            if (chosen.Count != 1)
            {
                continue;
            }

            var score = (chosen[0].Pattern.Kind == NameKind.Person ? 0.85 : 0.7) + (related.Count == 1 ? 0.1 : 0);
            yield return new Candidate(chosen[0].Pattern.Entry, group.Key.First, group.Key.Last, bearers.Count == 1 ? score : score * Chosen);
        }
    }

    private static bool IsPersonWritten(NameMatch match, TextWords words)
    {
        for (var i = match.First; i <= match.Last; i++)
        {
            if (!words[i].Is(WordTraits.Capital) || words[i].Is(WordTraits.Upper))
            {
                return false;
            }
        }

        // «Е. Мазанова» is one of many if another initial stands before.
        return match.First == 0 || !words[match.First - 1].IsInitial || words[match.First].Before.HasFlag(Gap.Break);
    }

    /// <summary>Of names that overlap the longest; of equally long ones the surest.</summary>
    private static List<Candidate> Longest(IEnumerable<Candidate> candidates)
    {
        var chosen = new List<Candidate>();
        foreach (var candidate in candidates.Where(candidate => candidate.Score >= Candidate.Least)
                     .OrderByDescending(candidate => candidate.Count).ThenByDescending(candidate => candidate.Score)
                     .ThenBy(candidate => candidate.Rank).ThenBy(candidate => candidate.First).ThenBy(candidate => candidate.Entry.Id))
        {
            if (!chosen.Exists(candidate.Overlaps))
            {
                chosen.Add(candidate);
            }
        }

        return chosen;
    }
}
