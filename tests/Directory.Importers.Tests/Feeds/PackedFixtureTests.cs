using System.IO.Compression;
using System.Text;
using CenterDirectory.Importers.Tests.Workbooks;

namespace CenterDirectory.Importers.Tests.Feeds;

/// <summary>
/// Fixtures that nobody can read in a diff are written out here, and the files of the repository are what comes of it
/// (<c>UPDATE_SNAPSHOTS=1</c> rewrites them). All names and numbers are invented.
/// </summary>
public sealed class PackedFixtureTests
{
    private static readonly SheetBook Operators = new(
        "организации",
        ["name", "website", "тема", 2009.0, 2010.0, 2011.0, 2012.0, 2013.0],
        [null, null, null, "сумма, руб", "сумма, руб", "сумма, руб", "сумма, руб", "сумма, руб"],
        ["Лига  выдуманных театров", "http://theatre.example", "Театры, которых нет", "-", 100000000.0, "-", "-", 5.0],
        ["Институт примеров", "primer.example", "Примеры", 1.0, 2.0, 3.0, 4.0, 5.0],
        ["Общество \"Без сайта\"", null, "Разное", "-", "-", "-", "-", 320000000.0])
    {
        Before = [("годы", false)],
    };

    private static readonly SheetBook Projects = new(
        "Лист1",
        [
            "Номер заявки", "Конкурс", "Организация", "ОГРН", "ИНН", "Регион", "Название проекта", "Грантовое направление", "Запрошенная сумма",
            "Общая сумма расходов", "Начало реализации", "Окончание реализации", "Статус проекта", "Дата решения о гранте", "Размер гранта",
            "Оценка результатов", "Информация о нарушениях",
        ],
        Project("17-1-000001", "АНО «Лаборатория примеров»", 1990000010120.0, 9900000017.0, "Омская область", "проект завершен", 500000.5),
        Project("17-2-000002", "Фонд «Несуществующее дерево»", 1990000030513.0, 9900000031.0, "Республика Татарстан (Татарстан)", "проект не получил поддержку"),
        Project("18-1-000003", "АНО «Лаборатория примеров»", 1990000010120.0, 9900000017.0, "Омская область", "победитель конкурса", 1200000.0),
        Project("18-1-000004", "Община без ОГРН", null, "9900000063", "Хабаровский край", "проект не получил поддержку"));

    private static readonly SheetBook Register = new(
        "Реестр",
        ["Реестр социально ориентированных некоммерческих организаций"],
        [
            "ИНН организации", "Наименование (полное)", "Наименование (сокращенное)", "Адрес регистрации", "ОГРН",
            "Организационно-правовая форма", "Основной ОКВЭД", "Статус СОНКО", "Статус некоммерческой организации",
            "Критерий включения в реестр", "Наименование органа власти", "Дата принятия решения", "Дата включения в реестр",
        ],
        [],
        [],
        Support(9900000017.0, "АНО «СТАРАЯ ЛАБОРАТОРИЯ»", 1990000010120.0, "Автономные некоммерческие организации", "88.10 Социальные услуги", "Действующая"),
        Support(9900000031.0, "ФОНД «НЕСУЩЕСТВУЮЩЕЕ ДЕРЕВО»", 1990000030513.0, "Благотворительные фонды", "64.99.1 Прочее", "Ликвидирована"),
        Support(9900000017.0, "АНО «ЛАБОРАТОРИЯ ПРИМЕРОВ»", 1990000010120.0, "Автономные некоммерческие организации", "88.10 Социальные услуги", "Действующая"),
        Support(990000044.0, "АССОЦИАЦИЯ «ОБРАЗЕЦ»", 1990000050401.0, "Ассоциации (союзы)", "94.99", "Находится в стадии ликвидации"))
    {
        Merged = [(0, 0, 0, 12)],
    };

    private static readonly SheetBook Recipients = new(
        "Получатели",
        ["Реестр социально ориентированных некоммерческих организаций – получателей поддержки"],
        ["№ п/п", "Полное наименование", "Адрес", "ОГРН", "ИНН", "Поддержка", null, null],
        [null, null, null, null, null, "форма", "размер, руб.", "срок"],
        [1.0, 2.0, 3.0, 4.0, 5.0, 6.0, 7.0, 8.0],
        ["Министерство выдуманных дел"],
        [1.0, "АНО «Лаборатория\nпримеров»", "000000, г. Выдуманск, ул. Первая, д. 1", 1990000010120.0, "9900000017", "субсидия", 300000.0, "2026 год"],
        [2.0, "ИП, который сюда попал", "000000, г. Выдуманск", "319900000000012", "990000000012", "субсидия", "650 тыс.", "2026 год"],
        ["Администрация города Выдуманска"],
        [3.0, "Фонд «Несуществующее дерево»", null, 1990000030513.0, 9900000031.0, "имущество", null, "3 года"],
        [4.0, "АНО «Лаборатория примеров»", "000000, г. Выдуманск, ул. Первая, д. 1", 1990000010120.0, "9900000017", "консультация", null, "1 день"],
        [5.0, "Союз «Образец»", "000000, г. Выдуманск, ул. Третья, д. 3", 1990000050401.0, 990000051.0, "обучение", "600 000р.", "1 месяц"])
    {
        Merged = [(0, 0, 0, 7), (1, 0, 2, 0), (1, 1, 2, 1), (1, 2, 2, 2), (1, 3, 2, 3), (1, 4, 2, 4), (1, 5, 1, 7), (4, 0, 4, 7), (7, 0, 7, 7)],
    };

    private const string FirstRelease = """
        <?xml version="1.0" encoding="UTF-8"?><Файл ВерсФорм="4.03" ТипИнф="РЕЕСТРМСП" КолДок="3"><ИдОтпр><ФИООтв Фамилия="ФАМИЛИЯ" Имя="ИМЯ"/></ИдОтпр><Документ ИдДок="1" ДатаВклМСП="10.01.2026" ВидСубМСП="1" КатСубМСП="1" СведСоцПред="1"><ОргВклМСП НаимОрг="ОБЩЕСТВО С ОГРАНИЧЕННОЙ ОТВЕТСТВЕННОСТЬЮ &quot;ДОБРАЯ ЛАВКА&quot;" НаимОргСокр="ООО &quot;ДОБРАЯ ЛАВКА&quot;" ИННЮЛ="9900000017" ОГРН="1990000010120"/><СведМН КодРегион="55"><Регион Тип="ОБЛАСТЬ" Наим="ОМСКАЯ"/><Город Тип="ГОРОД" Наим="ВЫДУМАНСК"/></СведМН><СвОКВЭД><СвОКВЭДОсн КодОКВЭД="88.10"/><СвОКВЭДДоп КодОКВЭД="47.11"/></СвОКВЭД></Документ><Документ ИдДок="2" ДатаВклМСП="10.01.2026" ВидСубМСП="1" КатСубМСП="1" СведСоцПред="2"><ОргВклМСП НаимОрг="ОБЩЕСТВО С ОГРАНИЧЕННОЙ ОТВЕТСТВЕННОСТЬЮ &quot;ПРОСТО ЛАВКА&quot;" ИННЮЛ="9900000024"/></Документ><Документ ИдДок="3" ДатаВклМСП="10.01.2026" ВидСубМСП="2" КатСубМСП="1" СведСоцПред="1"><ИПВклМСП ИННФЛ="000000000000"><ФИОИП Фамилия="ФАМИЛИЯ" Имя="ИМЯ"/></ИПВклМСП></Документ></Файл>
        """;

    private const string SecondRelease = """
        <?xml version="1.0" encoding="UTF-8"?><Файл ВерсФорм="4.03" ТипИнф="РЕЕСТРМСП" КолДок="1"><Документ ИдДок="4" ДатаВклМСП="10.01.2026" ВидСубМСП="1" КатСубМСП="2" СведСоцПред="1"><ОргВклМСП НаимОрг="ОБЩЕСТВО С ОГРАНИЧЕННОЙ ОТВЕТСТВЕННОСТЬЮ &quot;ВТОРАЯ ДОБРАЯ ЛАВКА&quot;" ИННЮЛ="9900000031"/><СведМН КодРегион="27"><Регион Тип="КРАЙ" Наим="ХАБАРОВСКИЙ"/><Район Тип="РАЙОН" Наим="ВЫДУМАННЫЙ"/><НаселПункт Тип="СЕЛО" Наим="ПРИМЕРНОЕ"/></СведМН></Документ></Файл>
        """;

    private static readonly Dictionary<string, Func<byte[]>> Fixtures = new()
    {
        ["ru-grants-xlsx.xlsx"] = () => XlsxWriter.Write(Operators),
        ["ru-fpg.xlsx"] = () => XlsxWriter.Write(Projects),
        ["ru-sonko.xlsx"] = () => XlsxWriter.Write(Register),
        ["support-recipients.xlsx"] = () => XlsxWriter.Write(Recipients),
        ["ru-rsmp.zip"] = () => Zip(("VO_RRMSPSV_0000_1.xml", FirstRelease), ("VO_RRMSPSV_0000_2.xml", SecondRelease), ("readme.txt", "нет")),
    };

    public static TheoryData<string> Names() => [.. Fixtures.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public async Task The_file_of_the_repository_is_what_is_written_here(string name)
    {
        var path = Path.Combine(TestFeed.Fixtures, "feeds", name);
        var expected = Fixtures[name]();
        if (Environment.GetEnvironmentVariable("UPDATE_SNAPSHOTS") == "1")
        {
            await File.WriteAllBytesAsync(path, expected, TestContext.Current.CancellationToken);
        }

        Assert.Equal(expected, await File.ReadAllBytesAsync(path, TestContext.Current.CancellationToken));
    }

    private static object?[] Project(string number, string organization, object? ogrn, object inn, string region, string status, object? sum = null) =>
    [
        number, "Первый конкурс", organization, ogrn, inn, region, "Выдуманный проект", "Развитие институтов", 500000.5, 700000.0,
        new DateOnly(2026, 2, 1), new DateOnly(2026, 11, 30), status, new DateOnly(2026, 1, 15), sum, null, null,
    ];

    private static object?[] Support(object inn, string name, object ogrn, string form, string okved, string status) =>
    [
        inn, name, null, "000000, Г. ВЫДУМАНСК,  УЛ. ПЕРВАЯ, Д. 1", ogrn, form, okved, "Включена", status, "Получатель субсидии",
        "Министерство выдуманных дел", new DateOnly(2026, 1, 15), new DateOnly(2026, 1, 20),
    ];

    private static byte[] Zip(params (string Name, string Text)[] files)
    {
        using var result = new MemoryStream();
        using (var zip = new ZipArchive(result, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var (name, text) in files)
            {
                var entry = zip.CreateEntry(name, CompressionLevel.NoCompression);
                entry.LastWriteTime = new DateTimeOffset(2026, 1, 1, 0, 0, 0, TimeSpan.Zero);
                using var stream = entry.Open();
                stream.Write(Encoding.UTF8.GetBytes(text));
            }
        }

        return result.ToArray();
    }
}
