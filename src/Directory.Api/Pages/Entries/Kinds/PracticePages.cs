using System.Text.Json.Nodes;
using CenterDirectory.Api.Pages.Entries.LinkedData;
using CenterDirectory.Api.Pages.Words;
using CenterDirectory.Api.Schema;
using CenterDirectory.Data.Entities;
using CenterDirectory.Data.Values;
using Microsoft.EntityFrameworkCore;

namespace CenterDirectory.Api.Pages.Entries.Kinds;

/// <summary>Pages about practices.</summary>
internal sealed class PracticePages() : EntryKind<Practice>(EntryType.Practice)
{
    /// <inheritdoc/>
    protected override IQueryable<Practice> WithReferences(IQueryable<Practice> entries) => entries
        .Include(practice => practice.Owner).Include(practice => practice.Origin);

    /// <inheritdoc/>
    protected override Territory? PlaceOf(Practice entry) => entry.Origin;

    /// <inheritdoc/>
    protected override async Task<JsonObject> DescribeAsync(Practice entry, EntryDraft page, LinkedTerms terms, EntryTrail place)
    {
        var reading = page.Reading;
        var one = reading.Db.Practices.Where(practice => practice.Id == entry.Id);
        page.Summary = page.Text(entry.Description, entry.DescriptionEn);
        page.Section("about", "О практике", "About the practice",
            page.Prose(entry.Description, entry.DescriptionEn),
            Blocks.Facts(
                entry.Owner is null ? page.Fact("Кто разработал", "Developed by", entry.OwnerText) : page.Fact("Кто разработал", "Developed by", entry.Owner),
                page.Place("Откуда", "Comes from", entry.Origin, entry.OriginText)));
        var replications = await reading.FirstAsync(one.SelectMany(PracticeType.Replications)
            .Include(replication => replication.To).Include(replication => replication.Event).OrderBy(replication => replication.Id));
        page.Section("replications", "Куда переходит", "Where it goes", Blocks.List(replications.Items, replication => EntryCards.Card(
            page.Cards.Place(replication.To, replication.ToText) ?? page.T("место не названо", "place not stated"),
            Labels.Of(page.Language, replication.Status),
            replication.Event is { } item ? Line.Of(Phrase.Of(page.T("на событии ", "at ")), page.Cards.Link(item)) : null)), page.More(replications.HasMore));
        var centers = await reading.FirstAsync(one.SelectMany(practice => practice.Centers).Select(link => link.Center).Distinct()
            .Include(center => center.Territory).OrderBy(center => center.DisplayNameFolded));
        page.Section("centers", "Центры", "Centers", Blocks.List(centers.Items, page.Cards.Center), page.More(centers.HasMore));
        return terms.Subject(entry).With("description", terms.Text(entry.Description, entry.DescriptionEn));
    }
}
