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
        02 уфа стерлитамак нефтекамск ишимбай белорецк кумертау сибай туймазы белебей бирск мелеуз
        03 улан
        05 махачкала дербент хасавюрт каспийск буйнакск кизляр
        06 магас назрань
        07 нальчик баксан
        08 элиста
        09 черкесск
        10 петрозаводск кондопога сортавала костомукша сегежа олонец медвежьегорск
        11 сыктывкар воркута усинск инта ухта печора сосногорск
        12 йошкар козьмодемьянск
        13 саранск рузаевка темников
        14 якутск нерюнгри алдан вилюйск
        15 владикавказ моздок беслан алагир
        16 казань альметьевск нижнекамск елабуга бугульма чистополь зеленодольск лениногорск заинск азнакаево менделеевск мензелинск тетюши буинск бавлы
        17 кызыл
        18 ижевск воткинск сарапул можга глазов
        19 абакан саяногорск
        20 гудермес аргун
        21 чебоксары новочебоксарск алатырь шумерля цивильск
        22 барнаул бийск рубцовск новоалтайск заринск белокуриха
        23 краснодар сочи новороссийск армавир анапа геленджик туапсе ейск тимашевск лабинск апшеронск курганинск белореченск тихорецк гулькевичи кореновск абинск
        24 красноярск норильск ачинск канск минусинск лесосибирск шарыпово боготол дивногорск енисейск назарово
        25 владивосток уссурийск дальнегорск дальнереченск партизанск лесозаводск
        26 ставрополь пятигорск кисловодск невинномысск ессентуки георгиевск буденновск железноводск нефтекумск светлоград
        27 хабаровск комсомольск амурск бикин
        28 тында шимановск райчихинск
        29 архангельск северодвинск котлас новодвинск онега вельск няндома коряжма каргополь
        30 астрахань ахтубинск
        31 белгород шебекино валуйки
        32 брянск клинцы новозыбков дятьково унеча стародуб
        33 муром гороховец суздаль вязники кольчугино собинка киржач петушки
        34 волгоград камышин урюпинск фролово котово котельниково жирновск
        35 вологда череповец вытегра тотьма устюжна грязовец белозерск бабаево
        36 воронеж борисоглебск россошь лиски острогожск бутурлиновка нововоронеж семилуки
        37 иваново кинешма шуя комсомольск вичуга тейково юрьевец пучеж
        38 иркутск братск черемхово ангарск тайшет тулун нижнеудинск саянск слюдянка
        39 калининград балтийск черняховск светлогорск зеленоградск
        40 калуга обнинск людиново малоярославец козельск боровск таруса кондрово
        41 петропавловск
        42 кемерово новокузнецк прокопьевск междуреченск юрга мариинск белово киселевск гурьевск осинники мыски
        43 котельнич омутнинск яранск
        44 кострома шарья нерехта мантурово
        45 курган шадринск далматово катайск
        46 курск льгов рыльск щигры фатеж
        47 выборг гатчина тосно всеволожск тихвин кириши волхов приозерск кингисепп шлиссельбург
        48 липецк елец лебедянь усмань задонск
        49 магадан
        50 подольск балашиха химки коломна люберцы мытищи серпухов долгопрудный дубна ногинск электросталь щелково раменское воскресенск егорьевск кашира истра ступино зарайск луховицы можайск волоколамск шатура протвино пущино фрязино реутов лобня солнечногорск звенигород домодедово лыткарино ивантеевка красногорск одинцово талдом электрогорск
        51 мурманск кандалакша апатиты мончегорск оленегорск ковдор североморск
        52 дзержинск арзамас саров балахна выкса кстово шахунья лысково кулебаки навашино богородск
        53 боровичи пестово чудово
        54 новосибирск бердск искитим барабинск карасук тогучин
        55 омск исилькуль калачинск называевск тюкалинск
        56 оренбург орск бузулук новотроицк сорочинск бугуруслан кувандык медногорск абдулино
        57 мценск ливны
        58 пенза кузнецк сердобск
        59 пермь кудымкар березники соликамск лысьва кунгур добрянка краснокамск губаха нытва кизел верещагино чернушка
        60 псков опочка порхов
        61 таганрог новочеркасск волгодонск батайск новошахтинск ростов сальск гуково зверево миллерово аксай
        62 рязань скопин сасово ряжск
        63 самара тольятти сызрань новокуйбышевск жигулевск чапаевск кинель похвистнево октябрьск нефтегорск
        64 саратов вольск аткарск хвалынск
        65 корсаков холмск поронайск невельск долинск
        66 екатеринбург первоуральск каменск асбест ревда краснотурьинск качканар алапаевск ирбит кушва карпинск североуральск новоуральск невьянск тавда сысерть камышлов
        67 смоленск вязьма рославль ярцево сафоново десногорск велиж
        68 тамбов мичуринск моршанск рассказово котовск уварово
        69 тверь ржев кимры торжок бежецк бологое конаково осташков удомля весьегонск торопец нелидово
        70 томск северск стрежевой асино колпашево
        71 тула новомосковск алексин щекино богородицк венев киреевск
        72 тюмень тобольск ишим ялуторовск заводоуковск
        73 ульяновск димитровград инза барыш новоульяновск сенгилей
        74 челябинск магнитогорск миасс копейск снежинск чебаркуль сатка кыштым коркино касли трехгорный карталы верхнеуральск
        75 чита краснокаменск борзя нерчинск
        76 ярославль рыбинск ростов углич тутаев
        79 биробиджан облучье
        83 нарьян
        86 сургут нижневартовск нефтеюганск когалым нягань урай лангепас мегион лянтор югорск покачи
        87 анадырь певек билибино
        89 салехард ноябрьск муравленко лабытнанги надым
        91 симферополь керчь евпатория феодосия ялта алушта джанкой бахчисарай красноперекопск
        """;

    /// <summary>Those whose name is as often something else: only addresses, brackets and what stands behind a comma mean the town.</summary>
    private const string Ambiguous =
        """
        32 карачев
        48 чаплыгин данков
        69 кашин
        68 кирсанов
        62 касимов
        13 ардатов
        07 прохладный
        10 кемь
        12 волжск
        14 мирный
        20 грозный
        21 канаш
        23 кропоткин славянск
        24 железногорск зеленогорск
        25 находка артем
        26 изобильный
        28 благовещенск свободный зея
        29 мирный
        31 губкин алексеевка строитель
        33 владимир ковров александров
        34 волжский михайловка
        35 сокол
        36 павловск
        37 родники
        38 зима шелехов
        39 светлый
        42 тайга
        43 киров слободской
        44 буй галич
        46 железногорск курчатов
        47 луга сланцы
        50 королев пушкино жуковский клин чехов видное руза дзержинский котельники дмитров
        51 полярный заполярный
        52 бор городец павлово семенов
        53 валдай
        55 тара
        56 гай
        57 орел
        58 заречный каменка
        59 чайковский оса
        60 остров невель печоры
        61 шахты азов
        63 отрадный
        64 энгельс балаково балашов пугачев маркс
        66 серов полевской заречный
        67 гагарин
        71 донской ефремов
        74 златоуст озерск троицк аша
        75 шилка
        86 радужный советский
        91 саки судак
        """;

    // ФНС code, then pairs of words.
    private const string OfTwoWords =
        """
        04 горно алтайск
        16 набережные челны
        38 усть илимск железногорск илимский усолье сибирское
        43 кирово чепецк
        65 южно сахалинск
        66 каменск уральский
        35 великий устюг
        36 новая усмань
        41 петропавловск камчатский
        43 вятские поляны
        42 анжеро судженск
        47 лодейное поле
        76 переславль залесский
        86 ханты мансийск
        23 горячий ключ приморско ахтарск
        25 большой камень спасск дальний
        26 минеральные воды
        31 старый оскол
        33 гусь хрустальный юрьев польский
        50 орехово зуево наро фоминск сергиев посад павловский посад лосино петровский старая купавна
        61 каменск шахтинский белая калитва красный сулин
        52 нижний новгород
        53 великий новгород старая русса малая вишера
        60 великие луки
        66 нижний тагил верхняя пышма верхняя салда нижняя тура нижняя салда
        69 вышний волочек красный холм западная двина
        74 южно уральск верхний уфалей усть катав
        89 новый уренгой тарко сале
        """;

    private static readonly FrozenDictionary<string, Town> Forms = Read(Table);

    private static readonly FrozenDictionary<string, Town> AmbiguousForms = Read(Ambiguous);

    private static readonly Pair[] AllPairs = [.. ReadPairs()];

    /// <summary>Those of one first word, by its stem.</summary>
    private static readonly FrozenDictionary<string, Pair[]> Pairs =
        AllPairs.GroupBy(pair => Vocabulary.StemOf(pair.First)).ToFrozenDictionary(pairs => pairs.Key, pairs => pairs.ToArray(), StringComparer.Ordinal);

    /// <summary>The region of the town that a word in lower case names, in any case; 0 if it names none.</summary>
    public static RegionSet RegionOf(string text) => Forms.GetValueOrDefault(text).Regions;

    /// <summary>The region of the town that a word may name where only a town can stand; 0 if it names none.</summary>
    public static RegionSet AmbiguousRegionOf(string text) => AmbiguousForms.GetValueOrDefault(text) is { } town && town.Name == text ? town.Regions : RegionSet.None;

    /// <summary>Region and stem of a town that is known to be one; the stem is the same in every case.</summary>
    public static (RegionSet Regions, string? Stem) Of(string text) =>
        Forms.TryGetValue(text, out var town) || AmbiguousForms.TryGetValue(text, out town) ? (town.Regions, Vocabulary.StemOf(town.Name)) : default;

    /// <summary>The region of the town that two words name by the stem of the one and the beginning of the other, «Нового Уренгоя»; 0 if they name none.</summary>
    public static RegionSet RegionOf(string stem, string next)
    {
        if (Pairs.TryGetValue(stem, out var pairs))
        {
            foreach (var pair in pairs)
            {
                if (next.StartsWith(pair.Second, StringComparison.Ordinal))
                {
                    return pair.Regions;
                }
            }
        }

        return RegionSet.None;
    }

    /// <summary>The first word of a known town of two by its beginning and the second word: «Ст. Оскол», «Н. Новгорода»; null if there is none.</summary>
    public static string? FirstWordOf(string beginning, string next)
    {
        foreach (var pair in AllPairs)
        {
            if (next.StartsWith(pair.Second, StringComparison.Ordinal) && pair.First.Length > beginning.Length && pair.First.StartsWith(beginning, StringComparison.Ordinal))
            {
                return pair.First;
            }
        }

        return null;
    }

    private static IEnumerable<Pair> ReadPairs() =>
        from line in OfTwoWords.Split('\n')
        let cells = line.Trim().Split(' ')
        from at in Enumerable.Range(0, (cells.Length - 1) / 2)
        select new Pair(cells[1 + 2 * at], BeginningOf(cells[2 + 2 * at]), RegionSet.Of(int.Parse(cells[0], CultureInfo.InvariantCulture)));

    /// <summary>What is the same in every case: «Камень» and «Камня», «Волочёк» and «Волочка».</summary>
    private static string BeginningOf(string second) =>
        second.EndsWith("ень", StringComparison.Ordinal) || second.EndsWith("чек", StringComparison.Ordinal) ? second[..^3] + (second[^3] == 'ч' ? "ч" : "") : second[..^1];

    /// <param name="First">The first word.</param>
    /// <param name="Second">The beginning of the second one.</param>
    /// <param name="Regions">Its region.</param>
    private readonly record struct Pair(string First, string Second, RegionSet Regions);

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
