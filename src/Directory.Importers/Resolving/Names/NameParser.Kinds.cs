namespace CenterDirectory.Importers.Resolving.Names;

/// <summary>What of a name says what its bearer is.</summary>
internal sealed partial class NameParser
{
    /// <summary>Nouns that say what it is. Before the letters of a form they make a part of somebody, «Ресурсный центр АНО «Берег»»,
    /// unless they say at length what it does: «Приют для бездомных АНО «Берег»».</summary>
    private void ReadKinds()
    {
        var (isBeforeLetters, isForWhom) = (false, false);
        for (var at = 0; at < words.Count; at++)
        {
            var read = words[at];
            var isInside = innermost > 0 && read.Depth == innermost;
            if (read.IsBracketed)
            {
                continue;
            }

            isForWhom |= read.Word.Text == "для";
            name.IsEvent |= !read.IsQuoted && (at == 0 || (at == 1 && words[0].Word.IsAdjective)) && at + 1 < words.Count && KindWords.IsEvent(read.Word.Text);

            if (read.Word.Role == WordRole.FormLetters && (read.Word.Form & OrganizationForm.Fund) != 0 && !read.IsQuoted)
            {
                name.Kinds.Add("фонд");
            }

            if (read.IsCut && NameLexicon.WholeOf(read.Word.Text) is { } whole && whole.IsKind(isInside))
            {
                name.Kinds.Add(whole.Text);
                continue;
            }

            foreach (var meant in read.Word.Expansion)
            {
                if (meant.IsKind(isInside))
                {
                    name.Kinds.Add(meant.Text);
                }
            }

            if (read.Word.IsHeadNoun)
            {
                name.Heads.Add(read.Word.Text);
            }

            if (read.Word.IsKind(isInside) && (!isInside || at == 0 || words[at - 1].Depth < innermost || words[at - 1].Word.IsAdjective))
            {
                name.Kinds.Add(read.Word.Text);
                isBeforeLetters |= !read.IsQuoted;
            }
            else if (isBeforeLetters && !isForWhom && read.Word is { Role: WordRole.FormLetters, Expansion.Length: 0, Form: not OrganizationForm.NonProfit } && !read.IsQuoted && at + 1 < words.Count && words[at + 1].IsQuoted && !IsUnited(at))
            {
                name.IsPart = true;
            }
        }
    }

    /// <summary>«Ассоциация ТОС «Наш двор»»: those whom it unites, not one that it is a part of.</summary>
    private bool IsUnited(int at) =>
        (words[at].Word.Form & OrganizationForm.SelfGovernment) != 0 && at > 0 && NameLexicon.IsHead(words[at - 1].Word.Stem);

    /// <summary>
    /// Words that say something together: «профессиональный союз» is one word of forms, «муниципальное образование» is where something is, «ордена
    /// Трудового Красного Знамени» may be left out like all honours, and so may the church that a parish is of.
    /// </summary>
    /// <returns>How many they are; 0 if there are none.</returns>
    private int TakeCompound(int at)
    {
        var (word, next) = (words[at].Word, at + 1 < words.Count ? words[at + 1].Word : null);
        if (next is null)
        {
            return 0;
        }

        if (word.Stem == "профессиональн" && next.Stem == "союз")
        {
            TakeForm(OrganizationForm.Union);
            return 2;
        }

        if (word.Text == "территориальных" && next.Text == "общественных" && at + 2 < words.Count && words[at + 2].Word.Text == "самоуправлений")
        {
            // The letters of it, «ТОС», are these three words.
            return 2;
        }

        if (word.Text == "базе" && at > 0 && words[at - 1].Word.Text == "на")
        {
            (name.IsPart, name.IsBased, name.IsSection) = (true, true, false);
            return 1;
        }

        if (word.Text == "честь" && at > 0 && words[at - 1].Word.Text is "в" or "во")
        {
            return 1;
        }

        if (word.Text == "ордена")
        {
            return 1 + HonoursBehind(at);
        }

        if (word.Text == "русской" && next.Text == "православной" && at + 2 < words.Count && words[at + 2].Word.Text == "церкви")
        {
            return 3;
        }

        if (word.Text is "народного" or "заслуженного" or "почетного" && next.IsTitle)
        {
            return 1;
        }

        var isPlace = (word.Stem == "муниципальн" && word.Text != "муниципальных" && next.Stem == "образован" && next.Text != "образовательное") || (word.Stem == "российск" && next.Role == WordRole.Country);
        var isChurch = at > 0 && word.IsAdjective && next.Text is "епархии" or "митрополии";
        name.Diocese ??= isChurch ? word.Stem : null;
        var isHonour = word.Text == "советского" && next.Text == "союза";
        var isLender = word.Stem.StartsWith("микрокредитн", StringComparison.Ordinal) || word.Stem.StartsWith("микрофинансов", StringComparison.Ordinal);
        var isOriented = word.Text == "социально" && next.Text.StartsWith("ориентирован", StringComparison.Ordinal);
        return isOriented || isPlace || isChurch || isHonour || isLender ? 2 : 0;
    }

    /// <summary>Those of an order; a column that was too narrow may have cut the last one.</summary>
    private int HonoursBehind(int at)
    {
        var count = 0;
        while (at + 1 + count < words.Count && Honours.Contains(words[at + 1 + count].Word.Text))
        {
            count++;
        }

        const int Fewest = 3;
        var last = words[^1].Word.Text;
        return count > 0 && at + 2 + count == words.Count && last.Length >= Fewest && Honours.Any(honour => honour.StartsWith(last, StringComparison.Ordinal)) ? count + 1 : count;
    }

    private static readonly System.Collections.Frozen.FrozenSet<string> Honours =
        System.Collections.Frozen.FrozenSet.ToFrozenSet("трудового красного знамени дружбы народов ленина почета отечественной войны и".Split(' '), StringComparer.Ordinal);

    /// <summary>«Общественная молодёжная организация» is one, a «центр общественного развития» is none.</summary>
    private bool LeadsToForm(int at)
    {
        if (words[at].IsCut)
        {
            return true;
        }

        for (var next = at + 1; next < words.Count && !words[next].IsQuoted; next++)
        {
            if (words[next].Word.Role is WordRole.Form or WordRole.FormLetters or WordRole.Part)
            {
                return true;
            }

            if (!words[next].Word.IsAdjective && words[next].Word.Role != WordRole.Filler)
            {
                return false;
            }
        }

        return at + 1 >= words.Count || words[at + 1].IsQuoted;
    }

    /// <summary>«Ассоциация общественных объединений», «Федерация профсоюзов»: those that it unites, not what it is.</summary>
    private bool IsOfWhom(int at)
    {
        if (name.HeadWord is null && (name.Kinds.Count == 0 || words[at].Word.Form == OrganizationForm.SelfGovernment))
        {
            return false;
        }

        var text = words[at].Word.Text;
        if (text.AsSpan()[^2..] is "ых" or "их" && at + 1 < words.Count && !words[at].IsCut)
        {
            return words[at + 1].Word.Role is WordRole.Form or WordRole.Plain && !words[at + 1].IsQuoted && KindWords.IsOfMany(text) && (KindWords.IsOfMany(words[at + 1].Word.Text) || words[at + 1].Word.Role == WordRole.Plain);
        }

        return KindWords.IsOfMany(text);
    }

    /// <summary>«ТРО ООО «Деловая Россия»», «ОРО ВОИ»: the first letter of a region before «региональное отделение».</summary>
    private bool IsPartOfRegion(int at) =>
        at == 0 && words[at].Word.Text is { Length: 3 or 4 } letters && letters.EndsWith("ро", StringComparison.Ordinal) && LeadsToWhole(at + 1);

    /// <summary>«Тарский районный совет ветеранов – отделение краевого совета»: it is called something, and is a part of somebody besides.</summary>
    private bool IsBesides(int at) => words[at].IsJoined && at > 0 && (name.FormWords.Count > 0 || name.Kinds.Count > 0) && (name.District is not null || name.Settlement is not null);

    /// <summary>«ПОО ВОИ»: the same before «областная организация».</summary>
    private bool IsOrganizationOfRegion(int at) =>
        at == 0 && words[at].Word.Text is { Length: 3 } letters && letters[0] is not ('м' or 'г' or 'в') && letters.EndsWith("оо", StringComparison.Ordinal) && LeadsToWhole(at + 1);

    /// <summary>Letters of an organization of the whole country.</summary>
    private bool LeadsToWhole(int at) =>
        at < words.Count && (words[at].Word is { Role: WordRole.FormLetters, Form: OrganizationForm.PublicOrCompany or OrganizationForm.PublicOrganization or OrganizationForm.Movement }
            || words[at].Word.Expansion.Any(word => word.Reach == Reach.Country));

    /// <summary>«Поддержка НКО»: behind a word that names, letters that all know are words too.</summary>
    private bool IsMeant(int at) =>
        words[at].Word.Expansion.Length > 0 && at > 0 && !words[at].IsBracketed && words[at - 1].IsQuoted == words[at].IsQuoted
        && (words[at - 1].Word.Role == WordRole.Plain || NameLexicon.IsHead(words[at - 1].Word.Stem) || (words[at - 1].Word.Role == WordRole.Filler && at > 1));
}
