namespace CenterDirectory.Api.Tests.Reports;

internal static partial class ReportFacts
{
    private const string Raduzhny = """centers(where: { territoryText: { contains: "Радужн" } }, order: [{ slug: DESC }])""";
    private const string Entrepreneurs = """center(slug: "raduzhnyj-socialnoe-predprinimatelstvo")""";
    private const string NonProfits = """center(slug: "raduzhnyj-podderzhka-so-nko")""";

    // Радужный
    private static ReportFact[] R0 =>
    [
        new("R0.1", Raduzhny, "nodes.territoryText", """["город Радужный", "город Радужный"]"""),
        new("R0.1", Raduzhny, "nodes.territory.name", "[null, null]"),
        new("R0.2", """metric(slug: "nko-goroda-raduzhnyj")""", "kind", "\"FACT\""),
        new("R0.2", """metric(slug: "nko-goroda-raduzhnyj")""", "quantity { value comparator unit text }", """{ "value": 20, "comparator": "MORE_THAN", "unit": "некоммерческая организация", "text": "более двадцати" }"""),
        new("R0.2", """metric(slug: "nko-goroda-raduzhnyj")""", "period", "\"2019\""),
        new("R0.2", """metric(slug: "nko-goroda-raduzhnyj")""", "territoryText", "\"город Радужный\""),
        new("R0.2", """metric(slug: "nko-goroda-raduzhnyj")""", "territory.name", "null"),
        new("R0.3", NonProfits, "activityAreas", """["детство", "межнациональные отношения", "спорт", "народные традиции", "благотворительность", "гражданско-патриотическое воспитание"]"""),
        new("R0.3", """metric(slug: "nko-goroda-raduzhnyj")""", "activityAreas", """["детство", "межнациональные отношения", "спорт", "народные традиции", "благотворительность", "гражданско-патриотическое воспитание"]"""),
        new("R0.4", NonProfits, "foundingAct.title", "\"О ресурсных центрах поддержки социально ориентированных некоммерческих организаций, социальных предпринимателей на территории города Радужный\""),
        new("R0.4", NonProfits, "foundingAct.kind", "\"постановление\""),
        new("R0.4", Raduzhny, "nodes.foundingAct.signedOn", """["2019-08", "2019-08"]"""),
        new("R0.4", Raduzhny, "nodes.foundingAct.number", "[null, null]"),
        new("R0.4", Raduzhny, "nodes.foundingAct.signedBy", """["Наталья Гулина, руководитель муниципалитета", "Наталья Гулина, руководитель муниципалитета"]"""),
        new("R0.4", """person(slug: "natalya-gulina")""", "roles.nodes.position", """["руководитель муниципалитета"]"""),
        new("R0.4", """person(slug: "natalya-gulina")""", "roles.nodes.organization.name", """["Администрация города Радужный"]"""),
        new("R0.5", Entrepreneurs, "specializations", """["SOCIAL_ENTREPRENEURSHIP"]"""),
        new("R0.5", Entrepreneurs, "hostUnit", "\"отдел потребительского рынка и защиты прав потребителей\""),
        new("R0.6", NonProfits, "specializations", """["NONPROFIT_SUPPORT"]"""),
        new("R0.6", NonProfits, "hostUnit", "\"отдел по работе с общественными организациями и профилактике экстремизма\""),
        new("R0.7", NonProfits, "goals", """["Развивать некоммерческий сектор экономики города", "Создавать условия, в которых СО НКО появляются и растут", "Распространять новые технологии и удачный опыт социальной работы"]"""),
        new("R0.7", """newsItem(slug: "raduzhnyj-sozdany-resursnye-centry")""", "quotes.nodes.speaker", """["Наталья Гулина"]"""),
        new("R0.7", """person(slug: "natalya-gulina")""", "quotes.nodes.text", """["содействовать развитию некоммерческого сектора экономики Радужного"]"""),
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
        new("R0.12", """newsItem(slug: "raduzhnyj-sozdany-resursnye-centry")""", "text", "null"),
    ];
}
