using CenterDirectory.Data.Values;

namespace CenterDirectory.Api.Pages;

/// <summary>What stands over the doors of the start page.</summary>
internal static class DoorWords
{
    /// <summary>Whom a door is for, and what they came for.</summary>
    public static LocalizedText Of(Door door) => door switch
    {
        Door.Newcomer => new("Ищу поддержку", "I need support"),
        Door.Journalist => new("Пишу об НКО", "I report on non-profits"),
        Door.Developer => new("Разрабатываю", "I build software"),
        Door.Chamber => new("Представляю палату, ведомство или сеть", "I work for a chamber, an authority or a network"),
        _ => throw new ArgumentOutOfRangeException(nameof(door), door, "A door without words."),
    };

    /// <summary>What the start page itself has for them.</summary>
    public static IEnumerable<HomeSection> Here(Door door) => door switch
    {
        Door.Newcomer => [],
        Door.Journalist => [],
        Door.Developer =>
        [
            new("asking", new("Как спросить", "How to ask"), new("Адрес API, схема и примеры, которые можно скопировать", "The address of the API, the schema, and examples to copy")),
        ],
        Door.Chamber =>
        [
            new("feeds", new("Подключить источник", "Plug in a feed"), new("Список центров, услуг и событий попадает сюда из одной таблицы, без программиста", "A list of centers, services and events gets here from one table, without a programmer")),
        ],
        _ => throw new ArgumentOutOfRangeException(nameof(door), door, "A door that leads nowhere."),
    };
}

/// <summary>A section of the start page.</summary>
/// <param name="Key">Its id.</param>
/// <param name="Title">What it is called.</param>
/// <param name="Promise">What one finds there.</param>
internal sealed record HomeSection(string Key, LocalizedText Title, LocalizedText Promise);
