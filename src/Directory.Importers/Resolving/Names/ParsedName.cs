namespace CenterDirectory.Importers.Resolving.Names;

/// <summary>A word that names, with what its place in the name tells of it.</summary>
/// <param name="Word">The word.</param>
/// <param name="IsCut">It may be an abbreviation.</param>
/// <param name="IsOrigin">An adjective before what it is: «Ржевская общественная организация» is one of Ржев, or of its district.</param>
/// <param name="IsQuoted">It stands in quotes: a part of the brand rather than of what it does.</param>
/// <param name="IsBracketed">It stands in brackets behind the name, and may as well be left out.</param>
/// <param name="IsJoined">A hyphen ties it to the word before.</param>
/// <param name="IsPrefix">A hyphen ties the next word to it: «эко-» may stand for «экологический».</param>
/// <param name="IsInside">It stands in the innermost quotes, be it what it does: «Центр …».</param>
/// <param name="IsBrand">It stands in the innermost quotes: how it is called rather than what it does.</param>
/// <param name="IsProper">A capital behind other words: as often as not a place, «Союз пекарей Тары».</param>
/// <param name="IsUpper">All of it is in capitals.</param>
internal readonly record struct CoreWord(
    Word Word, bool IsCut, bool IsOrigin = false, bool IsQuoted = false, bool IsBracketed = false, bool IsJoined = false, bool IsBrand = false, bool IsInside = false, bool IsPrefix = false, bool IsProper = false, bool IsUpper = false)
{
    /// <summary>A word of forms inside of the proper name, «Союз пекарей»: elsewhere it may stand as the form itself.</summary>
    public bool IsForm => Word.Role == WordRole.Form;
}

/// <summary>A name in its parts: how it is called, what it is, how far it reaches, where it is.</summary>
/// <param name="words">How many words it has.</param>
internal sealed class ParsedName(int words = 0)
{
    /// <summary>How it is called, in the order of the name.</summary>
    public List<CoreWord> Core { get; } = new(words);

    /// <summary>The name as stated.</summary>
    public string Text { get; set; } = "";

    /// <summary>What it is, read when somebody asks: most names are never compared.</summary>
    public NameHead HeadNouns => headNouns ??= NameHead.Of(Text);

    private NameHead? headNouns;

    /// <summary>Words of forms beside the proper name.</summary>
    public List<Word> FormWords { get; } = [];

    /// <summary>All words of forms, those of the proper name too: quotes get lost.</summary>
    public bool HasForm(string stem) => FormWords.Exists(word => word.Stem == stem) || Core.Exists(core => core.IsForm && core.Word.Stem == stem);

    /// <summary>Forms, those of the proper name too.</summary>
    public OrganizationForm AllForms => Core.Aggregate(Forms, (all, core) => core.IsForm ? all | core.Word.Form : all);

    /// <summary>Numbers in it, in the order of the name: № 14, 2013, II.</summary>
    public List<string> Numbers { get; } = [];

    /// <summary>Initials of whom it is named after.</summary>
    public List<char> Initials { get; } = [];

    public OrganizationForm Forms { get; set; }

    /// <summary>What it is, by the first word that tells: a fund of a union is a fund.</summary>
    public OrganizationForm Head { get; set; }

    /// <summary>The word that says what it is, by its stem; null if letters say it, or nothing does.</summary>
    public string? HeadWord { get; set; }

    /// <summary>Nouns in the nominative that say what it is: «центр», «клуб». Two that say different things are two.</summary>
    public List<string> Kinds { get; } = [];

    /// <summary>All its words but fillers in lower case: equal for names that are the same to the letter.</summary>
    public string Whole { get; set; } = "";

    /// <summary>Words of forms in the nominative: in the genitive, «Фонд Общества охотников», they speak of somebody else.</summary>
    public List<string> Heads { get; } = [];

    /// <summary>Whether a part of it stands in quotes.</summary>
    public bool HasBrand => Core.Exists(core => core.IsBrand);

    /// <summary>It is something that somebody does: «Акция «Мы вместе»».</summary>
    public bool IsEvent { get; set; }

    /// <summary>The diocese that it is of, by the stem of its adjective.</summary>
    public string? Diocese { get; set; }

    /// <summary>A part by letters that may as well mean a whole: «Карельская РО ВОС» is the republic's organization.</summary>
    public bool IsMaybePart { get; set; }

    /// <summary>Letters of its form, «крмоо»: words that begin with one of them may be meant.</summary>
    public string FormLetters { get; set; } = "";

    /// <summary>First letters of the words before the proper name, «чроф»: others write just these.</summary>
    public string Letters { get; set; } = "";

    /// <summary>First letters of all its words, «мцсз».</summary>
    public string Acronym { get; set; } = "";

    /// <summary>First letters of the words in its innermost quotes, or of all that it is called by if there are none: «агр» for «Агентство городского развития». Nothing if they are few or many.</summary>
    public string CoreAcronym => coreAcronym ??= AcronymOfCore();

    private string? coreAcronym;

    /// <summary>The word that it is called by, if that is one and nothing but its place stands beside it.</summary>
    public Word? OnlyWord
    {
        get
        {
            Word? only = null;
            foreach (var core in Core)
            {
                if (!core.Word.IsTown && core.Word.Regions.IsEmpty)
                {
                    if (only is not null)
                    {
                        return null;
                    }

                    only = core.Word;
                }
            }

            return Numbers.Count == 0 ? only : null;
        }
    }

    private string AcronymOfCore()
    {
        const int Longest = 6;
        Span<char> letters = stackalloc char[Longest];
        var (count, isQuoted) = (0, Core.Exists(core => core.IsInside));
        foreach (var core in Core)
        {
            if ((isQuoted && !core.IsInside) || core.IsBracketed || core.Word.IsTown || core.Word.Regions.Any)
            {
                continue;
            }

            if (count == Longest)
            {
                return "";
            }

            letters[count++] = core.Word.Text[0];
        }

        return count > 2 && Numbers.Count == 0 ? new string(letters[..count]) : "";
    }

    public Reach Reach { get; set; }

    /// <summary>A branch, a section, a primary organization: a part of something larger.</summary>
    public bool IsPart { get; set; }

    /// <summary>Of a part: nothing but «отделение» says so; of other parts false, of a whole null.</summary>
    public bool? IsSection { get; set; }

    /// <summary>«… на базе администрации»: a part by where it is run.</summary>
    public bool IsBased { get; set; }

    /// <summary>It was called so once.</summary>
    public bool IsFormer { get; set; }

    /// <summary>
    /// What an organization of the whole country is in a place: «городская организация ВОГ» and «городское отделение Всероссийского общества глухих» are
    /// one.
    /// </summary>
    public bool IsChapter =>
        IsSection != false && ((Reach & (Reach.Local | Reach.Region)) != 0 || Settlement is not null || District is not null || IsOfRegion)
        && ((Reach & Reach.Country) != 0 || Core.Exists(core => core.Word.Reach == Reach.Country || core.Word.Role == WordRole.Country || core.Word.Stem == "российск"));

    /// <summary>Regions that the name speaks of, as bits.</summary>
    public RegionSet Regions { get; set; }

    /// <summary>It speaks of a region as a whole, «Омской области», not only of where it comes from, «омская».</summary>
    public bool IsOfRegion { get; set; }

    /// <summary>It is that of its region, neither of a town nor of a district.</summary>
    public bool IsOfOneRegion => (IsOfRegion || (Reach & Reach.Region) != 0) && Settlement is null && District is null;

    /// <summary>A noun in its quotes says the region, «Союз женщин Калмыкии»: a part of the name, but it tells.</summary>
    public bool SaysRegion { get; set; }

    /// <summary>Town or village that the name speaks of.</summary>
    public string? Settlement { get; set; }

    /// <summary>Regions of that town, as bits, if it is a large one.</summary>
    public RegionSet TownRegions { get; set; }

    /// <summary>The town stands there without a mark such as «г.»: where it is rather than how far it reaches.</summary>
    public bool IsTownBare { get; set; }

    /// <summary>Whether that is a town: «г.», «городская».</summary>
    public bool IsOfTown { get; set; }

    /// <summary>District that the name speaks of.</summary>
    public string? District { get; set; }

    /// <summary>The same without what it says of a place, to be read anew.</summary>
    public ParsedName AsPlace()
    {
        (Regions, TownRegions, Settlement, District) = (RegionSet.None, RegionSet.None, null, null);
        (IsOfRegion, SaysRegion, IsTownBare, IsOfTown) = (false, false, false, false);
        return this;
    }

    public bool IsEmpty => Core.Count == 0 && Numbers.Count == 0;

    /// <summary>How much the name tells by itself.</summary>
    public double Weight => Core.Sum(word => word.Word.Weight) + 0.5 * Numbers.Count;
}
