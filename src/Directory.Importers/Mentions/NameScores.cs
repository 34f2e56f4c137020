using CenterDirectory.Data.Search;
using CenterDirectory.Data.Values;

namespace CenterDirectory.Importers.Mentions;

/// <summary>
/// How sure the words of a name mean its bearer, for all but territories and people: name × form × place, see docs/mentions.md. Zero is no mention.
/// </summary>
internal static class NameScores
{
    public static double Of(NameMatch match, TextWords text, PlaceContext places)
    {
        var form = FormOf(match, text);
        return form == 0 ? 0 : ScoreOfName(match.Pattern) * form * PlaceOf(match, text, places);
    }

    /// <summary>How well the name tells its bearer from others.</summary>
    private static double ScoreOfName(NamePattern pattern)
    {
        var words = Words(pattern);
        return pattern.Kind switch
        {
            NameKind.Abbreviation => 0.85,
            NameKind.Core => words > 1 ? 0.9 : 0.8,
            _ when pattern.IsGeneric => words > 3 ? 0.95 : words == 3 ? 0.9 : 0.8,
            _ => words > 2 ? 0.98 : words == 2 ? 0.95 : 0.85,
        };
    }

    /// <summary>Capitals and quotation marks: whether it is written as a proper name.</summary>
    private static double FormOf(NameMatch match, TextWords text)
    {
        var (pattern, first) = (match.Pattern, text[match.First]);
        if (pattern.Kind == NameKind.Abbreviation)
        {
            return first.Is(WordTraits.Upper) ? 1 : 0;
        }

        var isQuoted = text.IsQuoted(match.First, match.Last);
        if (pattern.Kind == NameKind.Core || isQuoted)
        {
            return isQuoted && IsCoreInPlace(match, text) ? 1 : 0;
        }

        var words = Words(pattern);
        if (pattern.Entry.Type == EntryType.Event && words < 6)
        {
            return 0;
        }

        return words > 2 ? OfSeveralWords(match, text, words) : OfFewWords(match, text, words);
    }

    /// <summary>A single word in quotation marks may be the name of anything: what bears it stands before («фонд «Надежда»»).</summary>
    private static bool IsCoreInPlace(NameMatch match, TextWords text) =>
        match.Pattern.Kind != NameKind.Core || match.Count > 1
        || (match.First > 0 && text[match.First].Follows && WordLists.IsCommon(text[match.First - 1].Word) && !SearchStems.IsJoining(text[match.First - 1].Word));

    private static double OfSeveralWords(NameMatch match, TextWords text, int words)
    {
        var first = text[match.First];
        if (first.Is(WordTraits.Capital))
        {
            return first.Is(WordTraits.Begins) ? 0.97 : 1;
        }

        for (var i = match.First + 1; i <= match.Last; i++)
        {
            if (text[i].Is(WordTraits.Capital))
            {
                return 0.95;
            }
        }

        return words > 4 && !match.Pattern.IsGeneric ? 0.8 : 0;
    }

    /// <summary>One or two words are a name only where they are written as one in the middle of a sentence.</summary>
    private static double OfFewWords(NameMatch match, TextWords text, int words)
    {
        for (var i = match.First; i <= match.Last; i++)
        {
            var isBare = !text[i].Is(WordTraits.Capital) || (text[i].Is(WordTraits.Begins) && !text[i].Is(WordTraits.Upper));
            if (isBare && !(i > match.First && SearchStems.IsJoining(text[i].Word)))
            {
                return 0;
            }
        }

        return words == 2 ? 0.9 : match.Pattern.IsGeneric || WordLists.IsFormOfGivenName(text[match.First].Word) || IsPartOfName(match, text) ? 0 : 0.85;
    }

    /// <summary>A single word beside other capitals is a part of their name.</summary>
    private static bool IsPartOfName(NameMatch match, TextWords text)
    {
        var (before, after) = (match.First - 1, match.Last + 1);
        return (before >= 0 && text[match.First].Follows && text[before].Is(WordTraits.Capital))
            || (after < text.Count && text[after].Follows && text[after].Is(WordTraits.Capital));
    }

    /// <summary>The less a name tells, the more the place has to.</summary>
    private static double PlaceOf(NameMatch match, TextWords text, PlaceContext places)
    {
        var pattern = match.Pattern;
        var words = Words(pattern);
        if (pattern.Kind == NameKind.Local)
        {
            return places.With(pattern.Entry.TerritoryId) == Agreement.Agrees ? 1 : 0;
        }

        var isWeak = pattern.IsGeneric || pattern.Kind == NameKind.Abbreviation || words == 1;
        return places.With(pattern.Entry.TerritoryId) switch
        {
            Agreement.Agrees => 1,
            Agreement.Differs => isWeak ? 0.5 : words > 2 ? 0.85 : 0.7,
            _ when pattern.IsGeneric => text.IsQuoted(match.First, match.Last) && words > 1 && pattern.Kind == NameKind.Name || words > 3 ? 0.85 : 0.6,
            _ when words == 1 && pattern.Kind != NameKind.Abbreviation => pattern.Kind == NameKind.Core ? 0.6 : 0.85,
            _ => isWeak ? 0.75 : words > 2 ? 0.97 : 0.93,
        };
    }

    private static int Words(NamePattern pattern) => pattern.Words.Count(word => !SearchStems.IsJoining(word));
}
