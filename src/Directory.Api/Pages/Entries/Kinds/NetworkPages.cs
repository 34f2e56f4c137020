using System.Text.Json.Nodes;
using CenterDirectory.Api.Pages.Entries.LinkedData;
using CenterDirectory.Api.Pages.Words;
using CenterDirectory.Data.Entities;
using CenterDirectory.Data.Values;
using Microsoft.EntityFrameworkCore;

namespace CenterDirectory.Api.Pages.Entries.Kinds;

/// <summary>Pages about networks.</summary>
internal sealed class NetworkPages() : EntryKind<Network>(EntryType.Network)
{
    private const int MostMembers = 200;

    /// <inheritdoc/>
    protected override IQueryable<Network> WithReferences(IQueryable<Network> entries) => entries
        .Include(network => network.Coordinator).Include(network => network.Program);

    /// <inheritdoc/>
    protected override Territory? PlaceOf(Network entry) => null;

    /// <inheritdoc/>
    protected override async Task<JsonObject> DescribeAsync(Network entry, EntryDraft page, LinkedTerms terms, EntryTrail place)
    {
        var reading = page.Reading;
        var one = reading.Db.Networks.Where(network => network.Id == entry.Id);
        page.Summary = page.Text(entry.Description, entry.DescriptionEn);
        page.Section("about", "О сети", "About the network",
            page.Prose(entry.Description, entry.DescriptionEn),
            Blocks.Facts(page.Fact("Координатор", "Coordinated by", entry.Coordinator), page.Fact("Программа", "Program", entry.Program)));
        var members = await reading.FirstAsync(
            one.SelectMany(network => network.Members).Include(member => member.Center).ThenInclude(center => center.Territory)
                .OrderBy(member => member.Center.DisplayNameFolded).ThenBy(member => member.Id), MostMembers);
        page.Section("members", "Центры сети", "Centers of the network", Blocks.List(members.Items, member => EntryCards.Card(
            page.Cards.Link(member.Center),
            Line.Join(" · ", [Phrase.Of(Labels.Of(page.Language, member.Role)), page.Cards.Date(member.Since)]),
            page.Cards.Place(member.Center.Territory, member.Center.TerritoryText))), page.More(members.HasMore));
        var territories = await reading.FirstAsync(one.SelectMany(network => network.Territories).Select(link => link.Territory).OrderBy(territory => territory.NameFolded));
        page.Section("territories", "Территории", "Territories", Blocks.List(territories.Items, page.Cards.Territory), page.More(territories.HasMore));
        return terms.Subject(entry)
            .With("description", terms.Text(entry.Description, entry.DescriptionEn))
            .With("member", members.Items.Select(member => terms.Reference(member.Center)))
            .With("areaServed", territories.Items.Select(terms.Reference));
    }
}
