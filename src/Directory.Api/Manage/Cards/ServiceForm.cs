using CenterDirectory.Api.Manage.Controls;
using CenterDirectory.Api.Manage.Forms;
using CenterDirectory.Api.Schema.Editing.Inputs;
using CenterDirectory.Api.Schema.Mutations;
using CenterDirectory.Data.Entities;
using CenterDirectory.Data.Values;

namespace CenterDirectory.Api.Manage.Cards;

/// <summary>A service.</summary>
internal sealed class ServiceForm : EntryForm
{
    private static readonly ChoiceControl<Fee> Fee = new();
    private static readonly ChoiceControl<ServiceStatus> Status = new(ServiceStatus.Unknown);

    /// <inheritdoc/>
    public override EntryType Type => EntryType.Service;

    /// <inheritdoc/>
    public override string CardName => "service";

    /// <inheritdoc/>
    public override IReadOnlyList<FormGroup> Groups { get; } =
    [
        new("what", new("Что это", "What it is"),
        [
            Field<Service>("name.ru", new NameControl(), "Название", "Name", service => service.Name, (service, value) => service.DisplayName = service.Name = (string?)value ?? "")
                with { IsRequired = true, Help = new("Коротко и понятно тому, кто ищет: «Консультация бухгалтера для НКО».", "Short, in the words of those who look for it: “Accountant’s advice for non-profits”.") },
            Field<Service>("supportKinds", new ChoicesControl<SupportKind>(), "Вид поддержки", "Kind of support",
                service => ChoicesControl<SupportKind>.Of(service.SupportKinds), (service, value) => service.SupportKinds = ListOf<SupportKind>(value))
                with { Help = new("По нему услугу находят в поиске и в виджетах.", "By it the service is found in the search and in widgets.") },
            Field<Service>("audiences", new ChoicesControl<Audience>(), "Для кого", "For whom",
                service => ChoicesControl<Audience>.Of(service.Audiences), (service, value) => service.Audiences = ListOf<Audience>(value)),
            Field<Service>("description.ru", new TextControl(rows: 5), "В чём состоит", "What it consists of", service => service.Description, (service, value) => service.Description = (string?)value),
            Field<Service>("status", Status, "Состояние", "State", service => Status.Of(service.Status), (service, value) => service.Status = (ServiceStatus?)value ?? ServiceStatus.Unknown),
        ]),
        new("terms", new("Условия", "Terms"),
        [
            Field<Service>("fee", Fee, "Оплата", "Fee", service => Fee.Of(service.Fee), (service, value) => service.Fee = (Fee?)value),
            Field<Service>("price", new RoublesControl(), "Цена, рублей", "Price in roubles",
                service => service.Price is { Currency: "RUB" } price ? RoublesControl.Write(price.AmountMinor) : null, (service, value) => service.Price = (Money?)value)
                with { Help = new("Если услуга платная и цена одна для всех.", "If it is paid, and the price is the same for everybody.") },
            Field<Service>("deliveryModes", new ChoicesControl<DeliveryMode>(), "Как получить", "How it reaches people",
                service => ChoicesControl<DeliveryMode>.Of(service.DeliveryModes), (service, value) => service.DeliveryModes = ListOf<DeliveryMode>(value)),
            Field<Service>("eligibility", new TextControl(rows: 2), "Кто может обратиться", "Who may ask", service => service.Eligibility, (service, value) => service.Eligibility = (string?)value),
            Field<Service>("howToApply", new TextControl(rows: 3), "Как обратиться", "How to ask", service => service.HowToApply, (service, value) => service.HowToApply = (string?)value)
                with { Help = new("Куда позвонить или прийти и что будет дальше.", "Where to call or come, and what happens then.") },
        ]),
        new("more", new("Подробности", "Details"),
        [
            Field<Service>("requiredDocuments", new LinesControl(), "Какие документы взять", "Documents to bring", service => string.Join('\n', service.RequiredDocuments), (service, value) => service.RequiredDocuments = ListOf<string>(value))
                with { Help = new("По одному на строке.", "One a line.") },
            Field<Service>("result", new TextControl(rows: 2), "Что человек получит", "What one gets", service => service.Result, (service, value) => service.Result = (string?)value),
            Field<Service>("duration", new TextControl(), "Сколько длится", "How long it takes", service => service.Duration, (service, value) => service.Duration = (string?)value),
            Field<Service>("contacts", new ContactsControl(), "Контакты именно этой услуги", "Contacts of this service", service => ContactsControl.Of(service.Contacts), (service, value) => service.Contacts = ListOf<Contact>(value))
                with { Help = new("Если они те же, что у центра, оставьте пустыми.", "Leave empty if they are those of the center.") },
            Field<Service>("url", new WebControl(), "Страница услуги", "Page of the service", service => service.Url?.OriginalString, (service, value) => service.Url = (Uri?)value),
            Field<Service>("activityAreas", new LinesControl(), "Области", "Areas", service => string.Join('\n', service.ActivityAreas), (service, value) => service.ActivityAreas = ListOf<string>(value))
                with { Help = new("Спорт, культура, помощь животным… По одной на строке.", "Sport, culture, animals … One a line.") },
        ]) { IsRare = true },
        new("english", new("По-английски", "In English"),
        [
            Field<Service>("name.en", new NameControl(), "Название по-английски", "Name in English", service => service.NameEn, (service, value) => service.NameEn = (string?)value),
            Field<Service>("description.en", new TextControl(rows: 5), "В чём состоит, по-английски", "What it consists of, in English", service => service.DescriptionEn, (service, value) => service.DescriptionEn = (string?)value),
        ]) { IsRare = true },
    ];

    /// <inheritdoc/>
    public override IRepeatableInput Update(string id, CardDraft draft, int revision) => new UpdateServiceInput(id, draft.Build<ServiceInput>(), revision);

    /// <inheritdoc/>
    public override IRepeatableInput Create(string? centerId, CardDraft draft, string once) => new CreateServiceInput(centerId!, draft.Build<ServiceInput>(), once);

    /// <inheritdoc/>
    public override DirectoryEntry Fresh(Center? center) => new Service { Center = center, CenterId = center?.Id, Status = ServiceStatus.Active };

    /// <inheritdoc/>
    public override Territory? PlaceOf(DirectoryEntry entry) => ((Service)entry).Center?.Territory;
}
