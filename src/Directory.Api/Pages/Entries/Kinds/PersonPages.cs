using System.Text.Json.Nodes;
using CenterDirectory.Api.Pages.Entries.LinkedData;
using CenterDirectory.Api.Pages.Words;
using CenterDirectory.Data.Entities;
using CenterDirectory.Data.Entities.Links;
using CenterDirectory.Data.Values;
using Microsoft.EntityFrameworkCore;

namespace CenterDirectory.Api.Pages.Entries.Kinds;

/// <summary>Pages about people: their public roles and words, nothing else is kept of them.</summary>
internal sealed class PersonPages() : EntryKind<Person>(EntryType.Person)
{
    /// <inheritdoc/>
    protected override IQueryable<Person> WithReferences(IQueryable<Person> entries) => entries;

    /// <inheritdoc/>
    protected override Territory? PlaceOf(Person entry) => null;

    /// <inheritdoc/>
    protected override async Task<JsonObject> DescribeAsync(Person entry, EntryDraft page, LinkedTerms terms, EntryTrail place)
    {
        var reading = page.Reading;
        var one = reading.Db.People.Where(person => person.Id == entry.Id);
        var roles = await reading.FirstAsync(one.SelectMany(person => person.Roles)
            .Include(role => role.Organization).Include(role => role.Center).OrderBy(role => role.Id));
        page.Summary = $"{page.Cards.Name(entry)} – {string.Join("; ", roles.Items.Select(role => Post(page, role)))}";
        page.Section("roles", "Публичные роли", "Public roles", Blocks.List(roles.Items, role => EntryCards.Card(
            Post(page, role),
            Where(role) is { } body ? (Line)page.Cards.Link(body) : role.OrganizationText is { } text ? (Line)text : null,
            page.Cards.Date(role.Period) is { } period ? (Line)period : null)), page.More(roles.HasMore));
        var quotes = await reading.FirstAsync(one.SelectMany(person => person.Quotes).Include(quote => quote.News).OrderBy(quote => quote.Id));
        page.Section("quotes", "Цитаты", "Quotations", quotes.Items.Select(quote => (Block?)new Quotation(quote.Text, page.Cards.Link(quote.News))));
        await EventSections.AddAsync(page, reading.Db.Events.Where(item => item.Participants.Any(part => part.PersonId == entry.Id)));
        await NewsSection.AddAsync(page, reading.Db.News.Where(news => news.Mentions.Any(mention => mention.TargetPersonId == entry.Id && mention.Confidence >= Mention.Listed)));
        return terms.Subject(entry)
            .With("jobTitle", roles.Items.Select(role => role.Position).OfType<string>().Distinct())
            .With("affiliation", roles.Items.Select(Where).OfType<DirectoryEntry>().DistinctBy(body => (body.GetType(), body.Id)).Select(terms.Reference));
    }

    private static DirectoryEntry? Where(PersonRole role) => (DirectoryEntry?)role.Center ?? role.Organization;

    private static string Post(EntryDraft page, PersonRole role) =>
        role.Position ?? (role.Role is { } known ? Labels.Of(page.Language, known) : page.T("роль не названа", "role not stated"));
}
