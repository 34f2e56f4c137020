using System.Globalization;
using CenterDirectory.Data.Search;
using CenterDirectory.Data.Values;

namespace CenterDirectory.Api.Feeds.Filtering;

/// <summary>
/// The words in which every feed is asked: those of GraphQL in short. Addresses are read by this table, and documents, errors and the page are made of it.
/// </summary>
internal static class FeedParameters
{
    /// <summary>Entries of a page at most.</summary>
    public const int MostEntries = 1_000;

    private const FeedSubject Dated = FeedSubject.Events | FeedSubject.News;
    private const FeedSubject Every = Dated | FeedSubject.Changes;

    private static readonly LocalizedText Days = new("день `2026-03-15`, месяц `2026-03` или год `2026`", "a day `2026-03-15`, a month `2026-03` or a year `2026`");
    private static readonly LocalizedText Slugs = new("последняя часть адреса страницы записи", "the last part of the address of its page");

    /// <summary>All parameters, in the order of documents and of addresses that we write.</summary>
    public static IReadOnlyList<FeedParameter> All { get; } =
    [
        FeedParameter.Keys(
            "territory", Dated, new("Только там и ниже.", "Only there and below."),
            new("код ФНС `27`, ISO `RU-KHA`, ОКТМО или slug", "ФНС code `27`, ISO `RU-KHA`, ОКТМО or slug"), (filter, keys) => filter with { Territories = keys }),
        FeedParameter.Keys(
            "center", Dated, new("События, в которых участвует центр; новости, где он упомянут.", "Events in which the center takes part; news that mention it."),
            Slugs, (filter, keys) => filter with { Centers = keys }),
        FeedParameter.Of<EventKind>("kind", FeedSubject.Events, new("Форма события.", "Form of the event."), (filter, values) => filter with { Kinds = values }),
        FeedParameter.Of<ChangeKind>("kind", FeedSubject.Changes, new("Что произошло.", "What happened."), (filter, values) => filter with { ChangeKinds = values }),
        FeedParameter.Of<Audience>("audience", FeedSubject.Events, new("Для кого.", "For whom."), (filter, values) => filter with { Audiences = values }),
        FeedParameter.Of<EventStatus>("status", FeedSubject.Events, new("Состояние.", "State."), (filter, values) => filter with { Statuses = values }),
        FeedParameter.Of<EventLevel>("level", FeedSubject.Events, new("Уровень.", "Reach."), (filter, values) => filter with { Levels = values }),
        FeedParameter.Of<AttendanceMode>(
            "attendanceMode", FeedSubject.Events, new("Очно или удалённо.", "In person or remotely."), (filter, values) => filter with { AttendanceModes = values }),
        FeedParameter.Choice(
            "upcoming", FeedSubject.Events,
            new("Ещё не закончившиеся или уже прошедшие, по часам места; точность – четверть часа.", "Not over yet, or over, by the clock of the place; to a quarter of an hour."),
            [new("true", new("предстоящие", "to come")), new("false", new("прошедшие", "over"))], (filter, value) => filter with { IsUpcoming = value == "true" }),
        FeedParameter.Single(
            "from", Dated, new("Не раньше этого дня: что могло быть тогда или позже; неизвестный год не подходит.", "Not before this day: what may be then or later; an unknown year never fits."),
            Days, (filter, text) => Day(text)?.Earliest is { } day ? filter with { From = day } : null),
        FeedParameter.Single(
            "to", Dated, new("Не позже этого дня.", "Not after this day."), Days, (filter, text) => Day(text)?.Latest is { } day ? filter with { To = day } : null),
        FeedParameter.Single(
            "q", Dated, new("Все эти слова есть в названии или тексте, в любой форме («семинары» найдут «семинар»); регистр, ё и кавычки не важны.", "All these words are in the title or text, in any form («семинары» finds «семинар»); case, ё and quotation marks do not matter."),
            new("слова", "words"), (filter, text) => Words(text) is { } words ? filter with { Words = words } : null),
        FeedParameter.Keys("event", FeedSubject.Events, new("Только это событие.", "Only this event."), Slugs, (filter, keys) => filter with { Events = keys }),
        FeedParameter.Of<EntryType>("type", FeedSubject.Changes, new("Тип записи.", "Type of the entry."), (filter, values) => filter with { Types = values }),
        FeedParameter.Single(
            "since", FeedSubject.Changes, new("Только изменения после этой ревизии.", "Only changes after this revision."),
            new("номер ревизии", "number of a revision"), (filter, text) => Number(text, int.MaxValue) is { } number ? filter with { SinceRevision = number } : null),
        FeedParameter.Choice(
            "lang", Every, new("Язык названий, подписей и дат; чего нет на английском, то по-русски.", "Language of names, labels and dates; what has no English is in Russian."),
            [new("ru", new("русский", "Russian")), new("en", new("английский", "English"))],
            (filter, value) => filter with { Locale = value == "en" ? Locale.En : Locale.Ru }),
        FeedParameter.Single(
            "limit", Every, new("Записей на странице; без него у лент 100, а календарь и таблица целиком.", "Entries of a page; without it feeds have 100, calendar and table everything."),
            new($"число от 1 до {MostEntries}", $"a number from 1 to {MostEntries}"),
            (filter, text) => Number(text, MostEntries) is { } number and > 0 ? filter with { Limit = number } : null),
        FeedParameter.Single(
            "after", Every, new("Продолжение; его называет ссылка `next`.", "Where a page goes on; the link `next` tells it."),
            new("как в ссылке `next`", "as in the link `next`"), (filter, text) => FeedCursor.Parse(text) is { } cursor ? filter with { After = cursor } : null),
        FeedParameter.Choice(
            "delimiter", FeedSubject.Events, new("Только `csv`: что стоит между столбцами; русскому Excel нужна `semicolon`.", "Only `csv`: what stands between columns; a Russian Excel wants `semicolon`."),
            [new("comma", new("запятая", "comma")), new("semicolon", new("точка с запятой", "semicolon")), new("tab", new("табуляция", "tab"))],
            (filter, value) => filter with { Delimiter = value switch { "semicolon" => ';', "tab" => '\t', _ => ',' } }, format: "csv"),
    ];

    /// <summary>The parameters that the feeds of a subject know.</summary>
    public static IEnumerable<FeedParameter> Of(FeedSubject subject) => All.Where(parameter => parameter.Subjects.HasFlag(subject));

    private static FuzzyDate? Day(string text) => FuzzyDate.TryParse(text, out var date) && !date.IsInterval ? date : null;

    private static int? Number(string text, int most) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number <= most ? number : null;

    private static IReadOnlyList<string>? Words(string text)
    {
        var words = SearchedWords.Of(text);
        return text.Length <= 200 && words.Count <= 20 ? words : null;
    }
}
