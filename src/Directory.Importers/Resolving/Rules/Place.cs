using System.Globalization;
using CenterDirectory.Importers.Resolving.Names;

namespace CenterDirectory.Importers.Resolving.Rules;

/// <summary>Where something is, as far as its record tells.</summary>
internal sealed class Place
{
    /// <summary>Regions as bits; none if unknown, several if not plain.</summary>
    public RegionSet Regions { get; private set; }

    /// <summary>Regions that have a town of that name, as bits.</summary>
    public RegionSet TownRegions { get; private set; }

    /// <summary>Region where the number was given: they may have moved since.</summary>
    public RegionSet NumberRegions { get; set; }

    public string? Settlement { get; private set; }

    public string? District { get; private set; }

    /// <summary>First five digits of the ОКТМО of a municipality.</summary>
    public string? Municipality { get; private set; }

    /// <summary>A territory under a slug that is no region's: another one may lie above or below it.</summary>
    public string? Slug { get; private set; }

    private static readonly string[] Countries = ["rossiya", "rossijskaya-federaciya", "russia", "rf", "ru"];

    /// <summary>The territory as a record states it: code, ISO, ОКТМО, slug or name.</summary>
    public void AddKey(string key, NameParser parser)
    {
        var regions = RegionWords.OfCode(key);
        if (regions.Any)
        {
            Regions |= regions;
            Municipality = key.Length >= 8 && char.IsAsciiDigit(key[0]) && key.AsSpan(2, 3) is not "000" ? key[..5] : null;
        }
        else if (key.Trim() is "МО" or "ЛО")
        {
            // As a territory, and nothing else: the regions around the two capitals.
            Regions |= RegionWords.OfNumber(key.Trim() == "МО" ? 50 : 47);
        }
        else if (key.All(char.IsAscii))
        {
            Slug = key.ToLower(CultureInfo.InvariantCulture);
            Regions |= RegionWords.OfSlug(Slug);
            Slug = Regions.Any || Countries.Contains(Slug) ? null : Slug;
        }
        else
        {
            AddText(key, parser, mayBeBare: true);
        }
    }

    /// <summary>An address or the words for a place; without a mark such as «г.» it may be the town itself.</summary>
    public void AddText(string text, NameParser parser, bool mayBeBare)
    {
        var parsed = parser.ParsePlace(text);
        Regions = Regions.IsEmpty ? parsed.Regions : Regions;
        TownRegions = Settlement is null ? parsed.TownRegions : TownRegions;
        Settlement ??= parsed.Settlement ?? (mayBeBare && parsed.Regions.IsEmpty && parsed.District is null ? BareOf(text) : null);
        District ??= parsed.District;
    }

    /// <summary>«Радужный», «Нижний Новгород», but not «Министерство юстиции».</summary>
    private static string? BareOf(string text)
    {
        var words = text.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        return words.Length is 1 or 2 && Array.TrueForAll(words, word => char.IsUpper(word[0]) && word.All(letter => char.IsLetter(letter) || letter == '-'))
            ? string.Join(' ', words.Select(word => Vocabulary.StemOf(word.ToLowerInvariant().Replace('ё', 'е').Split('-')[0])))
            : null;
    }
}
