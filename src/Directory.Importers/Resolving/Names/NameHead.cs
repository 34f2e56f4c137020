using System.Collections.Frozen;

namespace CenterDirectory.Importers.Resolving.Names;

/// <summary>
/// The nouns that say what the bearer of a name is, by where they stand: the first one, and behind a bare form the first one in its quotes. Only
/// comparisons need them, so names are read for them only then.
/// </summary>
internal sealed class NameHead
{
    /// <summary>Nouns of forms that say nothing of what somebody is.</summary>
    private static readonly FrozenSet<string> Bare = Set("организация учреждение объединение отделение филиал представительство подразделение ячейка");

    /// <summary>People around somebody, who found something of their own: «Общественная организация выпускников института».</summary>
    private static readonly FrozenSet<string> Circles = Set("друзей выпускников попечителей болельщиков поклонников меценатов воспитанников сотрудников учеников");

    /// <summary>What somebody does, be it the first word of the name: «Помощь детям» is what others call a fund of help.</summary>
    private static readonly FrozenSet<string> Activities = Set(
        "помощь поддержка содействие развитие защита охрана сохранение возрождение изучение продвижение пропаганда популяризация спасение забота служение обучение воспитание реабилитация");

    /// <summary>Parishes are called by their church, and communities by their mosque.</summary>
    private static readonly FrozenSet<string> OfChurch = Set("приход община махалля храм собор церковь мечеть подворье синагога часовня");

    private readonly List<HeadWord> words = [];

    /// <summary>Where its own nouns stand.</summary>
    private readonly List<int> own = [];

    private NameHead()
    {
    }

    public static NameHead Of(string text)
    {
        var head = new NameHead();
        head.Read(text);
        head.FindOwn();
        return head;
    }

    /// <summary>
    /// «Ассоциация выпускников бизнес-инкубатора «Волна»» and «Бизнес-инкубатор «Волна»», «Третейский суд при Союзе …»: the noun that says what the other
    /// is stands here in another case only, behind a noun of its own that the other lacks.
    /// </summary>
    public bool IsOf(NameHead other) => IsOfHead(other) || IsBeforeForm(other);

    /// <summary>«Совет ветеранов завода «Мотор»» and «Профсоюз завода «Мотор»»: two of one host, each with a noun of its own.</summary>
    public bool IsBesides(NameHead other)
    {
        for (var i = 1; i < words.Count; i++)
        {
            if (words[i].IsBracketed || words[i].IsJoined || !KindWords.IsInstitution(words[i].Stem) || KindWords.IsNominative(words[i].Text) || own.Contains(i))
            {
                continue;
            }

            var at = other.words.FindIndex(word => word.Text == words[i].Text && !word.IsBracketed);
            if (at > 0 && !other.own.Contains(at) && FirstOwn(other, i) is >= 0 and var mine && other.FirstOwn(this, at) is >= 0 and var theirs
                && !AreCalledAlike(words[mine].Stem, other.words[theirs].Stem) && !ShareWords(mine, i, other, theirs, at))
            {
                return true;
            }
        }

        return false;
    }

    private int FirstOwn(NameHead other, int before) =>
        own.Count > 0 && own[0] < before && !Activities.Contains(words[own[0]].Stem) && !IsFormNoun(words[own[0]].Stem) && !other.HasStem(words[own[0]].Stem) ? own[0] : -1;

    private bool ShareWords(int from, int to, NameHead other, int start, int end)
    {
        for (var i = from + 1; i < to; i++)
        {
            if (other.words.FindIndex(start, end - start, word => word.Stem == words[i].Stem && word.Text.Length > 2) >= 0)
            {
                return true;
            }
        }

        return false;
    }

    private bool IsOfHead(NameHead other)
    {
        foreach (var at in other.own)
        {
            var noun = other.words[at];
            // Letters are the same in every case.
            var isLetters = IsInstitutionByLetters(noun);
            var isInstitution = isLetters || KindWords.IsInstitution(noun.Stem);
            if (!isLetters && HasText(noun.Text))
            {
                continue;
            }

            for (var i = 1; i < words.Count; i++)
            {
                if (!words[i].IsBracketed && (isInstitution || IsBehindAt(i)) && AreOfOne(words[i].Stem, noun.Stem) && !own.Contains(i) && OwnBefore(i, other, noun) >= 0)
                {
                    return true;
                }
            }
        }

        return false;
    }

    /// <summary>«Пункт проката АНО «Берег»», «Редакция газеты организации «Берег»»: a noun of its own before the form of somebody.</summary>
    private bool IsBeforeForm(NameHead other)
    {
        if (own.Count == 0 || words[own[0]] is not { IsQuoted: false } head || (head.IsUpper && !KindWords.IsInstitution(head.Stem)) || IsFormNoun(head.Stem) || OfChurch.Contains(head.Stem) || other.HasStem(head.Stem))
        {
            return false;
        }

        for (var i = own[0] + 1; i + 1 < words.Count && !words[i].IsQuoted; i++)
        {
            if (words[i].Text is "для")
            {
                return false;
            }

            // «Волонтёрский центр при АНО ВО «Университет»».
            if (words[i].Text is "при" && !other.HasText("при"))
            {
                return true;
            }

            if (words[i + 1].OpensQuote && (IsLetters(words[i]) || (Bare.Contains(words[i].Stem) && words[i].Text[^1] is 'и' or 'я' or 'а')))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>«ДОСААФ», «ВОИ», «ТПП».</summary>
    private static bool IsInstitutionByLetters(HeadWord word)
    {
        foreach (var meant in word.IsUpper ? Abbreviations.Of(word.Text) : [])
        {
            if (KindWords.IsNominative(meant))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>«… при Законодательном собрании»: nothing but adjectives between.</summary>
    private bool IsBehindAt(int at)
    {
        for (at--; at > 0 && WordForms.IsAdjective(words[at].Text); at--)
        {
        }

        return at > 0 && words[at].Text == "при";
    }

    /// <summary>«Дворец» and «дворца»: the vowel before the last letter comes and goes.</summary>
    private static bool AreOfOne(string stem, string noun) =>
        stem == noun || (noun.Length == stem.Length + 1 && noun[^2] is 'е' or 'о' && noun[^1] == stem[^1] && noun.AsSpan(0, noun.Length - 2).SequenceEqual(stem.AsSpan(0, stem.Length - 1)));

    /// <summary>The last noun of its own before a place that the other one lacks; -1 if there is none.</summary>
    private int OwnBefore(int at, NameHead other, HeadWord noun)
    {
        foreach (var i in own)
        {
            var head = words[i];
            if (i < at && !Activities.Contains(head.Stem) && !other.Says(head.Stem) && !AreCalledAlike(head.Stem, noun.Stem)
                && (!IsMany(noun.Text) || HasNounBetween(i, at)))
            {
                return i;
            }
        }

        return -1;
    }

    /// <summary>The parish of a church, the editors of a paper.</summary>
    private static bool AreCalledAlike(string head, string noun) => (OfChurch.Contains(head) && OfChurch.Contains(noun)) || (head is "редакц" && noun is "газет" or "журна");

    /// <summary>«Совет ветеранов студенческих отрядов»: of those of many; «Союз студенческих отрядов» may be what they are together.</summary>
    private bool HasNounBetween(int from, int to)
    {
        for (var i = from + 1; i < to; i++)
        {
            if (IsNoun(words[i]) && !words[i].IsJoined && !Activities.Contains(words[i].Stem))
            {
                return true;
            }
        }

        return false;
    }

    private bool HasText(string text) => words.Exists(word => word.Text == text);

    /// <summary>«Ассоциация отрядов» is no «отряд».</summary>
    private bool Says(string stem) => words.Exists(word => word.Stem == stem && !(word.Text.Length > stem.Length + 1 && word.Text.AsSpan()[^2..] is "ов" or "ев"));

    private bool HasStem(string stem) => words.Exists(word => word.Stem == stem);

    /// <summary>The first noun in the nominative. Of a form that stands right before quotes, and of words that say nothing, the one in the quotes as well.</summary>
    private void FindOwn()
    {
        var (isBare, isOutsideDone, bare) = (false, false, -1);
        for (var i = 0; i < words.Count; i++)
        {
            var word = words[i];
            var last = EndOfCompound(i);
            if (word.IsBracketed || (isOutsideDone && !word.IsQuoted) || !IsNoun(words[last]) || IsAdverb(last) || IsPlace(words[last]))
            {
                // «Физкультурно-спортивная», «Санкт-Петербургская»: the last half tells what the first one is.
                i = last;
                continue;
            }

            if (IsLetters(word) || Bare.Contains(word.Stem) || word.Text is "нко" or "сонко")
            {
                (isBare, bare) = (true, IsLetters(word) ? bare : i);
                continue;
            }

            if (IsAbbreviation(word))
            {
                continue;
            }

            if (isBare && !word.IsQuoted && !(KindWords.IsInstitution(word.Stem) && KindWords.IsNominative(word.Text)) && !Circles.Contains(word.Stem))
            {
                // «Организация ветеранов …»: of whom it is, not what. That of a factory is not the factory, while a union may be called its organization.
                if (own.Count == 0 && bare >= 0 && words[bare].Stem is "организац" or "объединен" && KindWords.IsInstitution(word.Stem) && !KindWords.HasMembers(word.Stem))
                {
                    own.Add(bare);
                    return;
                }

                isOutsideDone = true;
                continue;
            }

            for (; i < last; i++)
            {
                own.Add(i);
            }

            own.Add(last);
            isOutsideDone = true;
            if (word.IsQuoted || !IsFormNoun(word.Stem) || i + 1 >= words.Count || !words[i + 1].OpensQuote)
            {
                return;
            }
        }
    }

    private int EndOfCompound(int at)
    {
        while (at + 1 < words.Count && words[at + 1].IsJoined)
        {
            at++;
        }

        return at;
    }

    /// <summary>«Социально ориентированная», «общественно полезная».</summary>
    private bool IsAdverb(int at) => words[at] is { Text: [.., 'н', 'о'] } && at + 1 < words.Count && WordForms.IsAdjective(words[at + 1].Text);

    private static bool IsPlace(HeadWord word) => RegionWords.Of(word.Stem, word.Text).Any || TownWords.RegionOf(word.Text).Any;

    /// <summary>Neither an adjective nor cut short, nor in a case of many that no name begins with: «Волонтёрам центра …».</summary>
    private static bool IsNoun(HeadWord word) => word is { Text.Length: > 2, IsCut: false } && word.Text.AsSpan()[^2..] is not ("ам" or "ям") && (KindWords.IsInstitution(word.Stem) ? !word.Text.EndsWith("ный", StringComparison.Ordinal) : !(WordForms.IsAdjective(word.Text) || word.Stem.StartsWith("казач", StringComparison.Ordinal)) || Bare.Contains(word.Stem));

    private static bool IsLetters(HeadWord word) => word.IsUpper && FormLetters.Of(word.Text).Form != OrganizationForm.None && Abbreviations.Of(word.Text).Count == 0 && word.Text is not "тос";

    /// <summary>«ТРО», «ЦСПМ» beside words in small letters: nobody knows of what.</summary>
    private bool IsAbbreviation(HeadWord word) =>
        word is { IsUpper: true, Text.Length: < 6 } && !KindWords.IsInstitution(word.Stem) && !IsInstitutionByLetters(word) && words.Exists(other => !other.IsUpper && other.Text.Length > 2);

    private static bool IsFormNoun(string stem) => NameLexicon.IsHead(stem) || stem == "федерац";

    private static bool IsMany(string text) => text[^1] is 'ы' or 'и';

    private void Read(string text)
    {
        var (quotes, brackets, opens, joined) = (0, 0, false, false);
        for (var at = 0; at < text.Length;)
        {
            if (!char.IsLetterOrDigit(text[at]))
            {
                joined = text[at] is '-' or '‐' or '‑';
                brackets = text[at] is '(' ? brackets + 1 : text[at] is ')' ? Math.Max(0, brackets - 1) : brackets;
                if (IsOpening(text, at))
                {
                    (quotes, opens) = (quotes + 1, true);
                }
                else if (text[at] is '»' or '”' or '“' or '"')
                {
                    quotes = Math.Max(0, quotes - 1);
                }

                at++;
                continue;
            }

            var end = at;
            while (end < text.Length && char.IsLetterOrDigit(text[end]))
            {
                end++;
            }

            var word = text[at..end].ToLowerInvariant().Replace('ё', 'е');
            words.Add(new(word, StemOf(word), quotes > 0, opens, joined, brackets > 0, IsUpper: end - at > 1 && char.IsUpper(text[at + 1]), IsCut: end < text.Length && text[end] == '.'));
            (opens, joined, at) = (false, false, end);
        }
    }

    /// <summary>«Музея» and «музей»: the stemmer leaves a vowel of the one.</summary>
    private static string StemOf(string word) =>
        Vocabulary.StemOf(word) is var stem && stem[^1] == 'е' && KindWords.IsInstitution(stem[..^1]) ? stem[..^1] : stem;

    private static bool IsOpening(string text, int at) =>
        text[at] is '«' or '„' || (text[at] is '"' or '“' or '”' && at + 1 < text.Length && !char.IsWhiteSpace(text[at + 1]) && (at == 0 || char.IsWhiteSpace(text[at - 1]) || text[at - 1] is '(' or '«' or '"'));

    private static FrozenSet<string> Set(string words) => words.Split(' ').Select(Vocabulary.StemOf).ToFrozenSet(StringComparer.Ordinal);

    private readonly record struct HeadWord(string Text, string Stem, bool IsQuoted, bool OpensQuote, bool IsJoined, bool IsBracketed, bool IsUpper, bool IsCut);
}
