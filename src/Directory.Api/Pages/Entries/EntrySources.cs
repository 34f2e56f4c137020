using System.Globalization;
using CenterDirectory.Api.Hosting.Publishing;
using CenterDirectory.Api.Pages.Words;
using CenterDirectory.Api.Schema.Provenance;
using CenterDirectory.Data.Entities;
using CenterDirectory.Data.Provenance;
using CenterDirectory.Data.Values;
using Microsoft.EntityFrameworkCore;

namespace CenterDirectory.Api.Pages.Entries;

/// <summary>Who says what stands on a page: sources with their licences, the record, and when it was read.</summary>
internal static class EntrySources
{
    private const int Most = 50;

    /// <summary>Reads it, in one statement, and in a few more where sources may differ. What changes without a revision, such as the last visit to a source, stands on the page of sources.</summary>
    public static async Task<IReadOnlyList<Block?>> ReadAsync(EntryReading reading, EntryType type, DirectoryEntry entry, EntryDraft page)
    {
        var kind = type.ToString();
        var records = await reading.Db.SourceRecords.AsNoTracking().Include(record => record.Source)
            .Where(record => record.Kind == kind && record.EntityId == entry.Id && record.RetiredAt == null)
            .OrderByDescending(record => record.Source.Priority).ThenBy(record => record.Source.Key).ThenBy(record => record.ExternalId)
            .Take(Most)
            .ToListAsync(reading.Cancellation);
        var disagreements = await EntryDisagreements.ReadAsync(
            reading, entry, records.DistinctBy(record => record.SourceId).ToDictionary(record => record.SourceId, record => record.Source.Title));
        return
        [
            Blocks.List(records, record => Card(page, record)),
            Blocks.Facts(
                page.Fact("В справочнике с", "In the directory since", Phrase.At(Day(page, entry.CreatedAt), Machine(entry.CreatedAt))),
                page.Fact("Запись изменилась", "Last changed", Phrase.At(Day(page, entry.UpdatedAt), Machine(entry.UpdatedAt))),
                Confirmation(page, entry)),
            page.Heading("В чём источники расходятся (первым – то, что стоит на странице)", "Where the sources differ (first what the page says)", disagreements),
            disagreements,
            new Remark(Line.Of(
                Phrase.Of(page.T("Страница говорит не больше, чем её источники. Как часто их читают и что в них не сошлось – ", "The page says no more than its sources do. How often they are read, and what did not fit, is on the page of ")),
                Phrase.To(SiteMenu.Sources.Path, page.T("на странице источников", "sources")),
                Phrase.Of("."))),
        ];
    }

    /// <summary>
    /// When it was last confirmed, and by whom. Of what may end any day, a center or a service, it is told too that nobody did; a report or a law needs no
    /// confirmation. Only the day is told: see <see cref="SourceVisits"/>.
    /// </summary>
    private static Fact? Confirmation(EntryDraft page, DirectoryEntry entry) => (VerifiedEntryType.InstantOf(entry), entry) switch
    {
        ({ } instant, _) => page.Fact("Подтверждено", "Last confirmed", [Line.Of(
            Phrase.At(Day(page, instant), DateOnly.FromDateTime(instant).ToString("O", CultureInfo.InvariantCulture)),
            Phrase.Quiet(entry.ConfirmedAt is null ? $" – {entry.VerifiedBy!.Title}" : $" – {page.T("тем, кто за это отвечает", "by who answers for it")}"))]),
        (null, Center or Service or Project) => page.Fact("Подтверждено", "Last confirmed", page.T("пока никем", "by nobody yet")),
        _ => null,
    };

    private static Card Card(EntryDraft page, SourceRecord record)
    {
        var source = record.Source;
        return EntryCards.Card(
            Phrase.Link(source.Url, source.Title),
            Line.Join(" · ", [
                source.Publisher is null ? null : Phrase.Of(source.Publisher),
                Phrase.Of($"{page.T("лицензия", "licence")}: {source.Licence ?? page.T("не указана", "not stated")}"),
            ]),
            Line.Join(" · ", [
                Phrase.At($"{page.T("прочитано", "read")} {Day(page, record.FirstSeenAt)}", Machine(record.FirstSeenAt)),
                record.ChangedAt > record.FirstSeenAt ? Phrase.At($"{page.T("изменилось", "changed")} {Day(page, record.ChangedAt)}", Machine(record.ChangedAt)) : null,
                record.RecordUrl is null ? null : Phrase.Link(record.RecordUrl, page.T("запись в источнике", "the record at the source")),
            ]));
    }

    private static string Day(EntryDraft page, DateTime instant) => DateWords.Of(page.Language, DateOnly.FromDateTime(instant));

    private static string Machine(DateTime instant) => ClockWords.Machine(instant, null);
}
