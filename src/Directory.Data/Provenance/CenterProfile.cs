using CenterDirectory.Data.Entities;
using CenterDirectory.Data.Values;

namespace CenterDirectory.Data.Provenance;

/// <summary>What is expected of a card of a center, see docs/quality.md.</summary>
internal static class CenterProfile
{
    private static readonly ExpectedField[] Always =
    [
        new(nameof(Center.Name)), new(nameof(Center.Level)), new(nameof(Center.Status)), new(nameof(Center.Description)),
        new(nameof(Center.SupportKinds)), new(nameof(Center.Audiences)), new(nameof(Center.Territory)),
        new(nameof(Center.Operator), nameof(Center.HostUnit)),
    ];

    private static readonly ExpectedField[] OfPlanned = [.. Always, new(nameof(Center.StartsOn))];

    /// <summary>Who works can be found and reached.</summary>
    private static readonly ExpectedField[] OfActive =
    [
        .. OfPlanned, new(nameof(Center.AddressText), nameof(Center.Address)), new(nameof(Center.Contacts)), new(nameof(Center.Website)),
        new(nameof(Center.OpeningHours)),
    ];

    /// <summary>The fields expected of a center in a state.</summary>
    public static IReadOnlyList<ExpectedField> Of(CenterStatus status) => status switch
    {
        CenterStatus.Active => OfActive,
        CenterStatus.Planned => OfPlanned,
        _ => Always,
    };

    /// <summary>Every field that is expected of some center.</summary>
    public static IReadOnlyList<ExpectedField> All => OfActive;
}

/// <summary>A field that is expected, and another that serves as well.</summary>
internal sealed record ExpectedField(string Property, string? Or = null)
{
    /// <summary>The property, and the other one if there is one.</summary>
    public IEnumerable<string> Properties => Or is null ? [Property] : [Property, Or];
}
