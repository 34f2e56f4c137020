namespace CenterDirectory.Importers.Resolving.Names;

/// <summary>Brands that differ by nothing but an ending, which is another brand.</summary>
internal sealed partial class NameComparison
{
    /// <summary>«Вольт» and «Вольта», «Крылья» and «Крыло»: a brand of one word stands in the nominative, so another ending is another word.</summary>
    private void PartInflected()
    {
        PartInBothWords();
        if (left.Core.Count(core => core.Word.Weight >= BelovedWord) != 1)
        {
            return;
        }

        var at = left.Core.FindIndex(core => core.Word.Weight >= BelovedWord);
        if (matches[at] is var other and >= 0 && left.Core[at].IsQuoted && right.Core[other].IsQuoted && IsInflected(left.Core[at].Word, right.Core[other].Word))
        {
            (matches[at], isTaken[other]) = (-1, false);
        }
    }

    /// <summary>«Доброе дело» and «Добрые дела»: a brand of two words in the other number, and nothing else that tells.</summary>
    private void PartInBothWords()
    {
        var at = left.Core.FindIndex(core => core.IsBrand);
        if (at < 0 || left.Core.Count(core => core.IsBrand) != 2 || right.Core.Count(core => core.IsBrand) != 2 || at + 1 >= left.Core.Count || !left.Core[at + 1].IsBrand
            || matches[at] is not (>= 0 and var other) || matches[at + 1] != other + 1 || !right.Core[other].IsBrand)
        {
            return;
        }

        if (left.Core[at].IsQuoted && right.Core[other].IsQuoted && left.Core[at + 1].Word.Text == right.Core[other + 1].Word.Text
            && (AreOfOtherNumber(left.Core[at].Word, right.Core[other].Word) || IsOtherCase(left.Core[at].Word, right.Core[other].Word)))
        {
            (matches[at], isTaken[other]) = (-1, false);
            return;
        }

        if (left.Core.Exists(core => !core.IsBrand && core.Word.Weight >= 1) || !WordForms.AreOfOtherNumber(left.Core[at].Word.Text, right.Core[other].Word.Text))
        {
            return;
        }

        for (var i = 0; i < 2; i++)
        {
            if (!IsInflected(left.Core[at + i].Word, right.Core[other + i].Word))
            {
                return;
            }
        }

        (matches[at], matches[at + 1], isTaken[other], isTaken[other + 1]) = (-1, -1, false, false);
    }

    /// <summary>«Федерация спортивной борьбы» and «Федерация поясной борьбы»: an adjective each before the same noun, in the same case.</summary>
    private bool AreOfOtherKind()
    {
        for (var i = 0; i + 1 < left.Core.Count; i++)
        {
            if (matches[i] < 0 && matches[i + 1] is > 0 and var noun && !isTaken[noun - 1] && SaysOfWhatKind(left.Core[i]) && SaysOfWhatKind(right.Core[noun - 1])
                && AreInOneCase(left.Core[i].Word.Text, right.Core[noun - 1].Word.Text)
                && !IsHalfOf(left.Core, i, right.Core[noun - 1].Word.Text) && !IsHalfOf(right.Core, noun - 1, left.Core[i].Word.Text))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>«Община татар «Туган тел»» and «Община башкир «Туган тел»»: each names a people that the other does not.</summary>
    private bool AreOfTwoPeoples()
    {
        var of = left.Core.FindIndex(core => Peoples.Of(core.Word.Stem) is not null);
        var other = right.Core.FindIndex(core => Peoples.Of(core.Word.Stem) is not null);
        return of >= 0 && other >= 0 && matches[of] < 0 && !isTaken[other] && !left.Core[of].IsBrand && !right.Core[other].IsBrand
            && Peoples.Of(left.Core[of].Word.Stem) != Peoples.Of(right.Core[other].Word.Stem);
    }

    /// <summary>«Психолого-педагогической» is «психологической» too.</summary>
    private static bool IsHalfOf(List<CoreWord> core, int at, string other)
    {
        const int Letters = 5;
        return core[at].IsJoined && at > 0 && core[at - 1].Word.Text.AsSpan().CommonPrefixLength(other) >= Letters;
    }

    /// <summary>The same ending; «БФДОБРОЕ» is «доброе» with a form that somebody wrote in one with it.</summary>
    private static bool AreInOneCase(string a, string b) =>
        a[^1] == b[^1] && Hard(a[^2]) == Hard(b[^2]) && !a.EndsWith(b, StringComparison.Ordinal) && !b.EndsWith(a, StringComparison.Ordinal);

    /// <summary>«Детских» and «семейных» are in one case.</summary>
    private static char Hard(char vowel) => vowel switch { 'и' => 'ы', 'е' => 'о', 'я' => 'а', 'ю' => 'у', _ => vowel };

    private static bool SaysOfWhatKind(CoreWord core) =>
        WordForms.IsAdjective(core.Word.Text) && core is { IsForm: false, IsOrigin: false, IsBracketed: false, IsCut: false, Word: { Role: WordRole.Plain or WordRole.Region, IsTitle: false } }
        && !NameLexicon.IsSoftener(core.Word.Stem);

    /// <summary>«Дети Байкала» and «Детям Байкала»: one says who they are, the other for whom it is.</summary>
    private static bool IsOtherCase(Word a, Word b) => a.Text != b.Text && a.Stem == b.Stem && IsDative(a.Text) != IsDative(b.Text);

    private static bool IsDative(string text) => text.EndsWith("ам", StringComparison.Ordinal) || text.EndsWith("ям", StringComparison.Ordinal);

    /// <summary>«Точка роста» and «Точки роста»: the noun of a brand, of one and of many.</summary>
    private static bool AreOfOtherNumber(Word a, Word b) =>
        a.Stem == b.Stem && a.Text.Length == b.Text.Length && ((a.Text[^1] is 'а' or 'я' && b.Text[^1] is 'ы' or 'и') || (b.Text[^1] is 'а' or 'я' && a.Text[^1] is 'ы' or 'и'));
}
