using System.Text.Json.Nodes;
using CenterDirectory.Api.Feeds;
using CenterDirectory.Api.Pages.Entries.LinkedData;
using CenterDirectory.Api.Pages.Words;
using CenterDirectory.Api.Requests.Asking;
using CenterDirectory.Api.Schema;
using CenterDirectory.Data.Entities;
using CenterDirectory.Data.Entities.Links;
using CenterDirectory.Data.Values;
using Microsoft.EntityFrameworkCore;

namespace CenterDirectory.Api.Pages.Entries.Kinds;

/// <summary>Pages about centers.</summary>
internal sealed class CenterPages() : EntryKind<Center>(EntryType.Center)
{
    private const int MostServices = 200;

    /// <inheritdoc/>
    protected override IQueryable<Center> WithReferences(IQueryable<Center> entries) => entries
        .Include(center => center.Territory).Include(center => center.Operator).Include(center => center.Parent)
        .Include(center => center.FoundingAct).ThenInclude(act => act!.Issuer);

    /// <inheritdoc/>
    protected override Territory? PlaceOf(Center entry) => entry.Territory;

    /// <inheritdoc/>
    protected override async Task<JsonObject> DescribeAsync(Center entry, EntryDraft page, LinkedTerms terms, EntryTrail place)
    {
        var reading = page.Reading;
        var one = reading.Db.Centers.Where(center => center.Id == entry.Id);
        page.Summary = page.Text(entry.Description, entry.DescriptionEn) ?? Told(page, entry);
        page.Feeds = EntryFeeds.Of(page.Language, FeedOwner.Center, entry.Slug);
        Head(entry, page);

        var services = await reading.FirstAsync(
            reading.Db.Services.Where(service => service.CenterId == entry.Id).OrderBy(service => service.DisplayNameFolded).ThenBy(service => service.Id), MostServices);
        page.Section("services", "Услуги", "Services", Blocks.List(services.Items, page.Cards.Service), page.More(services.HasMore));
        await StandardsSection.AddAsync(page, reading.Db.StandardDeclarations.Where(declaration => declaration.Service.CenterId == entry.Id), isOfService: false);
        Reach(entry, page);
        await EventSections.AddAsync(page, one.SelectMany(CenterType.Events));
        await NewsSection.AddAsync(page, one.SelectMany(CenterType.News));

        var people = await reading.FirstAsync(one.SelectMany(center => center.People).Include(role => role.Person).OrderBy(role => role.Id));
        page.Section("people", "Люди", "People", Blocks.List(people.Items, page.Cards.Role), page.More(people.HasMore));
        var networks = await SurroundingsAsync(page, one);
        await ContextAsync(page, one);
        Founding(entry.FoundingAct, page);
        return CenterData.Of(terms, entry, services.Items, networks);
    }

    private static string Told(EntryDraft page, Center center)
    {
        var support = center.SupportKinds.Count == 0 ? null : $"{page.T("Поддержка", "Support")}: {string.Join(", ", center.SupportKinds.Select(kind => Labels.Inner(page.Language, kind)))}.";
        return string.Join(" ", new[] { page.Cards.Name(center) + ".", support }.OfType<string>());
    }

    private static void Head(Center center, EntryDraft page)
    {
        if (center.Level != CenterLevel.Unknown)
        {
            page.Mark(center.Level);
        }

        if (center.Status != CenterStatus.Unknown)
        {
            page.Mark(center.Status, center.Status switch
            {
                CenterStatus.Active => Tone.Good,
                CenterStatus.Suspended or CenterStatus.Closed => Tone.Bad,
                CenterStatus.Planned => Tone.Plain,
                _ => throw new ArgumentOutOfRangeException(nameof(center), center.Status, "A status without a tone."),
            });
        }

        page.Section("about", "О центре", "About the center",
            page.Prose(center.Description, center.DescriptionEn),
            Blocks.Facts(
                page.OtherNames(center.ShortName, center.Aliases),
                page.Fact("Специализация", "Specializes in", center.Specializations),
                page.Fact("Виды поддержки", "Kinds of support", center.SupportKinds),
                page.Fact("Для кого", "For whom", center.Audiences),
                page.Words("Области работы", "Areas of work", center.ActivityAreas),
                page.Fact("Начало работы", "Works since", center.StartsOn),
                page.Fact("Кто ведёт", "Run by", center.Operator),
                page.Fact("Подразделение", "Unit", center.HostUnit),
                page.Fact("Входит в", "Belongs to", center.Parent),
                page.Quantity("Участников", "Members", center.DeclaredMembers)),
            page.Heading("Цели", "Goals", Blocks.Points(center.Goals)),
            Blocks.Points(center.Goals));
    }

    private static void Reach(Center center, EntryDraft page) => page.Section("contacts", "Как обратиться", "How to reach it", Blocks.Facts(
        page.Address(center.Address, center.AddressText, center.Location),
        page.Place("Территория", "Territory", center.Territory, center.TerritoryText),
        page.Fact("Контакты", "Contacts", page.Contacts(center.Contacts)),
        page.Web("Сайт", "Site", center.Website),
        page.Reading.TakesRequests && center.Status != CenterStatus.Closed
            ? page.Fact("Заявка", "Request", Phrase.To($"{AskPage.Path}?center={center.Slug}", page.T("Попросить о поддержке", "Ask for support")))
            : null,
        page.Fact("Часы работы", "Opening hours", center.OpeningHours.Select(row => (Line)HoursWords.Of(page.Language, row)))));

    /// <summary>Networks, partners, members and what it is a part of.</summary>
    private static async Task<IReadOnlyList<Network>> SurroundingsAsync(EntryDraft page, IQueryable<Center> one)
    {
        var reading = page.Reading;
        var memberships = await reading.FirstAsync(one.SelectMany(item => item.Memberships).Include(member => member.Network).OrderBy(member => member.Id));
        var networks = memberships.Items.DistinctBy(member => member.NetworkId).ToList();
        var partners = await reading.FirstAsync(one.SelectMany(item => item.Partners).Include(partner => partner.Center).Include(partner => partner.Event).OrderBy(partner => partner.Id));
        var members = await reading.FirstAsync(one.SelectMany(item => item.Members).Include(member => member.Organization).OrderBy(member => member.Id));
        var branches = await reading.FirstAsync(one.SelectMany(item => item.Branches).Include(branch => branch.Territory).OrderBy(branch => branch.DisplayNameFolded));
        var areas = await reading.FirstAsync(one.SelectMany(item => item.ServiceAreas).Select(area => area.Territory).OrderBy(territory => territory.NameFolded));

        page.Section("areas", "Где работает", "Where it works", Blocks.List(areas.Items, page.Cards.Territory), page.More(areas.HasMore));
        page.Section("networks", "Сети", "Networks", Blocks.List(networks, member => EntryCards.Card(
            page.Cards.Link(member.Network),
            Line.Join(" · ", [Phrase.Of(Labels.Of(page.Language, member.Role)), page.Cards.Date(member.Since)]))));
        page.Section("partners", "Центры-партнёры", "Partner centers", Blocks.List(partners.Items, partner => Partner(page, partner)), page.More(partners.HasMore));
        page.Section("members", "Организации при центре", "Organizations around it", Blocks.List(members.Items, member => EntryCards.Card(
            page.Cards.Link(member.Organization),
            member.Text is { } text ? (Line)text : member.Role is { } role ? (Line)Labels.Of(page.Language, role) : null)), page.More(members.HasMore));
        page.Section("branches", "Отделения", "Branches", Blocks.List(branches.Items, page.Cards.Center), page.More(branches.HasMore));
        return [.. networks.Select(member => member.Network)];
    }

    private static Card Partner(EntryDraft page, CenterPartner partner) => EntryCards.Card(
        page.Cards.Link(partner.Center),
        partner.Text is { } text ? (Line)text : null,
        partner.SupportKinds.Count == 0 ? null : (Line)Labels.List(page.Language, partner.SupportKinds),
        Line.Join(" · ", [page.Cards.Date(partner.Since), partner.Event is { } item ? page.Cards.Link(item) : null]));

    /// <summary>Programs, projects, practices and figures.</summary>
    private static async Task ContextAsync(EntryDraft page, IQueryable<Center> one)
    {
        var reading = page.Reading;
        var programs = await reading.FirstAsync(one.SelectMany(CenterType.Programs).OrderBy(program => program.DisplayNameFolded));
        var projects = await reading.FirstAsync(one.SelectMany(CenterType.Projects).OrderBy(project => project.DisplayNameFolded));
        var practices = await reading.FirstAsync(one.SelectMany(CenterType.Practices).OrderBy(practice => practice.DisplayNameFolded));
        page.Section("programs", "Программы", "Programs", Blocks.List(programs.Items, page.Cards.Program), page.More(programs.HasMore));
        page.Section("projects", "Проекты", "Projects", Blocks.List(projects.Items, page.Cards.Project), page.More(projects.HasMore));
        page.Section("practices", "Практики", "Practices", Blocks.List(practices.Items, page.Cards.Plain), page.More(practices.HasMore));
        await MetricsSection.AddAsync(page, one.SelectMany(center => center.Metrics));
    }

    private static void Founding(LegalAct? act, EntryDraft page)
    {
        if (act is null)
        {
            return;
        }

        page.Section("acts", "Правовые акты", "Legal acts", Blocks.Facts(
            page.Fact("Создан актом", "Founded by", [Line.Of(act.Kind is { } kind ? Phrase.Of(kind + " ") : null, Phrase.Link(act.Url, $"«{act.Title}»"))]),
            page.Fact("Номер", "Number", act.Number),
            page.Fact("Подписан", "Signed", act.SignedOn),
            page.Fact("Кто подписал", "Signed by", act.SignedBy),
            page.Fact("Кто издал", "Issued by", act.Issuer)));
    }
}
