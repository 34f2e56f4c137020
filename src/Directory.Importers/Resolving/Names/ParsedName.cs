namespace CenterDirectory.Importers.Resolving.Names;

/// <summary>A word that names, with what its place in the name tells of it.</summary>
/// <param name="Word">The word.</param>
/// <param name="IsCut">It may be an abbreviation.</param>
internal readonly record struct CoreWord(Word Word, bool IsCut)
{
    /// <summary>A word of forms inside of the proper name, «Союз пекарей»: elsewhere it may stand as the form itself.</summary>
    public bool IsForm => Word.Role == WordRole.Form;
}

/// <summary>A name in its parts: how it is called, what it is, how far it reaches, where it is.</summary>
internal sealed class ParsedName
{
    /// <summary>How it is called, in the order of the name.</summary>
    public List<CoreWord> Core { get; } = [];

    /// <summary>Words of forms beside the proper name.</summary>
    public List<Word> FormWords { get; } = [];

    /// <summary>Numbers in it, in the order of the name: № 14, 2013, II.</summary>
    public List<string> Numbers { get; } = [];

    /// <summary>Initials of whom it is named after.</summary>
    public List<char> Initials { get; } = [];

    public OrganizationForm Forms { get; set; }

    public Reach Reach { get; set; }

    /// <summary>A branch, a section, a primary organization: a part of something larger.</summary>
    public bool IsPart { get; set; }

    /// <summary>Regions that the name speaks of, as bits.</summary>
    public UInt128 Regions { get; set; }

    /// <summary>It speaks of a region as a whole, «Омской области», not only of where it comes from, «омская».</summary>
    public bool IsOfRegion { get; set; }

    /// <summary>Town or village that the name speaks of.</summary>
    public string? Settlement { get; set; }

    /// <summary>District that the name speaks of.</summary>
    public string? District { get; set; }

    public bool IsEmpty => Core.Count == 0 && Numbers.Count == 0;

    /// <summary>How much the name tells by itself.</summary>
    public double Weight => Core.Sum(word => word.Word.Weight) + 0.5 * Numbers.Count;
}
