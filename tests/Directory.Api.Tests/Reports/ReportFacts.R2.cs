namespace CenterDirectory.Api.Tests.Reports;

internal static partial class ReportFacts
{
    private const string RoundTable = """event(slug: "kruglyj-stol-habarovsk")""";
    private const string Governor = """event(slug: "vstrecha-gubernatora-habarovsk")""";

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
        new("R2.3", """person(slug: "svetlana-mashovec")""", "roles.nodes.position", """["председатель комиссии Палаты по развитию гражданского общества"]"""),
        new("R2.3", """person(slug: "svetlana-mashovec")""", "roles.nodes.organization.name", """["Общественная палата Хабаровского края"]"""),
        new("R2.3", """person(slug: "svetlana-mashovec")""", "quotes.nodes.text", """["определение основных точек взаимодействия между всеми ресурсными центрами"]"""),
        new("R2.4", Governor, "kind", "\"MEETING\""),
        new("R2.4", Governor, "dateText", "\"накануне круглого стола\""),
        new("R2.4", Governor, "date", "null"),
        new("R2.4", Governor, "territoryText", "\"Хабаровск\""),
        new("R2.4", Governor, "participants.nodes.position", """["Губернатор Хабаровского края", "руководители краевых ресурсных центров"]"""),
        new("R2.5", """territory(key: "RU-KHA")""", "declaredCenters.value", "7"),
        new("R2.5", """territory(key: "RU-KHA")""", "declaredCenters.comparator", "\"EXACT\""),
        new("R2.5", """metric(slug: "nko-habarovskogo-kraya")""", "kind", "\"FACT\""),
        new("R2.5", """metric(slug: "nko-habarovskogo-kraya")""", "quantity { value comparator unit text }", """{ "value": 2000, "comparator": "MORE_THAN", "unit": "некоммерческая организация", "text": "более 2 тысяч" }"""),
        new("R2.5", """metric(slug: "nko-habarovskogo-kraya")""", "period", "\"2018\""),
        new("R2.5", """metric(slug: "nko-habarovskogo-kraya")""", "subject.displayName", "\"Хабаровский край\""),
        new("R2.5", """territory(key: "27")""", "metrics.nodes.name", """["Зарегистрированные некоммерческие организации"]"""),
        new("R2.6", RoundTable, """participants(where: { name: { contains: "Треногина" } }).nodes.position""", """["член Общественной палаты Хабаровского края, директор АНО «Центр информационной поддержки развития Хабаровского края «Гражданские медиа»»"]"""),
        new("R2.6", RoundTable, """participants(where: { name: { contains: "Треногина" } }).nodes.organization.name""", """["АНО «Центр информационной поддержки развития Хабаровского края «Гражданские медиа»»"]"""),
        new("R2.6", """person(slug: "kseniya-trenogina")""", "roles(order: [{ role: DESC }]).nodes.role", """["MEMBER", "HEAD"]"""),
        new("R2.6", """person(slug: "kseniya-trenogina")""", "roles(order: [{ role: DESC }]).nodes.organization.name", """["Общественная палата Хабаровского края", "АНО «Центр информационной поддержки развития Хабаровского края «Гражданские медиа»»"]"""),
        new("R2.6", """person(slug: "kseniya-trenogina")""", "roles(order: [{ role: DESC }]).nodes.position", """["член Общественной палаты Хабаровского края", "директор"]"""),
        new("R2.6", """person(slug: "kseniya-trenogina")""", "quotes.totalCount", "1"),
        new("R2.6", RoundTable, """participants(where: { person: { slug: { eq: "kseniya-trenogina" } } }).nodes.role""", """["SPEAKER"]"""),
        new("R2.7", """services(where: { slug: { startsWith: "habarovskij-kraj" } })""", "nodes.name", """["Помощь в оформлении проектов", "Помощь в подборе кадров для НКО", "Помощь в создании НКО"]"""),
        new("R2.7", """service(slug: "habarovskij-kraj-sozdanie-nko")""", "description", "\"Нужнее всего в муниципальных районах\""),
        new("R2.7", RoundTable, "findings", """["Потоки сообщений между центрами не согласованы", "У центров нет общей корпоративной культуры", "Проекты бывают одноразовыми", "Качество услуг неровное", "Центрам негде вместе показать свои услуги и встретить тех, кому нужна помощь", "Проекты умирают рано, профилактике этого стоит учиться на федеральном опыте", "Качество услуг СО НКО не с чем сравнить, нужны единые стандарты", "Помощь нужнее всего в муниципальных районах"]"""),
        new("R2.8", RoundTable, "findings", """["Потоки сообщений между центрами не согласованы", "У центров нет общей корпоративной культуры", "Проекты бывают одноразовыми", "Качество услуг неровное", "Центрам негде вместе показать свои услуги и встретить тех, кому нужна помощь", "Проекты умирают рано, профилактике этого стоит учиться на федеральном опыте", "Качество услуг СО НКО не с чем сравнить, нужны единые стандарты", "Помощь нужнее всего в муниципальных районах"]"""),
        new("R2.9", RoundTable, """participants(where: { name: { contains: "Сейфи" } }).nodes.organization.kind""", """["AUTHORITY"]"""),
        new("R2.9", """person(slug: "tatyana-sejfi")""", "roles.nodes.position", """["начальник по взаимодействию с социально ориентированными некоммерческими организациями управления общественных связей"]"""),
        new("R2.9", """person(slug: "tatyana-sejfi")""", "quotes.nodes.text", """["нет единой площадки, где все ресурсные центры могли бы отмечать свои услуги"]"""),
        new("R2.10", RoundTable, "outcomes", """["Модель поддержки через ресурсные центры устоялась, но её силу убавляет разрозненность общественников", "Преодолеть разрозненность значит дать сектору главный толчок к развитию"]"""),
        new("R2.10", RoundTable, "news.nodes.author", """["Пресс-служба Общественной палаты Хабаровского края"]"""),
        new("R2.10", RoundTable, "news.nodes.text", "[null]"),
    ];
}
