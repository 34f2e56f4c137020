using System.Text.Json.Nodes;
using CenterDirectory.Api.Pages.Entries.LinkedData;
using CenterDirectory.Api.Pages.Words;
using CenterDirectory.Data.Entities;
using CenterDirectory.Data.Values;
using Microsoft.EntityFrameworkCore;

namespace CenterDirectory.Api.Pages.Entries.Kinds;

/// <summary>Pages about services.</summary>
internal sealed class ServicePages() : EntryKind<Service>(EntryType.Service)
{
    /// <inheritdoc/>
    protected override IQueryable<Service> WithReferences(IQueryable<Service> entries) => entries
        .Include(service => service.Territory).Include(service => service.Provider)
        .Include(service => service.Center).ThenInclude(center => center!.Territory)
        .Include(service => service.Center).ThenInclude(center => center!.Operator);

    /// <inheritdoc/>
    protected override Territory? PlaceOf(Service entry) => entry.Territory ?? entry.Center?.Territory;

    /// <inheritdoc/>
    protected override async Task<JsonObject> DescribeAsync(Service entry, EntryDraft page, LinkedTerms terms, EntryTrail place)
    {
        page.Summary = page.Text(entry.Description, entry.DescriptionEn) ?? Told(page, entry);
        Mark(entry, page);
        page.Section("about", "Об услуге", "About the service",
            page.Prose(entry.Description, entry.DescriptionEn),
            Blocks.Facts(
                page.Fact("Вид поддержки", "Kind of support", entry.SupportKinds),
                page.Fact("Для кого", "For whom", entry.Audiences),
                page.Words("Области", "Areas", entry.ActivityAreas),
                page.Fact("Оплата", "Fee", entry.Fee),
                page.Fact("Цена", "Price", entry.Price?.Format(page.Language.Locale)),
                page.Fact("Как получить", "How it reaches you", entry.DeliveryModes),
                page.Fact("Кто может обратиться", "Who may ask for it", entry.Eligibility),
                page.Fact("Результат", "What one gets", entry.Result),
                page.Fact("Сколько длится", "How long it takes", entry.Duration)),
            page.Heading("Какие документы нужны", "Documents to bring", Blocks.Points(entry.RequiredDocuments)),
            Blocks.Points(entry.RequiredDocuments));
        await StandardsSection.AddAsync(page, page.Reading.Db.StandardDeclarations.Where(declaration => declaration.ServiceId == entry.Id), isOfService: true);
        Reach(entry, page);
        await OthersAsync(entry, page);
        return Data(terms, entry);
    }

    private static string Told(EntryDraft page, Service service)
    {
        var provider = (DirectoryEntry?)service.Center ?? service.Provider;
        var name = page.Cards.Name(service);
        return provider is null ? $"{name}. {Labels.List(page.Language, service.SupportKinds)}" : $"{name} – {page.Cards.Name(provider)}";
    }

    private static void Mark(Service service, EntryDraft page)
    {
        if (service.Status != ServiceStatus.Unknown)
        {
            page.Mark(service.Status, service.Status switch
            {
                ServiceStatus.Active => Tone.Good,
                ServiceStatus.Suspended or ServiceStatus.Closed => Tone.Bad,
                ServiceStatus.Planned => Tone.Plain,
                _ => throw new ArgumentOutOfRangeException(nameof(service), service.Status, "A status without a tone."),
            });
        }
    }

    /// <summary>Its own contacts, else those of the center.</summary>
    private static void Reach(Service service, EntryDraft page)
    {
        var center = service.Center;
        page.Section("contacts", "Как обратиться", "How to ask for it", Blocks.Facts(
            page.Fact("Порядок", "How to apply", service.HowToApply),
            page.Fact("Оказывает", "Offered by", center),
            page.Fact("Исполнитель", "Provided by", service.Provider),
            page.Fact("Контакты", "Contacts", page.Contacts(service.Contacts.Count > 0 ? service.Contacts : center?.Contacts ?? [])),
            page.Address(center?.Address, center?.AddressText, center?.Location),
            page.Place("Территория", "Territory", service.Territory ?? center?.Territory, service.Territory is null ? center?.TerritoryText : null),
            page.Fact("Часы работы", "Opening hours", (center?.OpeningHours ?? []).Select(row => (Line)HoursWords.Of(page.Language, row))),
            page.Web("Страница услуги", "Page of the service", service.Url)));
    }

    private static async Task OthersAsync(Service service, EntryDraft page)
    {
        if (service.CenterId is null)
        {
            return;
        }

        var others = await page.Reading.FirstAsync(page.Reading.Db.Services
            .Where(other => other.CenterId == service.CenterId && other.Id != service.Id)
            .OrderBy(other => other.DisplayNameFolded).ThenBy(other => other.Id));
        page.Section("others", "Другие услуги центра", "Other services of the center", Blocks.List(others.Items, page.Cards.Service), page.More(others.HasMore, page.Cards.Link(service.Center!)));
    }

    private static JsonObject Data(LinkedTerms terms, Service service) => terms.Subject(service)
        .With("description", terms.Text(service.Description, service.DescriptionEn))
        .With("serviceType", service.SupportKinds.Select(kind => Labels.Of(kind).En))
        .With("provider", terms.Maybe((DirectoryEntry?)service.Center ?? service.Provider))
        .With("areaServed", terms.Maybe(service.Territory ?? service.Center?.Territory))
        .With("audience", service.Audiences.Select(audience => JsonLd.Of("Audience").With("audienceType", Labels.Of(audience).En)))
        .With("serviceOutput", service.Result is { } result ? JsonLd.Of("Thing").With("name", result) : null)
        .With("offers", Offer(service))
        .With("url", LinkedTerms.Web(service.Url));

    private static JsonObject? Offer(Service service) => (service.Price, service.Fee) switch
    {
        ({ } price, _) => JsonLd.Of("Offer").With("price", price.AmountMinor / 100m).With("priceCurrency", price.Currency),
        (null, Fee.Free) => JsonLd.Of("Offer").With("price", 0).With("priceCurrency", "RUB"),
        _ => null,
    };
}
