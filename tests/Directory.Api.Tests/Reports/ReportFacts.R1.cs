namespace CenterDirectory.Api.Tests.Reports;

internal static partial class ReportFacts
{
    private const string UralConference = """event(slug: "konferenciya-uralskaya-set")""";
    private const string UralNetwork = """network(slug: "uralskaya-set-resursnyh-centrov")""";

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
        new("R1.3", UralNetwork, "program.name", "\"Уральская сеть ресурсных центров для развития и поддержки СО НКО\""),
        new("R1.3", UralConference, "program.name", "\"Уральская сеть ресурсных центров для развития и поддержки СО НКО\""),
        new("R1.3", """program(slug: "uralskaya-set-dlya-so-nko")""", "centers.totalCount", "5"),
        new("R1.3", """program(slug: "uralskaya-set-dlya-so-nko")""", "centers(first: 1).nodes.people.nodes.role", """["COORDINATOR"]"""),
        new("R1.3", """program(slug: "uralskaya-set-dlya-so-nko")""", "centers(first: 1).nodes.people.nodes.person.name", "[null]"),
        new("R1.3", """program(slug: "uralskaya-set-dlya-so-nko")""", "territories(order: [{ code: ASC }]).nodes.code", """["45", "66", "72", "74", "86"]"""),
        new("R1.4", UralConference, "agenda", """["Как региональные и муниципальные центры взаимодействуют и растут профессионально", "Финансовая, информационная, консультационная и методическая поддержка НКО пяти регионов в межрегиональном, региональных и муниципальных центрах", "Как расширить совместную работу органов власти, местного самоуправления и НКО пяти регионов"]"""),
        new("R1.5", UralConference, "news.nodes.territory.kind", """["FEDERAL_DISTRICT"]"""),
        new("R1.5", UralNetwork, "territories.nodes.parent.name", """["Уральский федеральный округ", "Уральский федеральный округ", "Уральский федеральный округ", "Уральский федеральный округ", "Уральский федеральный округ"]"""),
        new("R1.6", """organization(slug: "fond-my-vmeste")""", "name", "\"Фонд местных сообществ «МЫ ВМЕСТЕ»\""),
        new("R1.6", """organization(slug: "fond-my-vmeste")""", "kind", "\"FOUNDATION\""),
        new("R1.6", """organization(slug: "fond-my-vmeste")""", "people(where: { role: { eq: FOUNDER } }).nodes.person.name", """["Алексей Андреев"]"""),
        new("R1.6", """person(slug: "aleksej-andreev")""", "roles(where: { role: { eq: null } }).nodes.position", """["депутат Думы Ханты-Мансийского автономного округа – Югры"]"""),
        new("R1.6", """person(slug: "aleksej-andreev")""", "roles(where: { role: { eq: null } }).nodes.organizationText", """["Дума Ханты-Мансийского автономного округа – Югры"]"""),
        new("R1.7", UralConference, """participants(where: { organization: { slug: { eq: "fond-my-vmeste" } } }).nodes.name""", "[null]"),
        new("R1.7", UralConference, """participants(where: { organization: { slug: { eq: "fond-my-vmeste" } } }).nodes.position""", """["специалист фонда"]"""),
        new("R1.7", UralConference, """participants(where: { organization: { slug: { eq: "fond-my-vmeste" } } }).nodes.person.name""", "[null]"),
        new("R1.8", UralConference, """participants(where: { name: { contains: "мазанова" } }).nodes.name""", """["Е. Мазанова"]"""),
        new("R1.8", UralConference, """participants(where: { name: { contains: "мазанова" } }).nodes.position""", """["заместитель председателя"]"""),
        new("R1.8", """organization(slug: "kurganskie-veterany")""", "activityAreas", """["просвещение людей серебряного возраста"]"""),
        new("R1.8", """person(slug: "e-mazanova")""", "roles.nodes.position", """["заместитель председателя"]"""),
        new("R1.8", """person(slug: "e-mazanova")""", "roles.nodes.organization.territoryText", """["Курган"]"""),
        new("R1.8", """person(slug: "e-mazanova")""", "quotes.nodes.text", """["просветительские проекты для серебряного возраста"]"""),
        new("R1.8", UralConference, """participants(where: { name: { contains: "мазанова" } }).nodes.person.name""", """["Е. Мазанова"]"""),
        new("R1.9", UralConference, "news.nodes.photoCredit", """["Фонд местных сообществ «Мы вместе», личный архив"]"""),
        new("R1.9", """person(slug: "aleksej-andreev")""", "quotes.nodes.text", """["некоммерческие организации приобретают новый статус, укрепляют свой профессионализм"]"""),
        new("R1.9", UralConference, "news.nodes.text", "[null]"),
    ];
}
