using System.Text.Json.Nodes;
using CenterDirectory.Api.Feeds;
using CenterDirectory.Api.Pages.Entries.LinkedData;
using CenterDirectory.Api.Pages.Words;
using CenterDirectory.Data;
using CenterDirectory.Data.Entities;
using CenterDirectory.Data.Values;
using Microsoft.EntityFrameworkCore;

namespace CenterDirectory.Api.Pages.Entries.Kinds;

/// <summary>Pages about territories: what is there and below, and what is missing.</summary>
internal sealed class TerritoryPages() : EntryKind<Territory>(EntryType.Territory)
{
    private const int MostChildren = 200;

    /// <inheritdoc/>
    protected override IQueryable<Territory> WithReferences(IQueryable<Territory> entries) => entries;

    /// <inheritdoc/>
    protected override Territory? PlaceOf(Territory entry) => entry;

    /// <inheritdoc/>
    protected override async Task<JsonObject> DescribeAsync(Territory entry, EntryDraft page, LinkedTerms terms, EntryTrail place)
    {
        var reading = page.Reading;
        var below = reading.Db.TerritoryClosures.Where(pair => pair.AncestorId == entry.Id).Select(pair => pair.Descendant);
        page.Mark(entry.Kind);
        page.Feeds = EntryFeeds.Of(page.Language, FeedOwner.Territory, entry.Slug);
        await CoverageAsync(entry, page, below);

        var centers = await reading.FirstAsync(below.SelectMany(territory => territory.Centers).Include(center => center.Territory)
            .OrderBy(center => center.DisplayNameFolded).ThenBy(center => center.Id));
        page.Section("centers", "Ресурсные центры", "Resource centers",
            Blocks.List(centers.Items, page.Cards.Center),
            page.More(centers.HasMore, page.Rest(SiteMenu.Centers)));
        await EventSections.AddAsync(page, below.SelectMany(territory => territory.Events));
        await NewsSection.AddAsync(page, below.SelectMany(territory => territory.News));
        var services = await reading.FirstAsync(reading.Db.Services.Where(service => service.TerritoryId == entry.Id && service.CenterId == null)
            .OrderBy(service => service.DisplayNameFolded).ThenBy(service => service.Id));
        page.Section("services", "Услуги без названного центра", "Services of no named center", Blocks.List(services.Items, page.Cards.Service), page.More(services.HasMore, page.Rest(SiteMenu.Services)));
        var networks = await reading.FirstAsync(reading.Db.NetworkTerritories.Where(link => link.TerritoryId == entry.Id).Select(link => link.Network).OrderBy(network => network.DisplayNameFolded));
        page.Section("networks", "Сети", "Networks", Blocks.List(networks.Items, page.Cards.Plain), page.More(networks.HasMore));
        await MetricsSection.AddAsync(page, reading.Db.Metrics.Where(metric => metric.SubjectTerritoryId == entry.Id));
        var children = await reading.FirstAsync(reading.Db.Territories.Where(territory => territory.ParentId == entry.Id)
            .OrderBy(territory => territory.NameFolded).ThenBy(territory => territory.Id), MostChildren);
        page.Section("children", "Что внутри", "What is in it", Blocks.List(children.Items, page.Cards.Territory), page.More(children.HasMore));
        Codes(entry, page);
        return terms.Subject(entry)
            .With("identifier", new[] { ("ISO 3166-2", entry.Iso), ("ОКТМО", entry.Oktmo?.Value), ("ФНС", entry.Code) }
                .Where(code => code.Item2 is not null)
                .Select(code => JsonLd.Of("PropertyValue").With("propertyID", code.Item1).With("value", code.Item2)))
            .With("containedInPlace", terms.Maybe(place.Nearest));
    }

    /// <summary>Declared, known and active centers; support that no active center there offers.</summary>
    private static async Task CoverageAsync(Territory territory, EntryDraft page, IQueryable<Territory> below)
    {
        var reading = page.Reading;
        var counts = await below.SelectMany(place => place.Centers).GroupBy(_ => 1)
            .Select(all => new { Known = all.Count(), Active = all.Count(center => center.Status == CenterStatus.Active) })
            .SingleOrDefaultAsync(reading.Cancellation);
        var offered = await SupportCounts.OfCentersAsync(reading.Db, territory.Id, reading.Cancellation);
        var missing = Enum.GetValues<SupportKind>().Where(kind => !offered.ContainsKey(kind)).ToList();
        var (known, active) = (counts?.Known ?? 0, counts?.Active ?? 0);
        page.Summary = page.T(
            $"{territory.Name}: ресурсных центров известно {page.Language.Number(known)}, работают {page.Language.Number(active)}.",
            $"{page.Cards.Name(territory)}: {page.Language.Number(known)} resource centers known, {page.Language.Number(active)} working.");
        page.Section("coverage", "Какая поддержка здесь есть", "What support there is", Blocks.Facts(
            page.Quantity("Центров по словам источников", "Centers, as sources state it", territory.DeclaredCenters),
            page.Fact("Центров в справочнике", "Centers in the directory", page.Language.Number(known)),
            page.Fact("Из них работают", "Working ones among them", page.Language.Number(active)),
            page.Fact("Виды поддержки", "Kinds of support", offered.Where(kind => kind.Value > 0).OrderBy(kind => kind.Key)
                .Select(kind => Line.Of(Phrase.Of(Labels.Of(page.Language, kind.Key)), Phrase.Quiet($" – {page.T("центров", "centers")}: {page.Language.Number(kind.Value)}")))),
            page.Fact("Чего нет ни у одного работающего центра", "What no working center offers", missing.Count == 0 ? null : Labels.List(page.Language, missing))));
    }

    private static void Codes(Territory territory, EntryDraft page) => page.Section("codes", "Коды", "Codes", Blocks.Facts(
        page.Fact("Код региона", "Code of the region", territory.Code),
        page.Fact("ISO 3166-2", "ISO 3166-2", territory.Iso),
        page.Fact("ОКТМО", "OKTMO", territory.Oktmo?.Value),
        page.Fact("Часовой пояс", "Time zone", territory.TimeZone)));
}
