using System.Collections.Frozen;
using CenterDirectory.Importers.Mentions;

namespace CenterDirectory.Importers.Resolving.Names;

/// <summary>The words that say what an organization is rather than how it is called.</summary>
internal static class NameLexicon
{
    private const string Fillers =
        "и или в во на по при для с со у о об от за из к ко а не до под над их его им имени имя ее свой the of and in for зато рф мо рпц мп " +
        "г гор п пос д дер ст х ул пр кт пер стр корп оф пом кв мкр мкрн эл";

    // Words with their family; a family of several words is one bit.
    private static readonly FrozenDictionary<string, OrganizationForm> Forms = Stems(
        ("территориальное организация некоммерческая общество объединение негосударственная неправительственная товарищество", OrganizationForm.NonProfit),
        ("общественная", OrganizationForm.PublicOrganization),
        ("автономная", OrganizationForm.Autonomous),
        ("фонд", OrganizationForm.Fund),
        ("партнерство", OrganizationForm.Partnership),
        ("ассоциация союз", OrganizationForm.Association),
        ("учреждение частное муниципальное государственное бюджетное казенное", OrganizationForm.Institution),
        ("движение", OrganizationForm.Movement),
        ("религиозная", OrganizationForm.Religious),
        ("самоуправление", OrganizationForm.SelfGovernment),
        ("собственников жилья недвижимости", OrganizationForm.Homeowners),
        ("садоводческое огородническое дачное садовое", OrganizationForm.Gardeners),
        ("профсоюз профсоюзная", OrganizationForm.Union),
        ("ограниченной ответственностью акционерное", OrganizationForm.Company),
        ("кооператив", OrganizationForm.Cooperative),
        ("казачье станичное хуторское", OrganizationForm.Cossacks),
        ("автономия", OrganizationForm.Autonomy),
        ("благотворительная", OrganizationForm.Charity));

    private static readonly FrozenDictionary<string, Reach> Reaches = Reached();

    private static readonly FrozenSet<string> Parts = Set("филиал представительство отделение подразделение первичная ячейка");

    private static readonly FrozenSet<string> RegionKinds = Set("область край республика обл респ кр");

    private static readonly FrozenSet<string> Settlements = Set("город село поселок поселка деревня станица хутор аул пгт рп слобода");

    private static readonly FrozenSet<string> Districts = Set("район улус округ микрорайон");

    private static readonly FrozenSet<string> Countries = Set("россия федерация");

    /// <summary>What half of all names speak of. It tells two organizations apart, but that two names share it says little.</summary>
    private static readonly FrozenSet<string> Usual = Set(
        "центр поддержка помощь содействие развитие социальная защита право деятельность проект программа инициатива гражданская гражданских население совет клуб " +
        "образование образовательная дополнительная профессиональная культура культурная спорт спортивная физическая физкультура здоровье дети детская ветеранская микрорайон " +
        "молодежь молодежная семья семейная инвалид ветеран пенсионер труд война женщина родители обучение просвещение добровольчество волонтер российская " +
        "русская народная национальная новая первая обслуживание приход храм православная местный дом школа академия институт федерация лига комитет " +
        "служба ресурсный высшее среднее начальное дошкольное общеобразовательная региональная научный общий досуг отдых благотворительность фермерская хозяйство " +
        "поселение студия библиотека музей театр палата оздоровительная реабилитация адаптация бизнес сообщество волонтерская добровольческая приют общественность " +
        "комплексный население музыкальная художественная союз общество ассоциация информационный методический творчество искусство наука экология экологическая вооруженных сил правоохранительных органов завод " +
        "мемориальный станция жителей граждан предпринимательство туризм село деревня край земля район");

    /// <summary>Names that many organizations have chosen.</summary>
    private static readonly FrozenSet<string> Beloved = Set(
        "надежда вера любовь радуга возрождение единство перспектива милосердие луч исток родник добро мечта дружба содружество шанс вместе рассвет " +
        "победа память отечество патриот солнышко солнце росток светлячок сердце мир лидер импульс вектор диалог успех олимп гармония созвездие звезда " +
        "забота доверие согласие опора горизонт жизнь свет очаг ковчег феникс эдельвейс жемчужина росинка ромашка подсолнух колос гвоздика чайка орленок " +
        "сокол витязь богатырь факел прометей сфера импульс потенциал ракурс формат альянс старт юность ровесник каравелла бригантина фортуна эврика эрудит " +
        "креатив талант созидание наследие традиция истоки русь родина семья добро доброта благо вершина энергия ресурс контакт центр маяк берег мост ветер рубеж восток север юг запад весна березка учитель мотор прогресс");

    /// <summary>Ranks before the names of people and saints. Many write them short, or not at all.</summary>
    private static readonly FrozenSet<string> Titles =
        ("свято святого святой святых святителя преподобного преподобной великомученика великомученицы мученика мученицы апостола апостолов праведного благоверного архангела архистратига божия " +
        "блаженной равноапостольного равноапостольной священномученика преподобномученика преподобномученицы академика профессора генерала адмирала маршала героя полковника князя доктора " +
        "композитора писателя поэта художника космонавта летчика учителя врача хирурга режиссера актера певца православный православная православное " +
        "православного православной").Split(' ').ToFrozenSet(StringComparer.Ordinal);

    /// <summary>What may stand before what a center is for, and as well not: «Центр поддержки и развития добровольчества».</summary>
    private static readonly FrozenSet<string> Softeners = Set("поддержка содействие развитие сфера вопросы российская мемориальный");

    /// <summary>Whom it is of or for: a youth organization is another one than that of the same name without youth.</summary>
    private static readonly FrozenSet<string> Groups = Set(
"молодежная юношеская детская женская студенческая школьная");

    /// <summary>Those whose veterans are meant where all are meant.</summary>
    private static readonly FrozenSet<string> Veterans = Set("война труд пенсионер вооруженных сил правоохранительных органов военная служба государственная");

    public static bool IsOfVeterans(string stem) => Veterans.Contains(stem);

    public static bool IsGroup(string stem) => Groups.Contains(stem);

    public static bool IsSoftener(string stem) => Softeners.Contains(stem);

    private static readonly FrozenSet<string> Heads = Set("фонд ассоциация союз общество объединение партнерство движение учреждение товарищество");

    /// <summary>Whether a word says what something is, so that nothing is two of them.</summary>
    public static bool IsHead(string stem) => Heads.Contains(stem);

    /// <summary>Words of forms as they are cut short: «рег. общ. орг.».</summary>
    private static readonly FrozenDictionary<string, string> Cut = new Dictionary<string, string>
    {
        ["рег"] = "региональная", ["регион"] = "региональная", ["общ"] = "общественная", ["обществ"] = "общественная", ["орг"] = "организация",
        ["организ"] = "организация", ["благ"] = "благотворительная", ["благотв"] = "благотворительная", ["некомм"] = "некоммерческая",
        ["авт"] = "автономная", ["автон"] = "автономная", ["отд"] = "отделение", ["рел"] = "религиозная", ["религ"] = "религиозная",
        ["межрег"] = "межрегиональная", ["всерос"] = "всероссийская", ["общеросс"] = "общероссийская", ["краев"] = "краевая", ["учр"] = "учреждение",
        ["ассоц"] = "ассоциация", ["муницип"] = "муниципальное", ["гос"] = "государственное", ["обл"] = "областная", ["респ"] = "республиканская",
        ["гор"] = "городская", ["район"] = "районная", ["мест"] = "местная", ["св"] = "святого", ["свт"] = "святителя", ["прп"] = "преподобного",
        ["вмч"] = "великомученика", ["мч"] = "мученика", ["ап"] = "апостола", ["акад"] = "академика", ["проф"] = "профессора", ["ген"] = "генерала",
        ["адм"] = "адмирала", ["прмц"] = "преподобномученицы", ["прмч"] = "преподобномученика", ["сщмч"] = "священномученика", ["блгв"] = "благоверного",
        ["территор"] = "территориальная", ["террит"] = "территориальная",
    }.ToFrozenDictionary(StringComparer.Ordinal);

    /// <summary>What a word that was cut short means, if it is one of forms.</summary>
    public static Word? WholeOf(string cut) => Wholes.Words.GetValueOrDefault(cut);

    /// <summary>Described when one is asked for, since that needs all the lists here.</summary>
    private static class Wholes
    {
        public static readonly FrozenDictionary<string, Word> Words = Cut.ToFrozenDictionary(pair => pair.Key, pair => Describe(pair.Value), StringComparer.Ordinal);
    }

    /// <summary>Reads a word in lower case, without ё and look-alikes.</summary>
    public static Word Describe(string text)
    {
        if (char.IsAsciiDigit(text[0]))
        {
            return Number(text, text.TrimStart('0'));
        }

        if (text is "хх")
        {
            return Number(text, "20");
        }

        if (RomanNumbers.Value(text) is var roman and > 0)
        {
            return Number(text, roman.ToString(System.Globalization.CultureInfo.InvariantCulture));
        }

        if (SpeltNumbers.Value(text) is var spelt and > 0)
        {
            return Number(text, spelt.ToString(System.Globalization.CultureInfo.InvariantCulture), isSpelt: true);
        }

        return Transliteration.IsLatin(text) ? Describe(Transliteration.Cyrillic(text), isLatin: true) : Describe(text, isLatin: false);
    }

    private static Word Describe(string text, bool isLatin)
    {
        var stem = text is "мать" ? "матер" : Vocabulary.StemOf(text);
        stem = IsFunction(stem) || RegionWords.Of(stem, text).Any ? stem : MisspeltFunction(text) ?? RegionWords.Misspelt(stem) ?? stem;
        var (form, reach, meaning) = FormLetters.Of(text);
        var sense = SenseOf(text) ?? Peoples.Of(stem);
        var role = RoleOf(text, stem, form, reach);
        return new Word
        {
            Text = text,
            Stem = stem,
            Skeleton = Vocabulary.SkeletonOf(sense is "добровольц" or "ветеран" || Peoples.Of(stem) is not null ? sense! : WithoutSuffix(stem)),
            Sense = sense,
            Role = role,
            Form = role == WordRole.Form ? Forms[stem] : form,
            Reach = role == WordRole.Reach ? Reaches[stem] : reach,
            Regions = RegionWords.Of(stem, text),
            TownRegions = role is WordRole.Plain or WordRole.Region ? TownWords.RegionOf(text) : RegionSet.None,
            Meaning = [.. meaning.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(Describe)],
            IsPart = form == OrganizationForm.Union || FormLetters.IsPart(text),
            Expansion = [.. Abbreviations.Of(text).Select(Describe)],
            IsLatin = isLatin,
            IsTitle = Titles.Contains(text),
            IsGivenName = role == WordRole.Plain && (WordLists.IsFormOfGivenName(text) || WordLists.IsPatronymic(text)),
            IsPatronymic = role == WordRole.Plain && WordLists.IsPatronymic(text),
            Weight = WeightOf(stem, text),
        };
    }

    /// <summary>«Волейбольная» has the keys of «волейбол».</summary>
    private static string WithoutSuffix(string stem)
    {
        const int Shortest = 7;
        return stem.Length < Shortest ? stem : stem.EndsWith("ьн", StringComparison.Ordinal) ? stem[..^2] : stem.EndsWith("тн", StringComparison.Ordinal) ? stem[..^1] : stem;
    }

    /// <summary>Words that people write one for the other.</summary>
    private static string? SenseOf(string text) =>
        text.StartsWith("волонтер", StringComparison.Ordinal) || text.StartsWith("доброволе", StringComparison.Ordinal) || text.StartsWith("доброволь", StringComparison.Ordinal)
            ? "добровольц"
        : text.StartsWith("ветеран", StringComparison.Ordinal) ? "ветеран"
        : text.StartsWith("молодеж", StringComparison.Ordinal) ? "молодеж"
        : text.StartsWith("женщин", StringComparison.Ordinal) || text.StartsWith("женск", StringComparison.Ordinal) ? "женщин"
        : (text.StartsWith("культурн", StringComparison.Ordinal) && text[^1] != 'о') || text is "культура" or "культуры" or "культуре" or "культуру" ? "культур"
        : text is "дети" or "детей" or "детям" or "детьми" || text.StartsWith("детск", StringComparison.Ordinal) ? "дети"
        : null;

    private static Word Number(string text, string value, bool isSpelt = false) =>
        new() { IsSpelt = isSpelt, Text = text, Stem = value.Length == 0 ? "0" : value, Skeleton = value.Length == 0 ? "0" : value, Role = WordRole.Number };

    private static WordRole RoleOf(string text, string stem, OrganizationForm letters, Reach reach)
    {
        if (letters != OrganizationForm.None || reach != Reach.Unknown)
        {
            return WordRole.FormLetters;
        }

        if (FillerSet.Contains(text))
        {
            return WordRole.Filler;
        }

        return Countries.Contains(stem) ? WordRole.Country
            : Settlements.Contains(stem) ? WordRole.Settlement
            : Districts.Contains(stem) && !text.StartsWith("районн", StringComparison.Ordinal) ? WordRole.District
            : RegionKinds.Contains(stem) ? WordRole.RegionKind
            : Parts.Contains(stem) ? WordRole.Part
            : Reaches.ContainsKey(stem) ? WordRole.Reach
            : Forms.ContainsKey(stem) ? WordRole.Form
            : RegionWords.Of(stem, text).Any ? WordRole.Region
            : WordRole.Plain;
    }

    private static bool IsFunction(string stem) => Forms.ContainsKey(stem) || Reaches.ContainsKey(stem) || Parts.Contains(stem) || RegionKinds.Contains(stem);

    /// <summary>The word of forms or reach that somebody misspelt: «некомерческая», «регионаьлная» names nothing.</summary>
    private static string? MisspeltFunction(string text)
    {
        if (text.Length < 7)
        {
            return null;
        }

        foreach (var function in LongFunctions)
        {
            for (var length = function.Length - 1; length <= function.Length + 1 && function[0] == text[0]; length++)
            {
                if (length < text.Length && EndsAlike(text.AsSpan(0, length), function) && Misspelling.Distance(text.AsSpan(0, length), function) == 1
                    && WordForms.IsEnding(text.AsSpan(length + (function[^1] == 'н' && text[length] == 'н' ? 1 : 0))))
                {
                    return function;
                }
            }
        }

        return null;
    }

    /// <summary>The same last letter, or the last two changed places; of long words any.</summary>
    private static bool EndsAlike(ReadOnlySpan<char> text, string function) =>
        text.Length != function.Length ? text[^1] == function[^1]
        : text.Length > 8 || AreLettersMoved(text, function);

    /// <summary>Of short words another letter makes another word: «городок» and «городск».</summary>
    private static bool AreLettersMoved(ReadOnlySpan<char> text, string function)
    {
        var sum = 0;
        for (var i = 0; i < text.Length; i++)
        {
            sum += text[i] - function[i];
        }

        return sum == 0;
    }

    private static readonly string[] LongFunctions =
        [.. Forms.Keys.Concat(Reaches.Keys).Concat(Parts).Where(stem => stem.Length >= 6).Append("краев").Append("район").Order(StringComparer.Ordinal)];

    private static readonly FrozenSet<string> FillerSet = Fillers.Split(' ').ToFrozenSet(StringComparer.Ordinal);

    private static double WeightOf(string stem, string text) =>
        Countries.Contains(stem) || Usual.Contains(stem) || Forms.ContainsKey(stem) || Reaches.ContainsKey(stem) ? 0.3
        : Beloved.Contains(stem) ? 0.6
        : text.Length < 3 ? 0.4
        : 1;

    private static FrozenDictionary<string, Reach> Reached()
    {
        var reaches = new Dictionary<string, Reach>(StringComparer.Ordinal);
        void Add(string words, Reach reach)
        {
            foreach (var stem in words.Split(' ').Select(Vocabulary.StemOf))
            {
                reaches.Add(stem, reach);
            }
        }

        Add("местная", Reach.Local);
        Add("городская общегородская", Reach.City);
        Add("районная", Reach.District);
        Add("окружная", Reach.District | Reach.Region);
        Add("сельская поселковая", Reach.Village);
        Add("региональная областная краевая республиканская", Reach.Region);
        Add("межрегиональная", Reach.Several);
        Add("общероссийская всероссийская федеральная", Reach.Country);
        Add("международная", Reach.World);
        return reaches.ToFrozenDictionary(StringComparer.Ordinal);
    }

    private static FrozenDictionary<string, OrganizationForm> Stems(params (string Words, OrganizationForm Form)[] families) =>
        families.SelectMany(family => family.Words.Split(' ').Select(word => (Stem: Vocabulary.StemOf(word), family.Form)))
            .DistinctBy(pair => pair.Stem).ToFrozenDictionary(pair => pair.Stem, pair => pair.Form, StringComparer.Ordinal);

    private static FrozenSet<string> Set(string words) => words.Split(' ').Select(Vocabulary.StemOf).ToFrozenSet(StringComparer.Ordinal);
}
