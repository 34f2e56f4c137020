namespace CenterDirectory.Importers.Formats.Calendar;

/// <summary>The columns of events. Organizers and attendees are persons with mailboxes and are not among them.</summary>
internal static class CalendarColumns
{
    /// <summary>All columns, in order.</summary>
    public static IReadOnlyList<FixedColumn<CalendarOccurrence>> All { get; } =
    [
        new("id", new("UID; у отдельного повтора – UID и время: `UID/20260315T190000`.", "UID; of a single occurrence UID and time: `UID/20260315T190000`."), item => item.Id),
        new("uid", new("UID события или ряда.", "UID of the event or series."), item => item.Event.Uid),
        new("recurrence", new("Как повторяется: строки `RRULE:`, `EXDATE:`, `RDATE:`; дни и часы двух последних – места проведения.", "How it repeats: lines `RRULE:`, `EXDATE:`, `RDATE:`; days and times of the two latter are those of the place."), item => item.Recurrence),
        new("series", new("id ряда, от которого этот повтор отличается.", "id of the series that this occurrence differs from."), item => item.Series),
        new("title", new("Название.", "Title."), item => item.Title),
        new("description", new("Описание без разметки.", "Description without markup."), item => item.Description),
        new("date", new("День или дни, `2026-03-15/2026-03-16`; `X-EDTF` говорит точнее, насколько дата известна.", "Day or days, `2026-03-15/2026-03-16`; `X-EDTF` tells better how far the date is known."), item => item.Date),
        new("startsAt", new("Начало по UTC; пусто у целых дней и без известного пояса.", "Start in UTC; empty for whole days and without a known zone."), item => item.StartsAt),
        new("endsAt", new("Конец по UTC.", "End in UTC."), item => item.EndsAt),
        new("timeZone", new("Пояс, `Asia/Omsk`.", "Zone, `Asia/Omsk`."), item => item.Place?.Id),
        new("status", new("`TENTATIVE`, `CONFIRMED` или `CANCELLED`.", "`TENTATIVE`, `CONFIRMED` or `CANCELLED`."), item => item.Status),
        new("place", new("Место.", "Place."), item => Line(item, "LOCATION")),
        new("latitude", new("Широта.", "Latitude."), item => item.Coordinate(0)),
        new("longitude", new("Долгота.", "Longitude."), item => item.Coordinate(1)),
        new("url", new("Адрес страницы.", "Address of the page."), item => item.Event.Component.Text("URL")),
        new("categories", new("Рубрики, по одной в строке.", "Categories, one a line."), Categories),
        new("updated", new("Миг последней правки по UTC.", "Instant of the last change in UTC."), Updated),
    ];

    private static string? Line(CalendarOccurrence item, string property) =>
        item.Event.Component.Text(property) is { } text ? HtmlText.ProseLine(text) : null;

    private static string Categories(CalendarOccurrence item) => string.Join(
        '\n', item.Event.Component.All("CATEGORIES").SelectMany(line => line.Texts()).Select(PlainText.OneLine).Where(text => text.Length > 0).Distinct().Take(50));

    private static string? Updated(CalendarOccurrence item) =>
        CalendarTime.Parse(item.Event.Component.Text("LAST-MODIFIED") ?? "") is { IsUtc: true } time
            ? NodaTime.Text.InstantPattern.General.Format(time.Local.InUtc().ToInstant())
            : null;
}
