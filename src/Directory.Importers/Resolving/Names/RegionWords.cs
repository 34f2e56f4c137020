using System.Collections.Frozen;
using System.Globalization;
using CenterDirectory.Data;

namespace CenterDirectory.Importers.Resolving.Names;

/// <summary>
/// The regions by the words that name them, in any case: «омская», «Татарстана», «Югры». A word may mean two, as «алтайский» does. Kept
/// here, not read from the directory: what a name says must not depend on which territories have been imported by now.
/// </summary>
internal static class RegionWords
{
    // ФНС code, kind of name (к край, о область, р республика, а автономный, г город), adjectives, nouns.
    private const string Table =
        """
        01 р адыгейская адыгея
        02 р башкирская башкортостанская башкортостан башкирия
        03 р бурятская бурятия
        04 р алтайская горно-алтайская алтай
        05 р дагестанская дагестан
        06 р ингушская ингушетия
        07 р кабардино-балкарская кабардино-балкария кбр
        08 р калмыцкая калмыкия
        09 р карачаево-черкесская карачаево-черкесия кчр
        10 р карельская карелия
        11 р коми
        12 р марийская марий
        13 р мордовская мордовия
        14 р якутская саха якутия рс
        15 р северо-осетинская осетия алания рсо
        16 р татарская татарстанская татарстан рт
        17 р тувинская тыва тува
        18 р удмуртская удмуртия
        19 р хакасская хакасия
        20 р чеченская чечня
        21 р чувашская чувашия
        22 к алтайская
        23 к краснодарская кубанская кубань
        24 к красноярская красноярье
        25 к приморская приморье
        26 к ставропольская ставрополье
        27 к хабаровская приамурье
        28 о амурская приамурье
        29 о архангельская
        30 о астраханская
        31 о белгородская белгородчина
        32 о брянская брянщина
        33 о владимирская
        34 о волгоградская
        35 о вологодская вологодчина
        36 о воронежская
        37 о ивановская ивановщина
        38 о иркутская приангарье
        39 о калининградская
        40 о калужская
        41 к камчатская камчатка
        42 о кемеровская кузбасская кузбасс
        43 о кировская
        44 о костромская костромщина
        45 о курганская
        46 о курская
        47 о ленинградская ленобласть
        48 о липецкая
        49 о магаданская
        50 о московская подмосковье мособласть
        51 о мурманская
        52 о нижегородская
        53 о новгородская новгородчина
        54 о новосибирская
        55 о омская
        56 о оренбургская оренбуржье
        57 о орловская орловщина
        58 о пензенская
        59 к пермская прикамье
        60 о псковская псковщина
        61 о ростовская
        62 о рязанская рязанщина
        63 о самарская
        64 о саратовская
        65 о сахалинская
        66 о свердловская
        67 о смоленская смоленщина
        68 о тамбовская тамбовщина
        69 о тверская
        70 о томская
        71 о тульская
        72 о тюменская
        73 о ульяновская
        74 о челябинская
        75 к забайкальская забайкалье
        76 о ярославская ярославия
        77 г московская москва
        78 г санкт-петербургская петербургская петербург спб
        79 о еврейская еао
        83 а ненецкая нао
        86 а ханты-мансийская хмао югра югорская
        87 а чукотская чукотка
        89 а ямало-ненецкая янао ямал ямальская
        90 о запорожская запорожье
        91 р крымская крым
        92 г севастопольская севастополь
        93 р донецкая днр
        94 р луганская лнр
        95 о херсонская
        """;

    /// <summary>Their slugs, ISO codes and the beginnings of their ОКТМО differ from the codes; in the order of the table above.</summary>
    private const string Isos =
        "AD BA BU AL DA IN KB KL KC KR KO ME MO SA SE TA TY UD KK CE CU ALT KDA KYA PRI STA KHA AMU ARK AST BEL BRY VLA VGG VLG VOR IVA IRK KGD KLU " +
        "KAM KEM KIR KOS KGN KRS LEN LIP MAG MOS MUR NIZ NGR NVS OMS ORE ORL PNZ PER PSK ROS RYA SAM SAR SAK SVE SMO TAM TVE TOM TUL TYU ULY CHE ZAB " +
        "YAR MOW SPE YEV NEN KHM CHU YAN ZP CR SEV DON LUG KHE";

    private const string Oktmos =
        "79 80 81 84 82 26 83 85 91 86 87 88 89 98 90 92 93 94 95 96 97 01 03 04 05 07 08 10 11 12 14 15 17 18 19 20 24 25 27 29 30 32 33 34 37 38 41 42 " +
        "44 46 47 22 49 50 52 53 54 56 57 58 60 61 36 63 64 65 66 68 28 69 70 71 73 75 76 78 45 40 99 118 718 77 719 23 35 67 21 43 74";

    private static readonly Row[] Rows = [.. Table.Split('\n').Select(Read)];

    private static readonly RegionSet Known = Union(Rows);

    /// <summary>All of a kind: области, края, республики, автономные округа.</summary>
    private static readonly FrozenDictionary<char, RegionSet> ByKind = Rows.GroupBy(row => row.Kind).ToFrozenDictionary(kind => kind.Key, Union);

    private static readonly FrozenDictionary<string, RegionSet> ByStem = Stems();

    private static readonly FrozenDictionary<string, int> ByIso = Pair(Isos);

    private static readonly FrozenDictionary<string, int> ByOktmo = Pair(Oktmos);

    private static readonly FrozenSet<string> Cities = Rows.Where(row => row.Kind == 'г').SelectMany(row => row.Words.Skip(1)).Select(Vocabulary.StemOf).ToFrozenSet();

    /// <summary>Regions that a word may mean; none for most. Short ones count only as they are: «Коми», not «ком.».</summary>
    public static RegionSet Of(string stem, string text) =>
        (stem.Length > 3 && !Peoples.AreMeant(text)) || ShortWords.Contains(text) ? ByStem.GetValueOrDefault(stem) : RegionSet.None;

    private static readonly FrozenSet<string> ShortWords = Rows.SelectMany(row => row.Words).Where(word => word.Length < 6)
        .SelectMany(word => new[] { word, word[..^1] + "ы", word[..^1] + "у", word[..^1] + "е" }).ToFrozenSet(StringComparer.Ordinal);

    /// <summary>The region's word that somebody misspelt; null if it is none. Only long ones: «курская» and «кумская» are two.</summary>
    public static string? Misspelt(string stem)
    {
        const int Long = 7;
        if (stem.Length < Long)
        {
            return null;
        }

        foreach (var known in LongStems)
        {
            if (known[0] == stem[0] && known[^1] == stem[^1] && Misspelling.Distance(known, stem) == 1)
            {
                return known;
            }
        }

        return null;
    }

    private static readonly string[] LongStems = [.. ByStem.Keys.Where(stem => stem.Length >= 7).Order(StringComparer.Ordinal)];

    /// <summary>«Зауралье», «Поволжье», «Заречья»: a country that lies behind, along or before something.</summary>
    public static bool IsLandscape(string text)
    {
        const int Shortest = 7;
        return text.Length >= Shortest && (text.AsSpan()[^2..] is "ье" or "ья" or "ью" || text.EndsWith("ьем", StringComparison.Ordinal))
            && Array.Exists(Landscapes, beginning => text.StartsWith(beginning, StringComparison.Ordinal)) && !text.StartsWith("подворь", StringComparison.Ordinal);
    }

    private static readonly string[] Landscapes = ["за", "при", "по", "под", "верхне", "нижне", "средне", "нечерно", "черно", "бело", "пред", "меж", "меще", "об"];

    /// <summary>Whether a stem names a city that is a region by itself.</summary>
    public static bool IsCity(string stem) => Cities.Contains(stem);

    /// <summary>Those of the regions whose name has the kind: «алтайский» with «край» is one, with «республика» another.</summary>
    public static RegionSet OfKind(RegionSet regions, string kindStem)
    {
        var kind = kindStem switch { "област" or "обл" => 'о', "кра" or "кр" => 'к', "республик" or "респ" => 'р', "округ" => 'а', _ => ' ' };
        return ByKind.TryGetValue(kind, out var fitting) && regions.Meets(fitting) ? regions & fitting : regions;
    }

    /// <summary>Whether all of the regions are autonomous districts: «Ненецкий АО».</summary>
    public static bool AreDistricts(RegionSet regions) =>
        regions.Any && regions.IsWithin(ByKind['а']);

    /// <summary>Whether all of the regions are called after a people: their adjective may as well mean that.</summary>
    public static bool AreOfPeoples(RegionSet regions) => regions.IsWithin(ByKind['р'] | ByKind['а'] | RegionSet.Of(79));

    /// <summary>The region of a ФНС code, an ISO code or an ОКТМО code; 0 for anything else.</summary>
    public static RegionSet OfCode(string key)
    {
        if (key.StartsWith("RU-", StringComparison.OrdinalIgnoreCase))
        {
            return ByIso.TryGetValue(key[3..].ToUpperInvariant(), out var iso) ? RegionSet.Of(iso) : RegionSet.None;
        }

        if (key.Length == 0 || !key.All(char.IsAsciiDigit))
        {
            return RegionSet.None;
        }

        return key.Length switch
        {
            1 or 2 => OfNumber(int.Parse(key, CultureInfo.InvariantCulture)),
            7 or 8 or 10 or 11 => OfOktmo(key.Length is 7 or 10 ? "0" + key : key),
            _ => RegionSet.None,
        };
    }

    /// <summary>The region of a slug such as <c>omskaya-oblast</c>; 0 if it is none's.</summary>
    public static RegionSet OfSlug(string slug)
    {
        var parts = slug.Split('-');
        var found = RegionSet.None;
        foreach (var part in parts.Where(part => !SlugKinds.ContainsKey(part)))
        {
            foreach (var (stem, regions) in BySlugStem)
            {
                found |= part.Length - stem.Length is >= 0 and <= 4 && part.StartsWith(stem, StringComparison.Ordinal) ? regions : RegionSet.None;
            }
        }

        var kind = Array.Find(parts, SlugKinds.ContainsKey);
        return kind is null ? found.Count == 1 ? found : RegionSet.None : OfKind(found, SlugKinds[kind]);
    }

    /// <summary>«РД», «ЧАО»: the first letters of one of the regions with those of its kind.</summary>
    public static bool AreLetters(string text, RegionSet regions)
    {
        const int Longest = 4;
        return regions.Any && text.Length is > 1 and <= Longest && Array.Exists(Rows, row => regions.Contains(row.Code) && Array.Exists(row.Words, word => row.Kind switch
        {
            'р' => text == "р" + word[..1] || text == word[..1] + "р",
            'а' => text == word[..1] + "ао",
            _ => text == word[..1] + row.Kind || (text.Length == 3 && text[0] == word[0] && text[^1] == row.Kind && word.Contains(text[1], StringComparison.Ordinal)),
        }));
    }

    private static readonly FrozenDictionary<string, string> SlugKinds = new Dictionary<string, string>
    {
        ["oblast"] = "област", ["kraj"] = "кра", ["respublika"] = "республик", ["okrug"] = "округ",
    }.ToFrozenDictionary(StringComparer.Ordinal);

    private static readonly (string Stem, RegionSet Regions)[] BySlugStem =
        [.. ByStem.Where(pair => pair.Key.Length > 2).Select(pair => (Slug.From(pair.Key), pair.Value))];

    /// <summary>The region of two digits at the beginning of an ИНН or inside of an ОГРН, with those that were joined since.</summary>
    public static RegionSet OfNumber(int code) => code switch
    {
        80 => RegionSet.Of(75), 81 => RegionSet.Of(59), 82 => RegionSet.Of(41), 84 or 88 => RegionSet.Of(24), 85 => RegionSet.Of(38), 97 => RegionSet.Of(77), 99 => RegionSet.None,
        > 0 and < 99 when Known.Contains(code) => RegionSet.Of(code),
        _ => RegionSet.None,
    };

    private static RegionSet OfOktmo(string oktmo) =>
        ByOktmo.TryGetValue(oktmo[..3], out var code) || ByOktmo.TryGetValue(oktmo[..2], out code) ? RegionSet.Of(code) : RegionSet.None;

    private static RegionSet Union(IEnumerable<Row> rows) => rows.Aggregate(RegionSet.None, (all, row) => all | RegionSet.Of(row.Code));

    private static Row Read(string line)
    {
        var cells = line.Trim().Split(' ');
        return new Row(int.Parse(cells[0], CultureInfo.InvariantCulture), cells[1][0], cells[2..]);
    }

    /// <summary>Names of two words count by the second one: «ханты-мансийская» stands as two in any text.</summary>
    private static FrozenDictionary<string, RegionSet> Stems()
    {
        var stems = new Dictionary<string, RegionSet>(StringComparer.Ordinal);
        foreach (var row in Rows)
        {
            foreach (var stem in row.Words.Select(word => Vocabulary.StemOf(word[(word.LastIndexOf('-') + 1)..])).Distinct())
            {
                stems[stem] = stems.GetValueOrDefault(stem) | RegionSet.Of(row.Code);
            }
        }

        return stems.ToFrozenDictionary(StringComparer.Ordinal);
    }

    private static FrozenDictionary<string, int> Pair(string list) =>
        list.Split(' ').Select((key, at) => (key, Rows[at].Code)).ToFrozenDictionary(pair => pair.key, pair => pair.Code, StringComparer.Ordinal);

    /// <summary>First words of two-word names: they go with the second, and alone they mean nothing.</summary>
    public static readonly FrozenSet<string> FirstHalves = Rows.SelectMany(row => row.Words).Where(word => word.Contains('-', StringComparison.Ordinal))
        .Select(word => Vocabulary.StemOf(word[..word.IndexOf('-', StringComparison.Ordinal)])).ToFrozenSet(StringComparer.Ordinal);

    private sealed record Row(int Code, char Kind, string[] Words);
}
