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

        if (left.Core[at].IsQuoted && right.Core[other].IsQuoted && left.Core[at + 1].Word.Text == right.Core[other + 1].Word.Text && AreOfOtherNumber(left.Core[at].Word, right.Core[other].Word))
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

    /// <summary>«Точка роста» and «Точки роста»: the noun of a brand, of one and of many.</summary>
    private static bool AreOfOtherNumber(Word a, Word b) =>
        a.Stem == b.Stem && a.Text.Length == b.Text.Length && ((a.Text[^1] is 'а' or 'я' && b.Text[^1] is 'ы' or 'и') || (b.Text[^1] is 'а' or 'я' && a.Text[^1] is 'ы' or 'и'));
}
