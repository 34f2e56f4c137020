using System.Collections.Frozen;
using CenterDirectory.Data.Values;

namespace CenterDirectory.Api.Pages.Words;

/// <summary>What people call the fields of entries; a field without a word keeps its name in the API.</summary>
internal static class FieldWords
{
    private static readonly FrozenDictionary<string, LocalizedText> Words = new Dictionary<string, LocalizedText>(StringComparer.Ordinal)
    {
        ["name"] = new("Название", "Name"),
        ["title"] = new("Название", "Title"),
        ["shortName"] = new("Краткое название", "Short name"),
        ["aliases"] = new("Другие названия", "Other names"),
        ["description"] = new("Описание", "Description"),
        ["summary"] = new("Кратко", "Summary"),
        ["kind"] = new("Вид", "Kind"),
        ["level"] = new("Уровень", "Level"),
        ["status"] = new("Состояние", "State"),
        ["supportKinds"] = new("Виды поддержки", "Kinds of support"),
        ["audiences"] = new("Для кого", "For whom"),
        ["specializations"] = new("Специализация", "Specializes in"),
        ["activityAreas"] = new("Области работы", "Areas of work"),
        ["startsOn"] = new("Начало работы", "Works since"),
        ["territory"] = new("Территория", "Territory"),
        ["territoryText"] = new("Место словами источника", "Place in the source's words"),
        ["parent"] = new("Входит в", "Belongs to"),
        ["operator"] = new("Кто ведёт", "Run by"),
        ["hostUnit"] = new("Подразделение", "Unit"),
        ["addressText"] = new("Адрес", "Address"),
        ["address"] = new("Адрес по частям", "Address in parts"),
        ["location"] = new("Точка на карте", "Point on the map"),
        ["contacts"] = new("Контакты", "Contacts"),
        ["website"] = new("Сайт", "Site"),
        ["url"] = new("Страница", "Page"),
        ["openingHours"] = new("Часы работы", "Opening hours"),
        ["declaredMembers"] = new("Участников", "Members"),
        ["declaredCenters"] = new("Центров по словам источников", "Centers, as sources state it"),
        ["date"] = new("Дата", "Date"),
        ["dateText"] = new("Дата словами источника", "Date in the source's words"),
        ["startsAt"] = new("Начало", "Start"),
        ["endsAt"] = new("Окончание", "End"),
        ["timeZone"] = new("Часовой пояс", "Time zone"),
        ["venue"] = new("Место", "Venue"),
        ["ogrn"] = new("ОГРН", "OGRN"),
        ["inn"] = new("ИНН", "INN"),
        ["code"] = new("Код региона", "Code of the region"),
        ["iso"] = new("ISO 3166-2", "ISO 3166-2"),
        ["oktmo"] = new("ОКТМО", "OKTMO"),
        ["okved"] = new("Основной ОКВЭД", "Main activity (OKVED)"),
        ["legalForm"] = new("Правовая форма", "Legal form"),
        ["registeredOn"] = new("Зарегистрирована", "Registered"),
        ["publishedOn"] = new("Опубликовано", "Published"),
        ["publisher"] = new("Издание", "Published by"),
        ["author"] = new("Автор", "Author"),
        ["center"] = new("Центр", "Center"),
        ["provider"] = new("Исполнитель", "Provided by"),
        ["fee"] = new("Оплата", "Fee"),
        ["price"] = new("Цена", "Price"),
        ["deliveryModes"] = new("Как получить", "How it reaches you"),
        ["eligibility"] = new("Кто может обратиться", "Who may ask for it"),
        ["period"] = new("Когда", "When"),
        ["goal"] = new("Цель", "Goal"),
        ["recipient"] = new("Получатель", "Recipient"),
        ["funder"] = new("Кто даёт", "Given by"),
        ["amount"] = new("Сумма", "Sum"),
        ["number"] = new("Номер", "Number"),
    }.ToFrozenDictionary(StringComparer.Ordinal);

    /// <summary>The word of a field.</summary>
    public static string Of(PageLanguage language, string field) => Words.TryGetValue(field, out var words) ? language.Pick(words) : field;
}
