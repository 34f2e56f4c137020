using CenterDirectory.Api.Pages.Entries;
using CenterDirectory.Data.Entities;
using CenterDirectory.Data.Values;
using Microsoft.EntityFrameworkCore;

namespace CenterDirectory.Api.Pages.Lists.Kinds;

/// <summary>The list of centers.</summary>
internal sealed class CenterLists() : ListKind<Center>(SearchType.Center)
{
    /// <inheritdoc/>
    public override MenuEntry Place => SiteMenu.Centers;

    /// <inheritdoc/>
    public override LocalizedText Title { get; } = new("Ресурсные центры", "Resource centers");

    /// <inheritdoc/>
    public override LocalizedText Lead { get; } = new(
        "Где поддерживают некоммерческие организации и инициативы: чем, кого и как туда обратиться.",
        "Where non-profits and initiatives get support: what kind, for whom, and how to ask for it.");

    /// <inheritdoc/>
    public override Noun Noun { get; } = new("центр", "центра", "центров", "center", "centers");

    /// <inheritdoc/>
    public override IReadOnlyList<ListChoice<Center>> Choices { get; } =
    [
        ListChoice<Center>.Of<SupportKind>(
            "support", new("Вид поддержки", "Kind of support"), new("Любой", "Any"), (centers, kind) => centers.Where(center => center.SupportKinds.Contains(kind))),
        ListChoice<Center>.Of<Audience>(
            "audience", new("Для кого", "For whom"), new("Для всех", "Anybody"), (centers, audience) => centers.Where(center => center.Audiences.Contains(audience))),
    ];

    /// <inheritdoc/>
    protected override IQueryable<Center> In(IQueryable<Center> entries, long territoryId) =>
        entries.Where(center => center.Territory!.Above.Any(pair => pair.AncestorId == territoryId));

    /// <inheritdoc/>
    protected override IQueryable<Center> WithReferences(IQueryable<Center> entries) => entries.Include(center => center.Territory).Include(entry => entry.VerifiedBy);

    /// <inheritdoc/>
    protected override Card CardOf(EntryCards cards, Center entry) => cards.Center(entry);
}
