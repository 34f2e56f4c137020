using CenterDirectory.Api.Pages.Entries;
using CenterDirectory.Data.Entities;
using CenterDirectory.Data.Values;
using Microsoft.EntityFrameworkCore;

namespace CenterDirectory.Api.Pages.Lists.Kinds;

/// <summary>The list of organizations.</summary>
internal sealed class OrganizationLists() : ListKind<Organization>(SearchType.Organization)
{
    /// <inheritdoc/>
    public override MenuEntry Place => SiteMenu.Organizations;

    /// <inheritdoc/>
    public override LocalizedText Title { get; } = new("Организации", "Organizations");

    /// <inheritdoc/>
    public override LocalizedText Lead { get; } = new(
        "Кто ведёт центры, проводит события, получает поддержку: НКО, органы власти, учреждения. Можно искать и по ОГРН или ИНН.",
        "Who runs centers, holds events, gets support: non-profits, authorities, institutions. ОГРН and ИНН can be looked for too.");

    /// <inheritdoc/>
    public override Noun Noun { get; } = new("организация", "организации", "организаций", "organization", "organizations");

    /// <inheritdoc/>
    public override IReadOnlyList<ListChoice<Organization>> Choices { get; } =
    [
        ListChoice<Organization>.Of<OrganizationKind>(
            "kind", new("Вид", "Kind"), new("Любой", "Any"), (organizations, kind) => organizations.Where(organization => organization.Kind == kind)),
    ];

    /// <inheritdoc/>
    protected override IQueryable<Organization> In(IQueryable<Organization> entries, long territoryId) =>
        entries.Where(organization => organization.Territory!.Above.Any(pair => pair.AncestorId == territoryId));

    /// <inheritdoc/>
    protected override IQueryable<Organization> WithReferences(IQueryable<Organization> entries) => entries.Include(organization => organization.Territory);

    /// <inheritdoc/>
    protected override Card CardOf(EntryCards cards, Organization entry) => cards.Organization(entry);
}
