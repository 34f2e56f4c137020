using CenterDirectory.Api.Manage.Controls;
using CenterDirectory.Api.Manage.Forms;
using CenterDirectory.Api.Schema.Editing.Inputs;
using CenterDirectory.Api.Schema.Mutations;
using CenterDirectory.Data.Entities;
using CenterDirectory.Data.Values;

namespace CenterDirectory.Api.Manage.Cards;

/// <summary>An event.</summary>
internal sealed class EventForm : EntryForm
{
    private static readonly ChoiceControl<EventKind> Kind = new(EventKind.Other);
    private static readonly ChoiceControl<AttendanceMode> Attendance = new();
    private static readonly ChoiceControl<EventLevel> Level = new();

    /// <inheritdoc/>
    public override EntryType Type => EntryType.Event;

    /// <inheritdoc/>
    public override string CardName => "event";

    /// <inheritdoc/>
    public override IReadOnlyList<FormGroup> Groups { get; } =
    [
        new("what", new("Что это", "What it is"),
        [
            Field<Event>("title.ru", new NameControl(), "Название", "Title", item => item.Title, (item, value) => item.DisplayName = item.Title = (string?)value ?? "") with { IsRequired = true },
            Field<Event>("kind", Kind, "Вид", "Kind", item => Kind.Of(item.Kind), (item, value) => item.Kind = (EventKind?)value ?? EventKind.Other),
            Field<Event>("description.ru", new TextControl(rows: 5), "О чём", "What it is about", item => item.Description, (item, value) => item.Description = (string?)value),
        ]),
        new("when", new("Когда", "When"),
        [
            Clock("startsAt", "Начало", "Start", item => item.StartsAt, (item, value) => item.StartsAt = value)
                with { Help = new("Если время известно, на часах того места, где событие пройдёт.", "If the time is known; on the clock of where it takes place.") },
            Clock("endsAt", "Окончание", "End", item => item.EndsAt, (item, value) => item.EndsAt = value),
            Field<Event>("date", new DateControl(), "Дата, если время ещё неизвестно", "Date, if the time is not known yet", item => item.StartsAt is null ? DateControl.Write(item.Date) : null, (item, value) => item.Date = (FuzzyDate?)value)
                with { Help = new("День, месяц или год: 15.03.2026, 03.2026, 2026; несколько дней – 2026-03-15/2026-03-17.", "A day, month or year: 15.03.2026, 03.2026, 2026; several days: 2026-03-15/2026-03-17.") },
            Field<Event>("recurrence", new RepeatControl(), "Повторяется", "Repeats", item => item.Recurrence, (item, value) => item.Recurrence = (string?)value),
            Field<Event>("timeZone", new ZoneControl(), "Часовой пояс", "Time zone", item => item.TimeZone, (item, value) => item.TimeZone = (string?)value),
        ]),
        new("where", new("Где и для кого", "Where and for whom"),
        [
            Field<Event>("attendanceMode", Attendance, "Форма участия", "Attendance", item => Attendance.Of(item.AttendanceMode), (item, value) => item.AttendanceMode = (AttendanceMode?)value),
            Field<Event>("venue", new TextControl(), "Место", "Venue", item => item.Venue, (item, value) => item.Venue = (string?)value)
                with { Help = new("Как называется: «Дом НКО, зал на втором этаже».", "What it is called: “NGO house, hall on the second floor”.") },
            Field<Event>("addressText", new TextControl(rows: 2), "Адрес", "Address", item => item.AddressText, (item, value) => item.AddressText = (string?)value),
            Place(),
            Field<Event>("registrationUrl", new WebControl(), "Где зарегистрироваться", "Where to register", item => item.RegistrationUrl?.OriginalString, (item, value) => item.RegistrationUrl = (Uri?)value),
            Field<Event>("audiences", new ChoicesControl<Audience>(), "Для кого", "For whom", item => ChoicesControl<Audience>.Of(item.Audiences), (item, value) => item.Audiences = ListOf<Audience>(value)),
        ]),
        new("more", new("Подробности", "Details"),
        [
            Field<Event>("agenda", new LinesControl(), "Программа", "Agenda", item => string.Join('\n', item.Agenda), (item, value) => item.Agenda = ListOf<string>(value)) with { Help = new("По одному пункту на строке.", "One point a line.") },
            Field<Event>("capacity", new NumberControl(), "Сколько мест", "Places", item => item.Capacity?.ToString(System.Globalization.CultureInfo.InvariantCulture), (item, value) => item.Capacity = (int?)value),
            Field<Event>("level", Level, "Уровень", "Level", item => Level.Of(item.Level), (item, value) => item.Level = (EventLevel?)value),
            Field<Event>("url", new WebControl(), "Страница события", "Page of the event", item => item.Url?.OriginalString, (item, value) => item.Url = (Uri?)value),
            Field<Event>("location", new PointControl(), "Точка на карте", "Point on the map",
                item => item.Location is { } point ? PointControl.Write(point.Latitude, point.Longitude) : null, (item, value) => item.Location = (GeoPoint?)value)
                with { Help = new("Широта и долгота через запятую.", "Latitude and longitude with a comma.") },
        ]) { IsRare = true },
        new("english", new("По-английски", "In English"),
        [
            Field<Event>("title.en", new NameControl(), "Название по-английски", "Title in English", item => item.NameEn, (item, value) => item.NameEn = (string?)value),
            Field<Event>("description.en", new TextControl(rows: 5), "О чём, по-английски", "What it is about, in English", item => item.DescriptionEn, (item, value) => item.DescriptionEn = (string?)value),
        ]) { IsRare = true },
    ];

    /// <inheritdoc/>
    public override IRepeatableInput Update(string id, CardDraft draft, int revision) => new UpdateEventInput(id, draft.Build<EventInput>(), revision);

    /// <inheritdoc/>
    public override IRepeatableInput Create(string? centerId, CardDraft draft, string once) => new CreateEventInput(centerId!, draft.Build<EventInput>(), once);

    /// <summary>It takes place where the center is, unless somebody says otherwise.</summary>
    public override DirectoryEntry Fresh(Center? center) => new Event { Status = EventStatus.Planned, Territory = center?.Territory, AddressText = center?.AddressText };

    /// <inheritdoc/>
    public override Territory? PlaceOf(DirectoryEntry entry) => ((Event)entry).Territory;

    private static FormField Clock(string name, string russian, string english, Func<Event, DateTime?> of, Action<Event, DateTime?> show) => new(name, new ClockControl(), new(russian, english))
    {
        Of = (entry, reading) => ClockControl.Write(of((Event)entry), ((Event)entry).TimeZone ?? reading.Zone), Show = (entry, value) => show((Event)entry, (DateTime?)value),
    };

    private static FormField Place() => new("territory", new PlaceControl(), new("Территория", "Territory"))
    {
        Of = (entry, reading) => reading.Place(((Event)entry).Territory), Show = (entry, value) => ((Event)entry).Territory = (Territory?)value,
        Help = new("Регион или район: название или код региона.", "The region or district: its name, or the code of the region."),
    };
}
