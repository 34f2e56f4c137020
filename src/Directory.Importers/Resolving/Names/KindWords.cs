using System.Collections.Frozen;

namespace CenterDirectory.Importers.Resolving.Names;

/// <summary>
/// Nouns that say what something is: a center, a club, a museum. Only in the nominative do they speak of the bearer of the name; «центр фонда» is no
/// fund. Some are as often a figure of speech, and say so only outside of quotes: «Тёплый дом».
/// </summary>
internal static class KindWords
{
    private static readonly FrozenSet<string> Plain = Set(
        "центр клуб студия театр приют музей библиотека совет союз комитет федерация лига ассоциация палата институт университет колледж гимназия лицей " +
        "техникум газета журнал отряд агентство бюро штаб хоспис фонд партнерство кооператив товарищество приход монастырь епархия хор ансамбль " +
        "оркестр галерея министерство департамент управление администрация дума комиссия отдел предприятие завод больница поликлиника санаторий типография " +
        "издательство компания фабрика профсоюз движение медиацентр фотостудия киностудия хостел экоцентр");

    private static readonly FrozenSet<string> Figurative = Set("школа дом дворец академия сад мастерская лаборатория служба община братство сестричество станция станица дружина лагерь");

    /// <summary>Words that say too little to tell two apart, but that both are the same.</summary>
    private static readonly FrozenSet<string> Heads = Set("общество объединение товарищество учреждение фонд союз ассоциация партнерство движение");

    /// <summary>What runs something for others, whatever it is called after.</summary>
    public static bool IsHost(string text) => text is "фонд" or "ассоциация" or "союз";

    public static bool IsHead(string text) => Heads.Contains(text);

    /// <summary>Whether a word in lower case says what the bearer is.</summary>
    /// <param name="text">The word.</param>
    /// <param name="isInside">Whether it stands within the innermost quotes.</param>
    public static bool IsOne(string text, bool isInside) => Plain.Contains(text) || (!isInside && Figurative.Contains(text));

    /// <summary>What somebody does, and not who: an action is not the fund of its name.</summary>
    private static readonly FrozenSet<string> Events = Set("акция проект программа конкурс фестиваль премия форум марафон кампания грант сайт портал конференция выставка слет турнир чемпионат кубок спартакиада олимпиада первенство концерт забег квест субботник");

    /// <summary>Further nouns for institutions and what belongs to one.</summary>
    private const string Further =
        "инкубатор суд партия гильдия корпорация конгресс коллегия дирекция редакция заповедник питомник училище академия школа госпиталь клиника стадион порт " +
        "комбинат филармония цирк кружок секция команда полк учреждение общество объединение товарищество собор церковь мечеть синагога дворец парк лаборатория " +
        "мастерская дом служба дружина лагерь община братство сестричество станция интернат кафедра факультет ярмарка телестудия радиостанция телеканал банк технопарк " +
        "кванториум аэроклуб спортклуб яхтклуб ателье экспедиция поселение епархия митрополия движение фонд союз ассоциация партнерство федерация профсоюз собрание парламент правительство мэрия прокуратура " +
        "хозяйство храм часовня костел ферма усадьба обсерватория планетарий зоопарк ипподром аэропорт вокзал шахта рудник верфь депо совхоз колхоз холдинг концерн " +
        "трест диспансер роддом профилакторий пансионат турбаза кинотеатр рынок гостиница группа";

    private static readonly FrozenSet<string> Institutions =
        Plain.Concat(Further.Split(' ')).Select(Vocabulary.StemOf).ToFrozenSet(StringComparer.Ordinal);

    private static readonly FrozenSet<string> Nominatives = Set(string.Join(' ', Plain.Concat(Further.Split(' '))));

    /// <summary>Whether a stem is that of a noun for an institution, in whatever case and number it stands.</summary>
    public static bool IsInstitution(string stem) => Institutions.Contains(stem) || Array.Exists(LastHalves, half => stem.EndsWith(half, StringComparison.Ordinal));

    /// <summary>«Госуниверситет», «медколледж», «райбольница».</summary>
    private static readonly string[] LastHalves = [.. "университет институт колледж техникум библиотека больница школа администрация".Split(' ').Select(Vocabulary.StemOf)];

    /// <summary>Those whose local organizations are called after them: «Омская организация Союза художников».</summary>
    private static readonly FrozenSet<string> Membership = "союз общество ассоциация партия движение федерация профсоюз лига гильдия палата совет комитет конгресс товарищество партнерство община приход"
        .Split(' ').Select(Vocabulary.StemOf).ToFrozenSet(StringComparer.Ordinal);

    public static bool HasMembers(string stem) => Membership.Contains(stem);

    /// <summary>Whether such a noun stands in the nominative.</summary>
    public static bool IsNominative(string text) => Nominatives.Contains(text);

    public static bool IsEvent(string text) => Events.Contains(text);

    /// <summary>Words of forms that speak of somebody else.</summary>
    private static readonly FrozenSet<string> Genitives = Set("самоуправления территориального фонда союза ассоциации партнерства движения учреждения товарищества общества кооператива");

    /// <summary>Words of forms in the genitive plural.</summary>
    private static readonly FrozenSet<string> Many = Set(
        "самоуправления самоуправлений организаций объединений союзов фондов ассоциаций обществ учреждений профсоюзов движений партнерств товариществ автономий кооперативов общественных некоммерческих автономных " +
        "благотворительных религиозных профсоюзных садоводческих казачьих муниципальных государственных");

    public static bool IsOfMany(string text) => Many.Contains(text);

    public static bool IsGenitive(string text) => Genitives.Contains(text);

    /// <summary>«Цент» for «центр».</summary>
    public static bool IsMisspelt(string text, string kind)
    {
        const int Shortest = 5;
        return kind.Length >= Shortest && text[0] == kind[0] && Plain.Contains(kind) && !Plain.Contains(text) && Misspelling.Distance(text, kind) == 1
            && text.AsSpan().CommonPrefixLength(kind) >= Shortest - 2 && !WordForms.AreOfOne(text, kind);
    }

    private static FrozenSet<string> Set(string words) => words.Split(' ').ToFrozenSet(StringComparer.Ordinal);
}
