using CenterDirectory.Data.Search;

namespace CenterDirectory.Importers.Resolving.Names;

/// <summary>What is known of a word by itself; one object for all places where it stands.</summary>
internal sealed class Word
{
    public required string Text
    {
        get;
        init
        {
            field = value;
            IsAdjective = WordForms.IsAdjective(value);
            (isKindOutside, isKindInside) = (KindWords.IsOne(value, isInside: false), KindWords.IsOne(value, isInside: true));
            IsHeadNoun = KindWords.IsHead(value);
        }
    }

    /// <summary>It has the ending of an adjective.</summary>
    public bool IsAdjective { get; private init; }

    /// <summary>It says that its bearer is a fund, a union …; see <see cref="KindWords.IsHead"/>.</summary>
    public bool IsHeadNoun { get; private init; }

    private readonly bool isKindOutside;
    private readonly bool isKindInside;

    /// <summary>It says what its bearer is; see <see cref="KindWords.IsOne"/>.</summary>
    public bool IsKind(bool isInside) => isInside ? isKindInside : isKindOutside;

    /// <summary>Without its ending: слов, слова, словам are one.</summary>
    public required string Stem { get; init; }

    /// <summary>Consonants of the stem, voiced as voiceless, doubled ones once: what most typing errors leave alone.</summary>
    public required string Skeleton { get; init; }

    public WordRole Role { get; init; }

    public OrganizationForm Form { get; init; }

    public Reach Reach { get; init; }

    /// <summary>Regions that it may mean, as bits.</summary>
    public RegionSet Regions { get; init; }

    /// <summary>The same for words that mean the same: «волонтёр» and «доброволец»; null for most.</summary>
    public string? Sense { get; init; }

    /// <summary>Regions of the large town that it names, as bits; none if it names none.</summary>
    public RegionSet TownRegions { get; init; }

    public bool IsTown => TownRegions.Any;

    /// <summary>What an abbreviation of a form says beside: «РООИ» is one of invalids.</summary>
    public Word[] Meaning { get; init; } = [];

    /// <summary>The words that it stands for all over the country: «ВОИ».</summary>
    public Word[] Expansion { get; init; } = [];

    /// <summary>An abbreviation of a part, as «ППО» of a primary organization.</summary>
    public bool IsPart { get; init; }

    /// <summary>How much it says in a name: little if half of all names have it.</summary>
    public double Weight { get; init; } = 1;

    /// <summary>A number in words: двадцать, первого.</summary>
    public bool IsSpelt { get; init; }

    /// <summary>Written in Latin letters; the rest of what is said here is of the Cyrillic ones in their place.</summary>
    public bool IsLatin { get; init; }

    /// <summary>A rank before the name of a person or saint, which may be left out: святого, академика.</summary>
    public bool IsTitle { get; init; }

    /// <summary>May be a given name or a patronymic.</summary>
    public bool IsGivenName { get; init; }

    /// <summary>A patronymic, which may be left out behind the given name.</summary>
    public bool IsPatronymic { get; init; }

    /// <summary>«Эковахта» is found by «вахта», since others write «экологическая вахта»; of all others the skeleton.</summary>
    public string OwnSkeleton => ownSkeleton ??= WithoutBeginning();

    private string? ownSkeleton;

    private static readonly string[] Beginnings = ["эко", "мед", "юр", "соц", "медиа", "арт", "вело", "мото", "кино", "фото", "спорт", "проф", "агро", "авто", "этно", "зоо"];

    private string WithoutBeginning()
    {
        const int Rest = 3;
        foreach (var beginning in Beginnings)
        {
            if (Text.Length > beginning.Length + Rest && Text.StartsWith(beginning, StringComparison.Ordinal))
            {
                return Vocabulary.SkeletonOf(Vocabulary.StemOf(Text[beginning.Length..]));
            }
        }

        return Skeleton;
    }

    public bool IsNumber => Role == WordRole.Number;

    public override string ToString() => Text;
}

/// <summary>What a word does in a name.</summary>
internal enum WordRole
{
    /// <summary>It names.</summary>
    Plain,

    /// <summary>и, для, имени: nothing.</summary>
    Filler,

    /// <summary>Digits or a Roman number.</summary>
    Number,

    /// <summary>A word of legal forms: фонд, общественная.</summary>
    Form,

    /// <summary>A legal form by its letters: АНО.</summary>
    FormLetters,

    /// <summary>How far it reaches: местная, областная.</summary>
    Reach,

    /// <summary>A part of something larger: филиал, отделение.</summary>
    Part,

    /// <summary>Омская, татарстана.</summary>
    Region,

    /// <summary>область, край, республика.</summary>
    RegionKind,

    /// <summary>A town stands behind it: город, село.</summary>
    Settlement,

    /// <summary>A district stands before it: район, улус.</summary>
    District,

    /// <summary>Российской Федерации, России.</summary>
    Country,
}

/// <summary>Finds words, and remembers them: names are made of few words, so most of them are looked up only.</summary>
internal sealed class Vocabulary
{
    private const int Limit = 40_000;

    private readonly Dictionary<string, Word> known = new(StringComparer.Ordinal);
    private readonly Dictionary<string, Word>.AlternateLookup<ReadOnlySpan<char>> bySpan;

    public Vocabulary() => bySpan = known.GetAlternateLookup<ReadOnlySpan<char>>();

    public Word Of(ReadOnlySpan<char> text)
    {
        if (bySpan.TryGetValue(text, out var word))
        {
            return word;
        }

        if (known.Count >= Limit)
        {
            known.Clear();
        }

        word = NameLexicon.Describe(text.ToString());
        known.Add(text.ToString(), word);
        return word;
    }

    public static string StemOf(string text) => text.Length < 4 ? text : text[..RussianStemmer.LengthOfStem(text)] is { Length: > 1 } stem ? stem : text;

    public static string SkeletonOf(string stem)
    {
        Span<char> skeleton = stackalloc char[stem.Length];
        var length = 0;
        for (var i = 0; i < stem.Length; i++)
        {
            var letter = Voiceless(stem[i]);
            var isDropped = i > 0 && "аеиоуыэюяъьй".Contains(letter, StringComparison.Ordinal);
            if (!isDropped && (length == 0 || skeleton[length - 1] != letter))
            {
                skeleton[length++] = letter;
            }
        }

        return length < 2 ? stem : new string(skeleton[..length]);
    }

    private static char Voiceless(char letter) => letter switch
    {
        'б' => 'п', 'в' => 'ф', 'г' => 'к', 'д' => 'т', 'ж' => 'ш', 'з' => 'с', 'щ' => 'ш', 'о' => 'а', 'е' => 'и', 'э' => 'и', _ => letter,
    };
}
