using System.Collections.Frozen;
using System.Globalization;

namespace CenterDirectory.Importers.Resolving.Names;

/// <summary>
/// Large towns by their names, for texts that write them without «г.»: «Дом НКО Тольятти». Left out are those whose name is as often a word, a
/// surname or an adjective («Киров», «Находка», «Мирный»). Of names of two words the first one stands here. Kept here like the regions, and for the
/// same reason.
/// </summary>
internal static class TownWords
{
    // ФНС code, then towns of the region.
    private const string Table =
        """
        01 майкоп
        02 уфа стерлитамак нефтекамск ишимбай
        03 улан
        05 махачкала дербент хасавюрт каспийск буйнакск кизляр
        06 магас назрань
        07 нальчик
        08 элиста
        09 черкесск
        10 петрозаводск кондопога сортавала костомукша
        11 сыктывкар воркута усинск инта
        12 йошкар
        13 саранск рузаевка
        14 якутск нерюнгри
        15 владикавказ моздок
        16 казань альметьевск нижнекамск елабуга бугульма чистополь зеленодольск
        17 кызыл
        18 ижевск воткинск сарапул можга
        19 абакан саяногорск
        21 чебоксары новочебоксарск
        22 барнаул бийск рубцовск новоалтайск
        23 краснодар сочи новороссийск армавир анапа геленджик туапсе ейск
        24 красноярск норильск ачинск канск минусинск лесосибирск
        25 владивосток уссурийск дальнегорск
        26 ставрополь пятигорск кисловодск невинномысск ессентуки
        27 хабаровск комсомольск
        29 архангельск северодвинск котлас новодвинск
        30 астрахань
        31 белгород
        32 брянск клинцы
        33 муром гороховец
        34 волгоград камышин урюпинск
        35 вологда череповец
        36 воронеж борисоглебск россошь
        37 иваново кинешма шуя комсомольск
        38 иркутск братск черемхово ангарск
        39 калининград балтийск
        40 калуга обнинск
        41 петропавловск
        42 кемерово новокузнецк прокопьевск междуреченск
        44 кострома
        45 курган шадринск
        46 курск
        47 выборг гатчина тосно
        48 липецк елец
        49 магадан
        50 подольск балашиха химки коломна люберцы мытищи серпухов долгопрудный дубна
        51 мурманск кандалакша апатиты мончегорск
        52 дзержинск арзамас саров
        54 новосибирск бердск искитим
        55 омск
        56 оренбург орск бузулук новотроицк
        58 пенза кузнецк
        59 пермь кудымкар березники соликамск лысьва кунгур
        60 псков
        61 таганрог новочеркасск волгодонск батайск новошахтинск ростов
        62 рязань
        63 самара тольятти сызрань новокуйбышевск жигулевск
        64 саратов вольск
        66 екатеринбург первоуральск каменск асбест ревда
        67 смоленск вязьма
        68 тамбов мичуринск
        69 тверь ржев кимры
        70 томск северск стрежевой
        71 тула новомосковск алексин
        72 тюмень тобольск ишим
        73 ульяновск димитровград
        74 челябинск магнитогорск миасс копейск снежинск
        75 чита краснокаменск
        76 ярославль рыбинск ростов
        79 биробиджан
        83 нарьян
        86 сургут нижневартовск нефтеюганск когалым нягань
        87 анадырь
        89 салехард ноябрьск
        91 симферополь керчь евпатория феодосия
        """;

    /// <summary>Those whose name is as often something else: only addresses, brackets and what stands behind a comma mean the town.</summary>
    private const string Ambiguous =
        """
        14 мирный
        20 грозный
        24 железногорск зеленогорск
        25 находка артем
        28 благовещенск свободный
        33 владимир ковров александров
        34 волжский
        43 киров
        46 железногорск
        50 королев пушкино
        57 орел
        58 заречный
        61 шахты азов
        64 энгельс балаково балашов
        66 серов полевской
        74 златоуст озерск
        86 радужный
        """;

    // ФНС code, then pairs of words.
    private const string OfTwoWords =
        """
        04 горно алтайск
        16 набережные челны
        38 усть илимск железногорск илимский
        43 кирово чепецк
        65 южно сахалинск
        76 переславль залесский
        86 ханты мансийск
        23 горячий ключ
        25 большой камень
        26 минеральные воды
        31 старый оскол
        50 орехово зуево наро фоминск
        52 нижний новгород
        53 великий новгород старая русса
        60 великие луки
        66 нижний тагил
        69 вышний волочек
        89 новый уренгой
        """;

    private static readonly FrozenDictionary<string, Town> Forms = Read(Table);

    private static readonly FrozenDictionary<string, Town> AmbiguousForms = Read(Ambiguous);

    private static readonly FrozenDictionary<string, RegionSet> Pairs = ReadPairs();

    /// <summary>Few words begin a town of two: all others need not be looked up beside the next one.</summary>
    private static readonly FrozenSet<string> FirstOfTwo = Pairs.Keys.Select(pair => pair[..pair.IndexOf(' ', StringComparison.Ordinal)]).ToFrozenSet(StringComparer.Ordinal);

    private const int LettersOfSecond = 4;

    /// <summary>The region of the town that a word in lower case names, in any case; 0 if it names none.</summary>
    public static RegionSet RegionOf(string text) => Forms.GetValueOrDefault(text).Regions;

    /// <summary>The region of the town that a word may name where only a town can stand; 0 if it names none.</summary>
    public static RegionSet AmbiguousRegionOf(string text) => AmbiguousForms.GetValueOrDefault(text) is { } town && town.Name == text ? town.Regions : RegionSet.None;

    /// <summary>Region and stem of a town that is known to be one; the stem is the same in every case.</summary>
    public static (RegionSet Regions, string? Stem) Of(string text) =>
        Forms.TryGetValue(text, out var town) || AmbiguousForms.TryGetValue(text, out town) ? (town.Regions, Vocabulary.StemOf(town.Name)) : default;

    /// <summary>The region of the town that two words name by the stem of the one and the beginning of the other, «Нового Уренгоя»; 0 if they name none.</summary>
    public static RegionSet RegionOf(string stem, string next) =>
        next.Length < LettersOfSecond || !FirstOfTwo.Contains(stem) ? RegionSet.None : Pairs.GetValueOrDefault(stem + ' ' + next[..LettersOfSecond]);

    private static FrozenDictionary<string, RegionSet> ReadPairs() =>
        (from line in OfTwoWords.Split('\n')
         let cells = line.Trim().Split(' ')
         from at in Enumerable.Range(0, (cells.Length - 1) / 2)
         select (Stems: Vocabulary.StemOf(cells[1 + 2 * at]) + ' ' + cells[2 + 2 * at][..LettersOfSecond], Region: RegionSet.Of(int.Parse(cells[0], CultureInfo.InvariantCulture))))
        .ToFrozenDictionary(pair => pair.Stems, pair => pair.Region, StringComparer.Ordinal);

    private static FrozenDictionary<string, Town> Read(string table)
    {
        var forms = new Dictionary<string, Town>(StringComparer.Ordinal);
        foreach (var cells in table.Split('\n').Select(line => line.Trim().Split(' ')))
        {
            var region = RegionSet.Of(int.Parse(cells[0], CultureInfo.InvariantCulture));
            foreach (var (town, form) in cells.Skip(1).SelectMany(town => Cases(town).Select(form => (town, form))))
            {
                forms[form] = new Town(forms.GetValueOrDefault(form).Regions | region, town);
            }
        }

        return forms.ToFrozenDictionary(StringComparer.Ordinal);
    }

    private readonly record struct Town(RegionSet Regions, string Name);

    /// <summary>Саратов, Саратова, Саратове; Самара, Самары; Казань, Казани; Череповец, Череповца.</summary>
    private static IEnumerable<string> Cases(string town) => town[^1] switch
    {
        'а' => With(town[..^1], "а", "ы", "и", "е", "у", "ой"),
        'я' => With(town[..^1], "я", "и", "ю", "ей"),
        'ы' => With(town[..^1], "ы", "", "ах"),
        'ь' => With(town[..^1], "ь", "и", "я", "е", "ю"),
        'и' or 'о' or 'э' => [town],
        'й' => With(town[..^2], "ый", "ий", "ого", "ом", "ой"),
        _ when town.EndsWith("ец", StringComparison.Ordinal) => [town, .. With(town[..^2], "ца", "це", "цу", "цом")],
        // «Омском» may as well be the district.
        _ when town.EndsWith("ск", StringComparison.Ordinal) => With(town, "", "а", "е", "у"),
        _ => With(town, "", "а", "е", "у", "ом"),
    };

    private static IEnumerable<string> With(string stem, params string[] endings) => endings.Select(ending => stem + ending);
}
