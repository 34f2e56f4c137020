using CenterDirectory.Data.Values;
using CenterDirectory.Importers.Mentions;

namespace CenterDirectory.Importers.Tests.Mentions;

/// <summary>A small directory whose names hold the difficulties of large ones.</summary>
internal sealed class InventedNames
{
    private readonly List<NamedEntry> entries = [];
    private readonly Dictionary<string, long> ids = [];
    private readonly Dictionary<EntryKey, string> keys = [];
    private readonly TerritoryTree tree = new();

    public InventedNames()
    {
        Place("russia", TerritoryKind.Country, null, "Россия");
        Place("urfo", TerritoryKind.FederalDistrict, "russia", "Уральский федеральный округ");
        Place("omobl", TerritoryKind.Region, "russia", "Омская область");
        Place("khab", TerritoryKind.Region, "russia", "Хабаровский край");
        Place("prim", TerritoryKind.Region, "russia", "Приморский край");
        Place("kurg", TerritoryKind.Region, "urfo", "Курганская область");
        Place("chel", TerritoryKind.Region, "urfo", "Челябинская область");
        Place("tyum", TerritoryKind.Region, "urfo", "Тюменская область");
        Place("hmao", TerritoryKind.Region, "urfo", "Ханты-Мансийский автономный округ – Югра");
        Place("yakut", TerritoryKind.Region, "russia", "Республика Саха (Якутия)");
        Place("tatar", TerritoryKind.Region, "russia", "Республика Татарстан");
        Place("moscow", TerritoryKind.Region, "russia", "Москва");
        Place("moscow-city", TerritoryKind.Locality, "moscow", "Москва");
        Place("vladobl", TerritoryKind.Region, "russia", "Владимирская область");
        Place("omsk", TerritoryKind.Locality, "omobl", "Омск");
        Place("tyumen", TerritoryKind.Locality, "tyum", "Тюмень");
        Place("khabarovsk", TerritoryKind.Locality, "khab", "Хабаровск");
        Place("cherlak", TerritoryKind.Locality, "omobl", "Черлак");
        Place("uki", TerritoryKind.Locality, "omobl", "Большие Уки");
        Place("vladimir", TerritoryKind.Locality, "vladobl", "Владимир");
        Place("raduzhny-hmao", TerritoryKind.Locality, "hmao", "Радужный");
        Place("raduzhny-vlad", TerritoryKind.Locality, "vladobl", "Радужный");
        Place("poltavsky", TerritoryKind.MunicipalDistrict, "omobl", "Полтавский муниципальный район");
        Place("oktyabrsky", TerritoryKind.Locality, "omobl", "Октябрьский");
        Place("kiev", TerritoryKind.Locality, "omobl", "д Киев");
        Place("elets", TerritoryKind.Locality, "russia", "Елец");

        Add("ciss", EntryType.Organization, "omobl", "Омский центр инноваций социальной сферы", "ЦИСС");
        Add("fpg", EntryType.Organization, null, "Фонд президентских грантов");
        Add("palata", EntryType.Organization, "khab", "Общественная палата Хабаровского края");
        Add("media", EntryType.Organization, "khab", "АНО «Центр информационной поддержки развития Хабаровского края «Гражданские медиа»»", "«Гражданские медиа»");
        Add("vmeste", EntryType.Organization, null, "Фонд местных сообществ «МЫ ВМЕСТЕ»", "«МЫ ВМЕСТЕ»");
        Add("veterans", EntryType.Organization, "kurg", "Курганская городская общественная организация ветеранов (пенсионеров) войны, труда, Вооруженных Сил и правоохранительных органов");
        Add("nadezhda-om", EntryType.Organization, "omobl", "Благотворительный фонд «Надежда»");
        Add("nadezhda-kh", EntryType.Organization, "khab", "Благотворительный фонд «Надежда»");
        Add("nashdom", EntryType.Organization, "tatar", "Ассоциация «Наш общий дом»");
        Add("rosmol", EntryType.Organization, null, "Росмолодёжь");
        Add("druzhina", EntryType.Organization, "omobl", "Исилькульская дружина юных экологов");
        Add("adm", EntryType.Organization, "omobl", "Администрация Полтавского района");
        Add("erc", EntryType.Center, "yakut", "Единый ресурсный центр поддержки СО НКО и развития гражданских инициатив Якутии", "ЕРЦ Якутии", "Единый ресурсный центр", "ЕРЦ");
        Add("isilkul", EntryType.Center, "omobl", "Исилькульский ресурсный центр");
        Add("set", EntryType.Network, null, "Уральская сеть ресурсных центров");
        Add("program", EntryType.Program, null, "Уральская сеть ресурсных центров для развития и поддержки СО НКО");
        Add("school", EntryType.Program, null, "Школа социальных инноваций");
        Add("estafeta", EntryType.Project, null, "Эстафета социальных инноваций");
        Add("seminar", EntryType.Event, null, "Семинар для НКО");
        Add("forum", EntryType.Event, "chel", "Роль НКО и местных сообществ в развитии территорий Челябинской области и Якутии");
        Add("gulina", EntryType.Person, null, "Наталья Гулина");
        Add("mazanova", EntryType.Person, null, "Е. Мазанова");
        Add("andreev", EntryType.Person, null, "Алексей Андреев");
        Add("veshnikova", EntryType.Person, null, "Вешникова Ольга Петровна");
        Add("ivanov-om", EntryType.Person, null, "Павел Иванов");
        Add("ivanov-kh", EntryType.Person, null, "Павел Иванов");
        Relate("ivanov-om", "ciss");
        Relate("ivanov-kh", "palata");
    }

    /// <summary>Marks what is found in a text.</summary>
    public string Mark(string text, string? about = null, IEnumerable<NamedEntry>? inOrder = null) =>
        MarkedText.Mark(text, Find(text, about, inOrder).Select(mention => (mention.Start, mention.Length, keys[mention.Target])));

    public IReadOnlyList<FoundMention> Find(string text, string? about = null, IEnumerable<NamedEntry>? inOrder = null) =>
        new MentionFinder((inOrder ?? entries).SelectMany(NamePatterns.Of), tree).Find(text, about is null ? null : ids[about]);

    public IReadOnlyList<NamedEntry> Entries => entries;

    private void Place(string key, TerritoryKind kind, string? parent, string name)
    {
        var id = Note(key, EntryType.Territory);
        tree.Add(id, parent is null ? null : ids[parent], kind);
        entries.Add(new NamedEntry(EntryType.Territory, id, [name], id) { Kind = kind });
    }

    private void Add(string key, EntryType type, string? place, params string[] names) =>
        entries.Add(new NamedEntry(type, Note(key, type), names, place is null ? null : ids[place]));

    private void Relate(string person, string organization)
    {
        var index = entries.FindIndex(entry => keys[entry.Key] == person);
        entries[index] = entries[index] with { Related = [new EntryKey(EntryType.Organization, ids[organization])] };
    }

    private long Note(string key, EntryType type)
    {
        ids.Add(key, ids.Count + 1);
        keys.Add(new EntryKey(type, ids.Count), key);
        return ids.Count;
    }
}
