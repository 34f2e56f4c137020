using CenterDirectory.Data.Entities;
using CenterDirectory.Data.Entities.Links;
using CenterDirectory.Data.Values;

namespace CenterDirectory.Data.Tests;

/// <summary>A few invented entries that use every kind of column.</summary>
internal static class SampleDirectory
{
    public static readonly DateTime Day = new(2019, 4, 2, 4, 30, 0, DateTimeKind.Utc);

    public static async Task FillAsync(DirectoryDb db, CancellationToken cancellationToken)
    {
        var region = new Territory
        {
            Slug = "primer", Name = "Примерная область", DisplayName = "Примерная область", Kind = TerritoryKind.Region, Code = "99", Iso = "RU-XXX",
            Oktmo = Oktmo.Parse("99000000"), TimeZone = "Asia/Omsk", CreatedAt = Day, UpdatedAt = Day,
            DeclaredCenters = new Quantity { Value = 7, Comparator = Comparator.Exact },
        };
        var town = new Territory { Slug = "gorod", Name = "Город", Kind = TerritoryKind.Locality, Parent = region };
        db.AddRange(
            new TerritoryClosure { Ancestor = region, Descendant = region },
            new TerritoryClosure { Ancestor = town, Descendant = town },
            new TerritoryClosure { Ancestor = region, Descendant = town });
        var center = Center(town);
        var nameless = new Center { Slug = "bez-imeni", DisplayName = "Ресурсный центр (Примерная область)", Territory = region };
        var network = new Network { Slug = "set", Name = "Примерная сеть", Coordinator = center.Operator };
        var conference = Conference(town);
        var news = new NewsItem { Slug = "novost", Title = "Новость", PublishedOn = FuzzyDate.Parse("2019-04-02"), PublishedAt = Day, Territory = region };
        db.AddRange(
            center,
            nameless,
            new NetworkMember { Network = network, Center = center, Role = ParticipantRole.Coordinator, Since = FuzzyDate.Parse("2018") },
            new NetworkMember { Network = network, Center = nameless },
            new NetworkTerritory { Network = network, Territory = region },
            new CenterServiceArea { Center = center, Territory = region },
            new EventParticipant { Event = conference, Center = center, Role = ParticipantRole.Organizer },
            new EventParticipant { Event = conference, Organization = center.Operator, Name = "Ёлкина", Position = "модератор", Role = ParticipantRole.Moderator },
            new NewsEvent { News = news, Event = conference },
            new NewsCenter { News = news, Center = center });
        await db.SaveChangesAsync(cancellationToken);
    }

    private static Center Center(Territory territory) => new()
    {
        Slug = "centr", Name = "Ресурсный центр «Ёлка»", ShortName = "РЦ", DisplayName = "Ресурсный центр «Ёлка»", Aliases = ["Ёлка", "РЦ, старый"],
        CreatedAt = Day, UpdatedAt = Day.AddHours(1), Level = CenterLevel.Municipal, Status = CenterStatus.Active,
        Specializations = [Specialization.NonprofitSupport], SupportKinds = [SupportKind.MediaPromotion, SupportKind.Consulting],
        StatedSupportKinds = [SupportKind.Consulting], Audiences = [Audience.Tos], StatedAudiences = [Audience.Tos], ActivityAreas = ["спорт"],
        Goals = ["цель"], StartsOn = FuzzyDate.Parse("2019-04~"), Territory = territory, TerritoryText = "г. Город", HostUnit = "Отдел №2",
        DeclaredMembers = new Quantity { Value = 20, Comparator = Comparator.MoreThan, Unit = "организация", Text = "более двадцати" },
        Location = new GeoPoint { Latitude = 55.5, Longitude = 73.25, Accuracy = GeoAccuracy.Locality },
        Contacts = [new Contact { Kind = ContactKind.Phone, Value = "+70000000000", Label = "приёмная" }], Website = new Uri("https://example.org/центр"),
        FoundingAct = new LegalAct { Title = "О центрах", Kind = "постановление", SignedOn = FuzzyDate.Parse("2019-08") },
        Operator = new Organization
        {
            Slug = "org", Name = "АНО «Пример»", Kind = OrganizationKind.Nonprofit, Status = OrganizationStatus.Registered, IsSociallyOriented = true,
            Ogrn = Ogrn.Parse("1027700132195"), Inn = Inn.Parse("7707083893"), RegisteredOn = FuzzyDate.Parse("2002"),
            LegalForm = new LegalForm { Okopf = "71400", Label = "Автономная некоммерческая организация" },
            RegistryNumbers = [new RegistryNumber { Scheme = "minjust", Value = "7714000001" }],
            Awards = [new Award { Title = "Награда", Date = FuzzyDate.Parse("2018-12") }],
        },
        Services =
        [
            new Service { Slug = "usluga-1", Name = "Консультация", Status = ServiceStatus.Active, SupportKinds = [SupportKind.Consulting], Fee = Fee.Free },
            new Service { Slug = "usluga-2", Name = "Афиша", DeliveryModes = [DeliveryMode.Online, DeliveryMode.Visit], Url = new Uri("https://example.org/2") },
        ],
    };

    private static Event Conference(Territory territory) => new()
    {
        Slug = "konferenciya", Title = "Конференция", Kind = EventKind.Conference, Date = FuzzyDate.Parse("XXXX-11-16/XXXX-11-17"), Territory = territory,
        StartsAt = Day, Agenda = ["первое", "второе"], Level = EventLevel.Interregional, Capacity = 50,
    };
}
