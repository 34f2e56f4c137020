using CenterDirectory.Api.Manage.Controls;
using CenterDirectory.Api.Manage.Forms;
using CenterDirectory.Api.Schema.Editing.Inputs;
using CenterDirectory.Api.Schema.Mutations;
using CenterDirectory.Data.Entities;
using CenterDirectory.Data.Values;

namespace CenterDirectory.Api.Manage.Cards;

/// <summary>The card of a center.</summary>
internal sealed class CenterForm : EntryForm
{
    private static readonly ChoiceControl<CenterLevel> Level = new(CenterLevel.Unknown);
    private static readonly ChoiceControl<CenterStatus> Status = new(CenterStatus.Unknown);

    /// <inheritdoc/>
    public override EntryType Type => EntryType.Center;

    /// <inheritdoc/>
    public override string CardName => "center";

    /// <inheritdoc/>
    public override IReadOnlyList<FormGroup> Groups { get; } =
    [
        new("names", new("Название", "Name"),
        [
            Field<Center>("name.ru", new NameControl(), "Название", "Name", center => center.Name, (center, value) =>
                center.DisplayName = (center.Name = (string?)value) ?? center.ShortName ?? center.DisplayName)
                with { Help = new("Полное официальное название, как в документах.", "The full official name, as in documents.") },
            Field<Center>("shortName", new TextControl(), "Краткое название", "Short name", center => center.ShortName, (center, value) => center.ShortName = (string?)value)
                with { Help = new("Как центр называют сами: «Ресурсный центр НКО Омска».", "What you call it yourselves.") },
        ]),
        new("reach", new("Как обратиться", "How to reach it"),
        [
            Field<Center>("contacts", new ContactsControl(), "Контакты", "Contacts", center => ContactsControl.Of(center.Contacts), (center, value) => center.Contacts = ListOf<Contact>(value))
                with { Help = new("Только общие: телефон приёмной, общая почта. Личные номера сотрудников увидят все.", "Shared ones only: front desk, common mailbox. Everybody will see them.") },
            Field<Center>("openingHours", new HoursControl(), "Часы работы", "Opening hours", center => HoursControl.Of(center.OpeningHours), (center, value) => center.OpeningHours = ListOf<OpeningHours>(value))
                with { Help = new("По одной строке на одинаковые дни. Перерыв – две строки: до и после него.", "A row for days that are alike. A break makes two rows: before and after it.") },
            Field<Center>("addressText", new TextControl(rows: 2), "Адрес", "Address", center => center.AddressText, (center, value) => center.AddressText = (string?)value)
                with { Help = new("Город, улица, дом, кабинет, как войти.", "Town, street, house, room, how to get in.") },
            Field<Center>("website", new WebControl(), "Сайт", "Site", center => center.Website?.OriginalString, (center, value) => center.Website = (Uri?)value),
            Place(),
            new FormField("serviceAreas", new PlacesControl(), new("Где работает", "Where it works"))
            {
                Of = (_, reading) => reading.Areas, Show = (_, _) => { },
                Help = new("Если центр помогает не только у себя: районы и регионы, по одному на строке.", "If it helps elsewhere too: districts and regions, one a line."),
            },
            Field<Center>("location", new PointControl(), "Точка на карте", "Point on the map",
                center => center.Location is { } point ? PointControl.Write(point.Latitude, point.Longitude) : null, (center, value) => center.Location = (GeoPoint?)value)
                with { Help = new("Широта и долгота через запятую: карты показывают их, если нажать на здание и подержать.", "Latitude and longitude with a comma; maps show them when you press a building and hold.") },
        ]),
        new("work", new("Чем помогает", "What it does"),
        [
            Field<Center>("status", Status, "Состояние", "State", center => Status.Of(center.Status), (center, value) => center.Status = (CenterStatus?)value ?? CenterStatus.Unknown),
            Field<Center>("supportKinds", new ChoicesControl<SupportKind>(), "Виды поддержки", "Kinds of support",
                center => ChoicesControl<SupportKind>.Of(center.StatedSupportKinds), (center, value) => center.SupportKinds = [.. center.SupportKinds.Except(center.StatedSupportKinds), .. ListOf<SupportKind>(value)])
                with { Help = new("То, что добавляют услуги, прибавится само.", "What your services offer is added by itself.") },
            Field<Center>("audiences", new ChoicesControl<Audience>(), "Для кого", "For whom",
                center => ChoicesControl<Audience>.Of(center.StatedAudiences), (center, value) => center.Audiences = [.. center.Audiences.Except(center.StatedAudiences), .. ListOf<Audience>(value)]),
            Field<Center>("description.ru", new TextControl(rows: 6), "О центре", "About the center", center => center.Description, (center, value) => center.Description = (string?)value)
                with { Help = new("Два-три предложения для того, кто видит центр впервые.", "Two or three sentences for somebody who sees the center for the first time.") },
            Field<Center>("goals", new LinesControl(), "Цели", "Goals", center => string.Join('\n', center.Goals), (center, value) => center.Goals = ListOf<string>(value))
                with { Help = new("По одной на строке.", "One a line.") },
        ]),
        new("more", new("Ещё о центре", "More about the center"),
        [
            Field<Center>("level", Level, "Уровень", "Level", center => Level.Of(center.Level), (center, value) => center.Level = (CenterLevel?)value ?? CenterLevel.Unknown),
            Field<Center>("specializations", new ChoicesControl<Specialization>(), "Специализация", "Specializes in",
                center => ChoicesControl<Specialization>.Of(center.Specializations), (center, value) => center.Specializations = ListOf<Specialization>(value)),
            Field<Center>("startsOn", new DateControl(), "Начало работы", "Works since", center => DateControl.Write(center.StartsOn), (center, value) => center.StartsOn = (FuzzyDate?)value)
                with { Help = new("День, месяц или год: 15.03.2021, 03.2021, 2021.", "A day, month or year: 15.03.2021, 03.2021, 2021.") },
            Field<Center>("operator", new OrganizationControl(), "Кто ведёт", "Run by", center => OrganizationControl.Write(center.Operator), (center, value) => center.Operator = (Organization?)value)
                with { InputName = "operatorId", Help = new("Организация: ОГРН, ИНН или точное название.", "The organization: ОГРН, ИНН or its exact name.") },
            Field<Center>("hostUnit", new TextControl(), "Подразделение", "Unit", center => center.HostUnit, (center, value) => center.HostUnit = (string?)value)
                with { Help = new("Отдел или дом, при котором работает центр, если он не отдельная организация.", "The department or house that it belongs to, if it is no organization of its own.") },
        ]) { IsRare = true },
        new("english", new("По-английски", "In English"),
        [
            Field<Center>("name.en", new NameControl(), "Название по-английски", "Name in English", center => center.NameEn, (center, value) => center.NameEn = (string?)value),
            Field<Center>("description.en", new TextControl(rows: 6), "О центре по-английски", "About the center in English", center => center.DescriptionEn, (center, value) => center.DescriptionEn = (string?)value),
        ]) { IsRare = true },
    ];

    /// <inheritdoc/>
    public override IRepeatableInput Update(string id, CardDraft draft, int revision) => new UpdateCenterInput(id, draft.Build<CenterInput>(), revision);

    /// <inheritdoc/>
    public override IRepeatableInput Create(string? centerId, CardDraft draft, string once) => new CreateCenterInput(draft.Build<CenterInput>(), once);

    /// <inheritdoc/>
    public override DirectoryEntry Fresh(Center? center) => new Center { Status = CenterStatus.Active };

    /// <inheritdoc/>
    public override Territory? PlaceOf(DirectoryEntry entry) => ((Center)entry).Territory;

    private static FormField Place() => new("territory", new PlaceControl(), new("Территория", "Territory"))
    {
        Of = (entry, reading) => reading.Place(((Center)entry).Territory),
        Show = (entry, value) => ((Center)entry).Territory = (Territory?)value,
        Help = new("Регион или район, где находится центр: название или код региона.", "The region or district where the center is: its name, or the code of the region."),
    };
}
