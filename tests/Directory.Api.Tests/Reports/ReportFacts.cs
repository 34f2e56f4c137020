namespace CenterDirectory.Api.Tests.Reports;

/// <summary>The facts, report by report. Figures, quotes, people, programs, projects, grants and practices get types of their own later.</summary>
internal static class ReportFacts
{
    private const string Raduzhny = """centers(where: { territoryText: { contains: "Радужн" } }, order: [{ slug: DESC }])""";
    private const string Entrepreneurs = """center(slug: "raduzhnyj-socialnoe-predprinimatelstvo")""";
    private const string NonProfits = """center(slug: "raduzhnyj-podderzhka-so-nko")""";
    private const string UralConference = """event(slug: "konferenciya-uralskaya-set")""";
    private const string UralNetwork = """network(slug: "uralskaya-set-resursnyh-centrov")""";
    private const string RoundTable = """event(slug: "kruglyj-stol-habarovsk")""";
    private const string Governor = """event(slug: "vstrecha-gubernatora-habarovsk")""";
    private const string School = """event(slug: "shkola-rukovoditelej-resursnyh-centrov")""";
    private const string Planned = """centers(where: { territory: { code: { eq: "55" } }, status: { eq: PLANNED } }, order: [{ slug: ASC }])""";
    private const string Yakutia = """event(slug: "konferenciya-chelyabinsk-yakutiya")""";
    private const string Internship = """event(slug: "stazhirovka-v-erc-yakutii")""";

    /// <summary>All of them.</summary>
    public static IEnumerable<ReportFact> All => [.. R0, .. R1, .. R2, .. R3, .. R4];

    // Радужный
    private static ReportFact[] R0 =>
    [
        new("R0.1", Raduzhny, "nodes.territoryText", """["город Радужный", "город Радужный"]"""),
        new("R0.1", Raduzhny, "nodes.territory.name", "[null, null]"),
        new("R0.3", NonProfits, "activityAreas", """["детство", "межнациональные отношения", "спорт", "народные традиции", "благотворительность", "гражданско-патриотическое воспитание"]"""),
        new("R0.4", NonProfits, "foundingAct.title", "\"О ресурсных центрах поддержки социально ориентированных некоммерческих организаций, социальных предпринимателей на территории города Радужный\""),
        new("R0.4", NonProfits, "foundingAct.kind", "\"постановление\""),
        new("R0.4", Raduzhny, "nodes.foundingAct.signedOn", """["2019-08", "2019-08"]"""),
        new("R0.4", Raduzhny, "nodes.foundingAct.number", "[null, null]"),
        new("R0.4", Raduzhny, "nodes.foundingAct.signedBy", """["Наталья Гулина, руководитель муниципалитета", "Наталья Гулина, руководитель муниципалитета"]"""),
        new("R0.5", Entrepreneurs, "specializations", """["SOCIAL_ENTREPRENEURSHIP"]"""),
        new("R0.5", Entrepreneurs, "hostUnit", "\"отдел потребительского рынка и защиты прав потребителей\""),
        new("R0.6", NonProfits, "specializations", """["NONPROFIT_SUPPORT"]"""),
        new("R0.6", NonProfits, "hostUnit", "\"отдел по работе с общественными организациями и профилактике экстремизма\""),
        new("R0.7", NonProfits, "goals", """["Развивать некоммерческий сектор экономики города", "Создавать условия, в которых СО НКО появляются и растут", "Распространять новые технологии и удачный опыт социальной работы"]"""),
        new("R0.8", Entrepreneurs, "supportKinds", """["INFORMATIONAL", "CONSULTING", "METHODOLOGICAL"]"""),
        new("R0.8", NonProfits, "supportKinds", """["FINANCIAL", "INFORMATIONAL", "CONSULTING", "METHODOLOGICAL", "EDUCATIONAL", "ORGANIZATIONAL", "TECHNICAL", "MEDIA_PROMOTION"]"""),
        new("R0.8", """service(slug: "raduzhnyj-subsidii")""", "supportKinds", """["FINANCIAL"]"""),
        new("R0.9", NonProfits, "audiences", """["NONPROFITS", "SOCIALLY_ORIENTED_NONPROFITS", "INITIATIVE_GROUPS"]"""),
        new("R0.9", NonProfits, "services(first: 1).nodes.eligibility", """["Любая НКО; инициативная группа, которая готовит создание СО НКО"]"""),
        new("R0.10", NonProfits, "services.nodes.name", """["Помощь в организации публичных мероприятий", "Сопровождение по отдельным направлениям деятельности", "Техническая поддержка", "Управленческое консультирование"]"""),
        new("R0.11", NonProfits, "events.nodes.title", """["Обучение работников и добровольцев СО НКО"]"""),
        new("R0.11", NonProfits, "events.nodes.status", """["PLANNED"]"""),
        new("R0.11", """event(slug: "raduzhnyj-obuchenie-rabotnikov-i-volonterov")""", "audiences", """["SOCIALLY_ORIENTED_NONPROFITS", "VOLUNTEERS"]"""),
        new("R0.12", NonProfits, "news.nodes.publisher", """["Газета «Новости Радужного»"]"""),
        new("R0.12", NonProfits, "news.nodes.author", """["Елена Предеина"]"""),
    ];

    // Тюмень
    private static ReportFact[] R1 =>
    [
        new("R1.1", UralConference, "title", "\"Уральская сеть ресурсных центров для НКО: от регионов к муниципалитетам\""),
        new("R1.1", UralConference, "alternativeTitles", """["семинар"]"""),
        new("R1.1", UralConference, "kind", "\"CONFERENCE\""),
        new("R1.1", UralConference, "level", "\"INTERREGIONAL\""),
        new("R1.1", UralConference, "territoryText", "\"Тюмень\""),
        new("R1.1", UralConference, "date", "\"XXXX-11-16/XXXX-11-17\""),
        new("R1.1", UralConference, "dateEarliest", "null"),
        new("R1.2", UralNetwork, "members(order: [{ center: { territory: { code: ASC } } }]).nodes.center.territory.name", """["Курганская область", "Свердловская область", "Тюменская область", "Челябинская область", "Ханты-Мансийский автономный округ – Югра"]"""),
        new("R1.2", UralNetwork, "members.nodes.center.name", "[null, null, null, null, null]"),
        new("R1.2", UralConference, "centers.totalCount", "5"),
        new("R1.3", UralNetwork, "name", "\"Уральская сеть ресурсных центров\""),
        new("R1.3", UralConference, "outcomes", """["Подведены итоги программы, на которой держится сеть", "Координаторы региональных центров разобрали, что изменилось в регионах с начала программы", "Участники сравнили опыт друг друга и наметили, куда развиваться дальше"]"""),
        new("R1.4", UralConference, "agenda", """["Как региональные и муниципальные центры взаимодействуют и растут профессионально", "Финансовая, информационная, консультационная и методическая поддержка НКО пяти регионов в межрегиональном, региональных и муниципальных центрах", "Как расширить совместную работу органов власти, местного самоуправления и НКО пяти регионов"]"""),
        new("R1.5", UralConference, "news.nodes.territory.kind", """["FEDERAL_DISTRICT"]"""),
        new("R1.5", UralNetwork, "territories.nodes.parent.name", """["Уральский федеральный округ", "Уральский федеральный округ", "Уральский федеральный округ", "Уральский федеральный округ", "Уральский федеральный округ"]"""),
        new("R1.6", """organization(slug: "fond-my-vmeste")""", "name", "\"Фонд местных сообществ «МЫ ВМЕСТЕ»\""),
        new("R1.6", """organization(slug: "fond-my-vmeste")""", "kind", "\"FOUNDATION\""),
        new("R1.7", UralConference, """participants(where: { organization: { slug: { eq: "fond-my-vmeste" } } }).nodes.name""", "[null]"),
        new("R1.7", UralConference, """participants(where: { organization: { slug: { eq: "fond-my-vmeste" } } }).nodes.position""", """["специалист фонда"]"""),
        new("R1.8", UralConference, """participants(where: { name: { contains: "мазанова" } }).nodes.name""", """["Е. Мазанова"]"""),
        new("R1.8", UralConference, """participants(where: { name: { contains: "мазанова" } }).nodes.position""", """["заместитель председателя"]"""),
        new("R1.8", """organization(slug: "kurganskie-veterany")""", "activityAreas", """["просвещение людей серебряного возраста"]"""),
        new("R1.9", UralConference, "news.nodes.photoCredit", """["Фонд местных сообществ «Мы вместе», личный архив"]"""),
    ];

    // Хабаровск
    private static ReportFact[] R2 =>
    [
        new("R2.1", RoundTable, "news.nodes.publishedOn", """["2018-12-18"]"""),
        new("R2.2", RoundTable, "kind", "\"ROUND_TABLE\""),
        new("R2.2", RoundTable, "venue", "\"Общественная палата Хабаровского края\""),
        new("R2.2", RoundTable, "participants(where: { role: { in: [ORGANIZER, HOST] } }).nodes.organization.name", """["Общественная палата Хабаровского края", "Общественная палата Хабаровского края"]"""),
        new("R2.2", RoundTable, "date", "null"),
        new("R2.3", RoundTable, "participants(where: { role: { eq: MODERATOR } }).nodes.name", """["Светлана Машовец"]"""),
        new("R2.3", RoundTable, "participants(where: { role: { eq: MODERATOR } }).nodes.position", """["председатель комиссии Палаты по развитию гражданского общества"]"""),
        new("R2.4", Governor, "kind", "\"MEETING\""),
        new("R2.4", Governor, "dateText", "\"накануне круглого стола\""),
        new("R2.4", Governor, "date", "null"),
        new("R2.4", Governor, "territoryText", "\"Хабаровск\""),
        new("R2.4", Governor, "participants.nodes.position", """["Губернатор Хабаровского края", "руководители краевых ресурсных центров"]"""),
        new("R2.5", """territory(key: "RU-KHA")""", "declaredCenters.value", "7"),
        new("R2.5", """territory(key: "RU-KHA")""", "declaredCenters.comparator", "\"EXACT\""),
        new("R2.6", RoundTable, """participants(where: { name: { contains: "Треногина" } }).nodes.position""", """["член Общественной палаты Хабаровского края, директор АНО «Центр информационной поддержки развития Хабаровского края «Гражданские медиа»»"]"""),
        new("R2.6", RoundTable, """participants(where: { name: { contains: "Треногина" } }).nodes.organization.name""", """["АНО «Центр информационной поддержки развития Хабаровского края «Гражданские медиа»»"]"""),
        new("R2.7", """services(where: { slug: { startsWith: "habarovskij-kraj" } })""", "nodes.name", """["Помощь в оформлении проектов", "Помощь в подборе кадров для НКО", "Помощь в создании НКО"]"""),
        new("R2.7", """service(slug: "habarovskij-kraj-sozdanie-nko")""", "description", "\"Нужнее всего в муниципальных районах\""),
        new("R2.8", RoundTable, "findings", """["Потоки сообщений между центрами не согласованы", "У центров нет общей корпоративной культуры", "Проекты бывают одноразовыми", "Качество услуг неровное", "Центрам негде вместе показать свои услуги и встретить тех, кому нужна помощь", "Проекты умирают рано, профилактике этого стоит учиться на федеральном опыте", "Качество услуг СО НКО не с чем сравнить, нужны единые стандарты"]"""),
        new("R2.9", RoundTable, """participants(where: { name: { contains: "Сейфи" } }).nodes.organization.kind""", """["AUTHORITY"]"""),
        new("R2.10", RoundTable, "outcomes", """["Модель поддержки через ресурсные центры устоялась, но её силу убавляет разрозненность общественников", "Преодолеть разрозненность значит дать сектору главный толчок к развитию"]"""),
        new("R2.10", RoundTable, "news.nodes.author", """["Пресс-служба Общественной палаты Хабаровского края"]"""),
    ];

    // Омская область
    private static ReportFact[] R3 =>
    [
        new("R3.1", School, "news.nodes.publishedOn", """["2019-04-02"]"""),
        new("R3.1", School, "parts(where: { kind: { eq: GRADUATION } }).nodes.date", """["2019-04-01"]"""),
        new("R3.2", School, "participants(where: { role: { eq: ORGANIZER } }).nodes.organization.name", """["Омский центр инноваций социальной сферы"]"""),
        new("R3.2", School, "description", "\"Обучение тех, кто возглавит ресурсные центры: слушатели из 12 сельских районов, от бюджетных учреждений, НКО, социального бизнеса и администраций\""),
        new("R3.2", School, "participants(where: { role: { eq: PARTICIPANT } }).totalCount", "4"),
        new("R3.3", School, "parts(where: { kind: { eq: COURSE_SESSION } }).nodes.date", """["2019-03", "2019-03", "2019-03"]"""),
        new("R3.3", School, "agenda", """["Социальное проектирование", "Организация социальных услуг и общественных мероприятий", "Условия субсидий и грантов", "Организационные и юридические вопросы", "Сбор информационной базы"]"""),
        new("R3.3", School, "outcomes", """["Слушатели защитили свои модели ресурсных центров с учётом местных условий"]"""),
        new("R3.4", """organization(slug: "ciss-omsk")""", "shortName", "\"ЦИСС\""),
        new("R3.5", School, "participants(where: { role: { eq: FUNDER } }).nodes.organization.name", """["Фонд президентских грантов"]"""),
        new("R3.6", Planned, "nodes.territoryText", """["Большие Уки", "Москаленский район", "Оконешниковский район", "Павлоградский район", "Таврический район", "Тюкалинский район"]"""),
        new("R3.6", Planned, "nodes.startsOn", """["2019-04~", "2019-04~", "2019-04~", "2019-04~", "2019-04~", "2019-04~"]"""),
        new("R3.7", """center(slug: "resursnyj-centr-cherlak")""", "hostUnit", "\"комитет экономического развития районной администрации\""),
        new("R3.7", """events(where: { territoryText: { eq: "Черлак" } }, order: [{ slug: ASC }])""", "nodes.kind", """["SEMINAR", "STRATEGIC_SESSION"]"""),
        new("R3.8", """center(slug: "resursnyj-centr-moskalenskij-rajon")""", "addressText", "\"здание районной администрации\""),
        new("R3.9", """center(slug: "resursnyj-centr-poltavskij-rajon")""", "description", "\"Администрация района назначила освобождённого руководителя, который координирует общественников\""),
        new("R3.9", """organizations(where: { territoryText: { eq: "Полтавский район" }, kind: { neq: AUTHORITY } }, order: [{ slug: ASC }])""", "nodes.name", """["Национально-культурная автономия казахов (Полтавский район)", "Национально-культурная автономия немцев (Полтавский район)", "Национально-культурная автономия украинцев (Полтавский район)", "Объединение молодых волонтёров (Полтавский район)", "Объединение ветеранов (Полтавский район)"]"""),
        new("R3.9", """event(slug: "poltavskij-rajon-kruglyj-stol")""", "date", "\"2019-04\""),
        new("R3.10", """center(slug: "resursnyj-centr-isilkulskij-rajon")""", "declaredMembers.value", "35"),
        new("R3.10", """organization(slug: "isilkulskaya-druzhina-yunyh-ekologov")""", "awards { title text date }", """[{ "title": "Лучшая на межрегиональном уровне", "text": "неоднократно", "date": null }]"""),
        new("R3.10", """organization(slug: "isilkul-ekologo-esteticheskij-centr")""", "name", "\"Детский эколого-эстетический центр\""),
        new("R3.11", """centers(where: { specializations: { some: { eq: CULTURE } } }, order: [{ slug: ASC }])""", "nodes.hostUnit", """["общественная организация по поддержке культуры", "общественная организация по поддержке культуры"]"""),
        new("R3.11", """centers(where: { specializations: { some: { eq: YOUTH } } }, order: [{ slug: ASC }])""", "nodes.territoryText", """["Большие Уки", "Павлоградский район", "Таврический район"]"""),
        new("R3.11", """center(slug: "resursnyj-centr-tavricheskij-rajon")""", "goals", """["Занятость молодёжи", "Самореализация молодёжи"]"""),
    ];

    // Челябинск и Якутия
    private static ReportFact[] R4 =>
    [
        new("R4.1", Yakutia, "title", "\"Роль НКО и местных сообществ в развитии территорий Челябинской области и Якутии\""),
        new("R4.1", Yakutia, "level", "\"INTERREGIONAL\""),
        new("R4.1", Yakutia, "territoryText", "\"Челябинск\""),
        new("R4.1", Yakutia, "date", "null"),
        new("R4.2", Yakutia, "audiences", """["SOCIALLY_ORIENTED_NONPROFITS", "TOS", "VOLUNTEERS", "AUTHORITIES", "LOCAL_COMMUNITIES"]"""),
        new("R4.3", Yakutia, "participants(where: { role: { eq: SPEAKER } }, order: [{ name: ASC }]).nodes.name", """["Ксения Васильева", "Ксения Карпова", "Наталья Луковцева", "Ольга Вешникова"]"""),
        new("R4.3", Yakutia, """participants(where: { name: { contains: "Васильева" } }).nodes.position""", """["замглавы Бердигестяхского наслега"]"""),
        new("R4.3", Yakutia, """participants(where: { name: { contains: "Карпова" } }).nodes.organization.name""", """["«Волонтеры рядом»"]"""),
        new("R4.3", Yakutia, """participants(where: { name: { contains: "Луковцева" } }).nodes.position""", """["председатель совета старост 203 микрорайона"]"""),
        new("R4.3", Yakutia, """participants(where: { name: { contains: "Вешникова" } }).nodes.center.shortName""", """["ЕРЦ Якутии"]"""),
        new("R4.3", Yakutia, "participants(where: { role: { eq: WELCOME } }, order: [{ name: ASC }]).nodes.name", """["Дмитрий Семенов", "Михаил Комиссаров"]"""),
        new("R4.3", Yakutia, """participants(where: { name: { contains: "Семёнов" } }).nodes.organization.name""", """["Управление общественных связей Правительства Челябинской области"]"""),
        new("R4.4", Yakutia, "participants(where: { role: { eq: ORGANIZER } }).nodes.center.name", """["Единый ресурсный центр поддержки СО НКО и развития гражданских инициатив Якутии"]"""),
        new("R4.4", """center(slug: "erc-yakutii")""", "aliases", """["Единый ресурсный центр", "ЕРЦ"]"""),
        new("R4.4", Yakutia, "participants(where: { role: { eq: SUPPORTER } }).totalCount", "2"),
        new("R4.5", Yakutia, "participants(where: { role: { eq: FUNDER } }).nodes.organization.name", """["Фонд поддержки гражданских инициатив Южного Урала"]"""),
        new("R4.6", """organization(slug: "associaciya-tos-chelyabinskoj-oblasti")""", "kind", "\"ASSOCIATION\""),
        new("R4.7", Internship, "status", "\"PLANNED\""),
        new("R4.7", Internship, "participants(where: { role: { eq: HOST } }).nodes.center.shortName", """["ЕРЦ Якутии"]"""),
        new("R4.7", Internship, "parts.nodes.territoryText", """["Горный улус"]"""),
        new("R4.9", Yakutia, "outcomes", """["Челябинские эксперты высоко оценили опыт Якутии и предложили повторить его у себя", "Два региона готовы поддерживать друг друга консультациями, методикой и организацией"]"""),
        new("R4.10", Yakutia, "news.nodes.author", """["Пресс-служба Единого ресурсного центра поддержки СО НКО и развития гражданских инициатив Якутии"]"""),
    ];
}
