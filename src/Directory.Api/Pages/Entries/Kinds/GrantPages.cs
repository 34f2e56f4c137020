using System.Text.Json.Nodes;
using CenterDirectory.Api.Pages.Entries.LinkedData;
using CenterDirectory.Data.Entities;
using CenterDirectory.Data.Values;
using Microsoft.EntityFrameworkCore;

namespace CenterDirectory.Api.Pages.Entries.Kinds;

/// <summary>Pages about grants.</summary>
internal sealed class GrantPages() : EntryKind<Grant>(EntryType.Grant)
{
    /// <inheritdoc/>
    protected override IQueryable<Grant> WithReferences(IQueryable<Grant> entries) => entries
        .Include(grant => grant.Operator).Include(grant => grant.Project)
        .Include(grant => grant.Recipient).ThenInclude(recipient => recipient!.Territory);

    /// <inheritdoc/>
    protected override Territory? PlaceOf(Grant entry) => entry.Recipient?.Territory;

    /// <inheritdoc/>
    protected override Task<JsonObject> DescribeAsync(Grant entry, EntryDraft page, LinkedTerms terms, EntryTrail place)
    {
        var amount = entry.Amount?.Format(page.Language.Locale);
        page.Summary = string.Join(", ", new[] { page.Cards.Name(entry), amount, entry.Funder }.Where(part => !string.IsNullOrEmpty(part)));
        page.Section("about", "О гранте", "About the grant", Blocks.Facts(
            page.Fact("Сумма", "Sum", amount ?? page.T("не указана", "not stated")),
            page.Fact("Кто даёт", "Given by", entry.Funder),
            page.Fact("Оператор", "Distributed by", entry.Operator),
            page.Fact("Получатель", "Recipient", entry.Recipient),
            page.Fact("На проект", "For the project", entry.Project),
            page.Fact("Конкурс", "Competition", entry.Competition),
            page.Fact("Направление", "Direction", entry.Direction),
            page.Fact("Номер заявки", "Number", entry.Number),
            page.Fact("Решение", "Decided", entry.AwardedOn)));
        return Task.FromResult(terms.Subject(entry)
            .With("amount", entry.Amount is { } sum ? JsonLd.Of("MonetaryAmount").With("value", sum.AmountMinor / 100m).With("currency", sum.Currency) : null)
            .With("funder", entry.Funder is { } funder ? new JsonObject { ["name"] = funder } : null)
            .With("sponsor", terms.Maybe(entry.Operator))
            .With("fundedItem", terms.Maybe(entry.Project))
            .With("identifier", entry.Number));
    }
}
