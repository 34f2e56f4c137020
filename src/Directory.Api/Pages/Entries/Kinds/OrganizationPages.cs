using System.Text.Json.Nodes;
using CenterDirectory.Api.Pages.Entries.LinkedData;
using CenterDirectory.Api.Pages.Words;
using CenterDirectory.Api.Schema;
using CenterDirectory.Data.Entities;
using CenterDirectory.Data.Values;
using Microsoft.EntityFrameworkCore;

namespace CenterDirectory.Api.Pages.Entries.Kinds;

/// <summary>Pages about organizations.</summary>
internal sealed class OrganizationPages() : EntryKind<Organization>(EntryType.Organization)
{
    /// <inheritdoc/>
    protected override IQueryable<Organization> WithReferences(IQueryable<Organization> entries) => entries
        .Include(organization => organization.Territory).Include(organization => organization.Parent);

    /// <inheritdoc/>
    protected override Territory? PlaceOf(Organization entry) => entry.Territory;

    /// <inheritdoc/>
    protected override async Task<JsonObject> DescribeAsync(Organization entry, EntryDraft page, LinkedTerms terms, EntryTrail place)
    {
        var one = page.Reading.Db.Organizations.Where(organization => organization.Id == entry.Id);
        page.Summary = Told(page, entry);
        Mark(entry, page);
        About(entry, page);
        page.Section("contacts", "Как связаться", "How to reach it", Blocks.Facts(
            page.Address(entry.Address, entry.AddressText, entry.Location),
            page.Place("Территория", "Territory", entry.Territory, entry.TerritoryText),
            page.Fact("Контакты", "Contacts", page.Contacts(entry.Contacts)),
            page.Web("Сайт", "Site", entry.Website)));
        page.Section("awards", "Награды", "Awards", Blocks.List(entry.Awards, award => EntryCards.Card(
            Phrase.Of(award.Title), award.Text is { } text ? (Line)text : null, page.Cards.Date(award.Date) is { } date ? (Line)date : null)));
        await WorkAsync(page, one);
        await EventSections.AddAsync(page, one.SelectMany(OrganizationType.Events));
        await NewsSection.AddAsync(page, one.SelectMany(OrganizationType.News));
        var people = await page.Reading.FirstAsync(one.SelectMany(organization => organization.People).Include(role => role.Person).OrderBy(role => role.Id));
        page.Section("people", "Люди", "People", Blocks.List(people.Items, page.Cards.Role), page.More(people.HasMore));
        await MetricsSection.AddAsync(page, one.SelectMany(organization => organization.Metrics));
        return Data(terms, entry);
    }

    private static string Told(EntryDraft page, Organization organization)
    {
        var kind = organization.Kind == OrganizationKind.Unknown ? null : Labels.Of(page.Language, organization.Kind);
        var place = organization.Territory is { } territory ? page.Cards.Name(territory) : organization.TerritoryText;
        return string.Join(", ", new[] { page.Cards.Name(organization), kind, place }.OfType<string>());
    }

    private static void Mark(Organization organization, EntryDraft page)
    {
        if (organization.Kind != OrganizationKind.Unknown)
        {
            page.Mark(organization.Kind);
        }

        if (organization.Status != OrganizationStatus.Unknown)
        {
            page.Mark(organization.Status, organization.Status == OrganizationStatus.Registered ? Tone.Good : Tone.Bad);
        }
    }

    private static void About(Organization organization, EntryDraft page) => page.Section("about", "Об организации", "About the organization", Blocks.Facts(
        page.OtherNames(organization.ShortName, organization.Aliases),
        page.Fact("Правовая форма", "Legal form", organization.LegalForm?.Label),
        page.Fact("ОГРН", "OGRN", organization.Ogrn?.Value),
        // The tax number of a person is nobody else's business.
        page.Fact("ИНН", "INN", organization.Inn is { IsPersonal: false } inn ? inn.Value : null),
        page.Fact("Номера в реестрах", "Numbers in registries", organization.RegistryNumbers.Select(number => (Line)$"{number.Scheme}: {number.Value}")),
        page.Fact("Зарегистрирована", "Registered", organization.RegisteredOn),
        page.Fact("Основной ОКВЭД", "Main activity (OKVED)", organization.Okved),
        page.Words("Области работы", "Areas of work", organization.ActivityAreas),
        page.YesNo("Социально ориентированная НКО", "Socially oriented non-profit", organization.IsSociallyOriented),
        page.YesNo("Исполнитель общественно полезных услуг", "Provider of public benefit services", organization.IsPublicBenefitProvider),
        page.YesNo("Социальное предприятие", "Social enterprise", organization.IsSocialEnterprise),
        page.Fact("Входит в", "Belongs to", organization.Parent)));

    /// <summary>What it runs, offers and was given money for.</summary>
    private static async Task WorkAsync(EntryDraft page, IQueryable<Organization> one)
    {
        var reading = page.Reading;
        var centers = await reading.FirstAsync(one.SelectMany(OrganizationType.OperatedCenters).Include(center => center.Territory).OrderBy(center => center.DisplayNameFolded));
        var services = await reading.FirstAsync(one.SelectMany(OrganizationType.Services).OrderBy(service => service.DisplayNameFolded));
        var programs = await reading.FirstAsync(one.SelectMany(organization => organization.Programs).OrderBy(program => program.DisplayNameFolded));
        var projects = await reading.FirstAsync(one.SelectMany(OrganizationType.Projects).OrderByDescending(project => project.PeriodEarliest ?? DateOnly.MinValue).ThenBy(project => project.Id));
        var grants = await reading.FirstAsync(one.SelectMany(OrganizationType.Grants).OrderByDescending(grant => grant.AwardedOnEarliest ?? DateOnly.MinValue).ThenBy(grant => grant.Id));
        page.Section("centers", "Ресурсные центры", "Resource centers", Blocks.List(centers.Items, page.Cards.Center), page.More(centers.HasMore));
        page.Section("services", "Услуги", "Services", Blocks.List(services.Items, page.Cards.Service), page.More(services.HasMore));
        page.Section("programs", "Программы", "Programs", Blocks.List(programs.Items, page.Cards.Program), page.More(programs.HasMore));
        page.Section("projects", "Проекты", "Projects", Blocks.List(projects.Items, page.Cards.Project), page.More(projects.HasMore));
        page.Section("grants", "Гранты", "Grants", Blocks.List(grants.Items, page.Cards.Grant), page.More(grants.HasMore));
    }

    private static JsonObject Data(LinkedTerms terms, Organization organization)
    {
        var node = terms.Subject(organization)
            .With("legalName", organization.Ogrn is null ? null : organization.Name)
            .With("alternateName", organization.Aliases.Prepend(organization.ShortName ?? "").Where(name => name.Length > 0))
            .With("taxID", organization.Inn is { IsPersonal: false } inn ? inn.Value : null)
            .With("identifier", organization.RegistryNumbers.Select(number => (Name: number.Scheme, number.Value))
                .Concat(organization.Ogrn is { } ogrn ? [("ОГРН", ogrn.Value)] : [])
                .Select(number => JsonLd.Of("PropertyValue").With("propertyID", number.Name).With("value", number.Value)))
            .With("foundingDate", LinkedTerms.Date(organization.RegisteredOn))
            .With("parentOrganization", terms.Maybe(organization.Parent))
            .With("knowsAbout", organization.ActivityAreas)
            .With("award", organization.Awards.Select(award => award.Title))
            .With("address", LinkedTerms.Address(organization.Address, organization.AddressText))
            .With("location", LinkedTerms.Point(organization.Location) is { } point
                ? JsonLd.Of("Place").With("geo", point).With("containedInPlace", terms.Area(organization.Territory, organization.TerritoryText))
                : terms.Area(organization.Territory, organization.TerritoryText))
            .With("url", LinkedTerms.Web(organization.Website));
        return LinkedTerms.Contacts(node, organization.Contacts);
    }
}
