using CenterDirectory.Api.Hosting.Publishing;
using CenterDirectory.Data.Values;

namespace CenterDirectory.Api.Pages;

/// <summary>
/// The places of the site: the navigation of every page, and the doors of the start page. Whoever builds a place adds a constant and a
/// line in <see cref="All"/>.
/// </summary>
internal static class SiteMenu
{
    /// <summary>The list of centers.</summary>
    public static readonly MenuEntry Centers = new(
        "/centers", new("Центры", "Centers"), Door.Newcomer,
        new("Найти центр рядом: чем помогает, кому и как обратиться", "Find a center nearby: what it helps with, whom, and how to reach it")) { FollowsData = true };

    /// <summary>The list of services.</summary>
    public static readonly MenuEntry Services = new(
        "/services", new("Услуги", "Services"), Door.Newcomer,
        new("Консультации, обучение, помещения, деньги – на каких условиях", "Advice, training, premises, money – and on what terms")) { FollowsData = true, IsInMenu = false };

    /// <summary>The list of organizations.</summary>
    public static readonly MenuEntry Organizations = new(
        "/organizations", new("Организации", "Organizations"), Door.Newcomer,
        new("Кто ведёт центры и проводит события; поиск по названию, ОГРН и ИНН", "Who runs centers and holds events; by name, ОГРН or ИНН")) { FollowsData = true, IsInMenu = false };

    /// <summary>The list of events.</summary>
    public static readonly MenuEntry Events = new(
        "/events", new("События", "Events"), Door.Journalist,
        new("Что предстоит и что прошло: семинары, форумы, конкурсы", "What is to come and what is over: seminars, forums, competitions")) { FollowsData = true };

    /// <summary>The list of news.</summary>
    public static readonly MenuEntry News = new(
        "/news", new("Новости", "News"), Door.Journalist,
        new("Что пишут о центрах, со ссылкой на оригинал", "What is written about centers, with a link to the original")) { FollowsData = true };

    /// <summary>The map in words: what each territory has and lacks.</summary>
    public static readonly MenuEntry Territories = new(
        "/territories", new("Территории", "Territories"), Door.Chamber,
        new("Где центры есть, где их нет и какой поддержки не хватает", "Where there are centers, where there are none, and what support is missing")) { FollowsData = true };

    /// <summary>How the sources are doing.</summary>
    public static readonly MenuEntry Sources = new(
        "/sources", new("Источники", "Sources"), Door.Journalist,
        new("Откуда сведения, когда их читали и что не сошлось", "Where the facts come from, when they were read, and what did not fit"));

    /// <summary>The query page.</summary>
    public static readonly MenuEntry Queries = new(
        "/graphql", new("Запросы", "Queries"), Door.Developer,
        new("Спросить обо всём через GraphQL: без ключа, с готовыми запросами", "Ask for anything over GraphQL: no key, ready-made queries")) { IsForBrowsers = true };

    /// <summary>Events and news to subscribe to.</summary>
    public static readonly MenuEntry Feeds = new(
        "/feeds", new("Подписки", "Feeds"), Door.Journalist,
        new("Подписаться на события и новости: календарь, RSS, таблица", "Subscribe to events and news: calendar, RSS, spreadsheet")) { FollowsData = true };

    /// <summary>Dumps and catalog.</summary>
    public static readonly MenuEntry Data = new(
        "/data", new("Данные", "Data"), Door.Developer,
        new("Скачать всё: выгрузки с контрольными суммами, HSDS, каталог DCAT", "Download everything: dumps with checksums, HSDS, a DCAT catalog"));

    /// <summary>Widgets for other sites.</summary>
    public static readonly MenuEntry Embed = new(
        "/embed", new("На ваш сайт", "On your site"), Door.Chamber,
        new("Поставить каталог или календарь на свой сайт: выбрать, посмотреть, скопировать", "Put the directory or a calendar on your own site: choose, look, copy"));

    /// <summary>All of them, in the order of the navigation and of the doors.</summary>
    public static readonly IReadOnlyList<MenuEntry> All = [Centers, Services, Events, News, Organizations, Territories, Feeds, Embed, Data, Sources, Queries];

    /// <summary>The list of all entries of a type; null if there is none.</summary>
    public static MenuEntry? ListOf(EntryType type) => EntryAddress.SegmentOf(type) is { } segment ? All.FirstOrDefault(entry => entry.Path == "/" + segment) : null;
}

/// <summary>A place of the site.</summary>
/// <param name="Path">Its address.</param>
/// <param name="Title">Its name in the navigation.</param>
/// <param name="Door">Who is led there from the start page.</param>
/// <param name="Promise">What one finds there, in a line.</param>
internal sealed record MenuEntry(string Path, LocalizedText Title, Door Door, LocalizedText Promise)
{
    /// <summary>Whether only a browser gets a page there.</summary>
    public bool IsForBrowsers { get; init; }

    /// <summary>Whether it stands in the navigation of every page; what does not is led to from its neighbours and the start page.</summary>
    public bool IsInMenu { get; init; } = true;

    /// <summary>Whether it says something new with each revision.</summary>
    public bool FollowsData { get; init; }
}

/// <summary>For whom the start page has a door.</summary>
internal enum Door
{
    /// <summary>Somebody who needs support.</summary>
    Newcomer,

    /// <summary>Somebody who reports.</summary>
    Journalist,

    /// <summary>Somebody who builds on the data.</summary>
    Developer,

    /// <summary>A civic chamber, a ministry, a network: who publishes and looks after the whole.</summary>
    Chamber,
}
