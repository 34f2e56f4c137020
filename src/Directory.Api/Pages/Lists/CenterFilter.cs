using System.Globalization;
using CenterDirectory.Data;
using CenterDirectory.Data.Entities;
using CenterDirectory.Data.Values;
using CenterDirectory.GraphQL.Types;

namespace CenterDirectory.Api.Pages.Lists;

/// <summary>Which centers a reader wants to see: what the form of the list says.</summary>
/// <param name="Territory">ФНС code, ISO code, ОКТМО or slug; null for everywhere.</param>
/// <param name="Support">Kind of support; null for any.</param>
/// <param name="Words">Words of names and places; null for all.</param>
/// <param name="Page">Which page of the list, from 1.</param>
/// <param name="IsKnown">Whether all of it could be understood.</param>
internal sealed record CenterFilter(string? Territory, SupportKind? Support, string? Words, int Page, bool IsKnown)
{
    /// <summary>Names of the parameters.</summary>
    public const string TerritoryParameter = "territory", SupportParameter = "support", WordsParameter = "q", PageParameter = "page";

    private const int MostWords = 8;
    private const int MostLetters = 200;
    private const int MostPages = 10_000;

    /// <summary>What an address says.</summary>
    public static CenterFilter Of(IQueryCollection query)
    {
        var support = Text(query, SupportParameter);
        SupportKind? kind = Enum.GetValues<SupportKind>().Cast<SupportKind?>()
            .FirstOrDefault(value => string.Equals(Naming.EnumValue(value.ToString()!), support, StringComparison.OrdinalIgnoreCase));
        var page = Text(query, PageParameter);
        var number = int.TryParse(page, NumberStyles.None, CultureInfo.InvariantCulture, out var stated) && stated is > 0 and <= MostPages ? stated : 1;
        return new CenterFilter(Text(query, TerritoryParameter), kind, Text(query, WordsParameter), number, IsKnown: support is null || kind is not null);
    }

    /// <summary>The centers that fit.</summary>
    public IQueryable<Center> Apply(IQueryable<Center> centers, long? territoryId)
    {
        if (territoryId is { } id)
        {
            centers = centers.Where(center => center.Territory!.Above.Any(pair => pair.AncestorId == id));
        }

        if (Support is { } kind)
        {
            centers = centers.Where(center => center.SupportKinds.Contains(kind));
        }

        foreach (var word in (SearchText.Fold(Words) ?? "").Split(' ', StringSplitOptions.RemoveEmptyEntries).Take(MostWords))
        {
            centers = centers.Where(center => center.DisplayNameFolded.Contains(word)
                || SearchText.Fold(center.ShortName)!.Contains(word) || SearchText.Fold(center.TerritoryText)!.Contains(word));
        }

        return centers;
    }

    /// <summary>The address of a page of this list, without a language.</summary>
    public string Address(int page)
    {
        (string Name, string? Value)[] parameters =
        [
            (TerritoryParameter, Territory), (SupportParameter, Support is { } kind ? ValueOf(kind) : null), (WordsParameter, Words),
            (PageParameter, page > 1 ? page.ToString(CultureInfo.InvariantCulture) : null),
        ];
        var query = string.Join('&', parameters.Where(parameter => parameter.Value is not null).Select(parameter => $"{parameter.Name}={Uri.EscapeDataString(parameter.Value!)}"));
        return query.Length == 0 ? SiteMenu.Centers.Path : $"{SiteMenu.Centers.Path}?{query}";
    }

    /// <summary>How addresses write a kind of support.</summary>
    public static string ValueOf(SupportKind kind) => Naming.EnumValue(kind.ToString());

    private static string? Text(IQueryCollection query, string name) =>
        query[name].ToString().Trim() is { Length: > 0 and <= MostLetters } text ? text : null;
}
