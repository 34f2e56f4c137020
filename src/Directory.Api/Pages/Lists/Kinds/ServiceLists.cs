using CenterDirectory.Api.Pages.Entries;
using CenterDirectory.Data.Entities;
using CenterDirectory.Data.Values;
using Microsoft.EntityFrameworkCore;

namespace CenterDirectory.Api.Pages.Lists.Kinds;

/// <summary>The list of services.</summary>
internal sealed class ServiceLists() : ListKind<Service>(SearchType.Service)
{
    /// <inheritdoc/>
    public override MenuEntry Place => SiteMenu.Services;

    /// <inheritdoc/>
    public override LocalizedText Title { get; } = new("Услуги для НКО", "Services for non-profits");

    /// <inheritdoc/>
    public override LocalizedText Lead { get; } = new(
        "Чем помогают центры: консультации, обучение, помещения, деньги – для кого и на каких условиях.",
        "What centers help with: advice, training, premises, money – for whom and on what terms.");

    /// <inheritdoc/>
    public override Noun Noun { get; } = new("услуга", "услуги", "услуг", "service", "services");

    /// <inheritdoc/>
    public override IReadOnlyList<ListChoice<Service>> Choices { get; } =
    [
        ListChoice<Service>.Of<SupportKind>(
            "support", new("Вид поддержки", "Kind of support"), new("Любой", "Any"), (services, kind) => services.Where(service => service.SupportKinds.Contains(kind))),
        ListChoice<Service>.Of<Audience>(
            "audience", new("Для кого", "For whom"), new("Для всех", "Anybody"), (services, audience) => services.Where(service => service.Audiences.Contains(audience))),
        ListChoice<Service>.Of<Fee>(
            "fee", new("Плата", "Fee"), new("Любая", "Any"), (services, fee) => services.Where(service => service.Fee == fee)),
    ];

    /// <inheritdoc/>
    protected override IQueryable<Service> In(IQueryable<Service> entries, long territoryId) =>
        entries.Where(service => service.Territory!.Above.Any(pair => pair.AncestorId == territoryId));

    /// <inheritdoc/>
    protected override IQueryable<Service> WithReferences(IQueryable<Service> entries) => entries.Include(service => service.Center).Include(entry => entry.VerifiedBy);

    /// <inheritdoc/>
    protected override Card CardOf(EntryCards cards, Service entry)
    {
        var card = cards.Service(entry);
        return entry.Center is { } center ? card with { Notes = [.. card.Notes, cards.Link(center)] } : card;
    }
}
