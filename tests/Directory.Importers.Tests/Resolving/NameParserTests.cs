using CenterDirectory.Importers.Resolving.Names;

namespace CenterDirectory.Importers.Tests.Resolving;

/// <summary>What is taken out of a name before names are compared.</summary>
public sealed class NameParserTests
{
    private readonly NameParser parser = new();
    private readonly NameComparison comparison = new();

    [Theory]
    [InlineData("Автономная некоммерческая организация «Тёплый дом»", "теплый дом")]
    [InlineData("РООИ «Вольный ветер»", "инвалидов вольный ветер")]
    [InlineData("Омская областная общественная организация «Совет отцов»", "совет отцов")]
    [InlineData("Фонд развития города Уссурийска", "развития")]
    [InlineData("Местная организация Кировского района «Дом»", "дом")]
    [InlineData("Союз пчеловодов (ассоциация)", "пчеловодов")]
    [InlineData("Ассоциация «Союз пекарей»", "союз пекарей")]
    [InlineData("Рег. общ. орг. «Берег»", "берег")]
    [InlineData("Автономная некомерческая организация «Берег»", "берег")]
    [InlineData("Фонд имени А. С. Лугового", "лугового")]
    public void What_is_left_is_how_it_is_called(string name, string core) =>
        Assert.Equal(core, string.Join(' ', parser.Parse(name).Core.Select(word => word.Word.Text)));

    [Theory]
    [InlineData("Тверское региональное отделение «Лиги»", true)]
    [InlineData("Филиал фонда «Берег»", true)]
    [InlineData("Фонд «Берег»", false)]
    [InlineData("Ресурсный центр АНО «Берег»", true)]
    public void Branches_are_told_from_heads(string name, bool isPart) => Assert.Equal(isPart, parser.Parse(name).IsPart);

    [Theory]
    [InlineData("153000, Ивановская обл., г. Шуя, ул. Мира, д. 5", "шуя", 37)]
    [InlineData("Краснодарский край, г Армавир", "армавир", 23)]
    [InlineData("с. Сосновка Кабанского района", "сосновк", null)]
    [InlineData("г. Москва, ул. Лесная", null, 77)]
    [InlineData("Омская область, Тара, Ленинградская, 53", "тар", 55)]
    [InlineData("г. о. город-курорт Сочи, г Сочи, ул. Мира", "соч", null)]
    [InlineData("Горный Алтай", null, 4)]
    public void An_address_tells_region_and_town(string address, string? settlement, int? region)
    {
        var place = parser.ParsePlace(address);

        Assert.Equal(settlement, place.Settlement);
        Assert.Equal(region is { } code ? RegionSet.Of(code) : RegionSet.None, place.Regions);
    }

    [Theory]
    [InlineData("Дом НКО Тольятти", "тольятт", null)]
    [InlineData("Фонд «Вектор», Киров", "кир", null)]
    [InlineData("Фонд «Вектор» имени Кирова", null, null)]
    [InlineData("Фонд «Тула»", null, null)]
    [InlineData("Союз молодёжи Усть-Лабинского района", null, "устьлабинск")]
    [InlineData("Фонд «Вектор» г. Новый Уренгой", "нов уренг", null)]
    [InlineData("Хор посёлка городского типа Яблоновский", "яблоновск", null)]
    [InlineData("Совет женщин Борисоглебского г.о.", null, "борисоглебск")]
    [InlineData("Совет женщин Раменского МО", null, "раменск")]
    [InlineData("Клуб «Вектор», Ст. Оскол", "стар оскол", null)]
    [InlineData("Общество «Вектор» из Вытегры", "вытегр", null)]
    [InlineData("Союз ветеранов Большого Камня", "больш камн", null)]
    public void A_name_tells_its_town_with_and_without_a_mark(string text, string? settlement, string? district)
    {
        var name = parser.Parse(text);

        Assert.Equal((settlement, district), (name.Settlement, name.District));
    }

    [Theory]
    [InlineData("Мастерская возможностей", "Мастерская возмонжостей", "Nearly")]
    [InlineData("Медиа-центр «Просвет»", "Медиацентр «Просвет»", "Wholly")]
    [InlineData("Клуб «Застава»", "Клуб «Заставка»", "None")]
    [InlineData("Союз слышащих родителей глухих детей", "Союз глухих родителей слышащих детей", "Partly")]
    [InlineData("Школа № 4", "Школа № 14", "None")]
    [InlineData("Центр развития добровольчества «Параллель»", "ЦРД «Параллель»", "Nearly")]
    [InlineData("Центр развития добровольчества", "ЦРД", "Partly")]
    [InlineData("Фонд «Берег»", "Филиал фонда «Берег»", "None")]
    [InlineData("Фонд помощи детям «Берег реки»", "Фонд «Берег реки»", "Abridged")]
    [InlineData("Центр помощи бездомным «Берег»", "Центр обучения поваров «Берег»", "None")]
    [InlineData("Экологическая вахта Сахалина", "Эковахта Сахалина", "Nearly")]
    [InlineData("Пензенская организация Всероссийского общества слепых", "Пензенская организация ВОС", "Wholly")]
    [InlineData("АНО «Крылья»", "АНО «Крыло»", "None")]
    [InlineData("Приют «Верный друк»", "Приют «Верный друг»", "Nearly")]
    [InlineData("Фонд «Друк»", "Фонд «Друг»", "None")]
    [InlineData("БАРДИ (Башкирская ассоциация родителей детей-инвалидов)", "Башкирская ассоциация родителей детей-инвалидов", "Wholly")]
    [InlineData("Новосибирское отделение Союза писателей России", "Новосибирское отделение Союза российских писателей", "Partly")]
    [InlineData("Камчатское региональное отделение «Молодой стражи»", "Елизовское отделение «Молодой стражи»", "None")]
    [InlineData("АНО „Заря над рекой“ Омск", "АНО «Заря над рекой» Омск", "Wholly")]
    [InlineData("Фонд «Поддержка глухих «Со-гласие слов»", "Фонд «Поддержка глухих «Согласие слов»", "Wholly")]
    [InlineData("НКА казахов «Ақ қайын»", "НКА казахов «Ак кайын»", "Wholly")]
    [InlineData("Клуб «Wперёд»", "Клуб «Вперёд»", "Wholly")]
    [InlineData("АНО «Доброе дело»", "АНО «Добрые дела»", "None")]
    [InlineData("ТСЖ «Мира, 5»", "ТСЖ «Мира, 5А»", "None")]
    [InlineData("ТОС «Микрорайон Юбилейный-2»", "ТОС микрорайона «Юбилейный 2»", "Wholly")]
    [InlineData("Совет ветеранов Тары", "Совет ветеранов Тарского района", "Partly")]
    [InlineData("Тарская городская организация ВОГ", "Тарское местное отделение Всероссийского общества глухих", "Wholly")]
    [InlineData("Тарская городская организация ВОГ", "Первичная организация Всероссийского общества глухих г. Тары", "None")]
    [InlineData("ХКО «Хутор Дальний»", "Хуторское казачье общество «Хутор Дальний» Верхнего юрта окружного казачьего общества «Тихий округ»", "Wholly")]
    [InlineData("Шуйская городская ветеранская организация", "Шуйская городская организация ветеранов войны, труда, Вооружённых Сил и правоохранительных органов", "Nearly")]
    [InlineData("Греческое общество «Фанари»", "Общество греков «Фанари»", "Nearly")]
    [InlineData("Федерация водно-моторного спорта", "Федерация водномоторного спорта", "Wholly")]
    [InlineData("Волейбольная лига Хакасии", "Лига волейбола Хакасии", "Nearly")]
    [InlineData("Центр «Семь Я»", "Центр «СемьЯ»", "Wholly")]
    [InlineData("АНО «Точка роста»", "АНО «Точки роста»", "None")]
    [InlineData("НКА татар «Чишмә»", "НКА татар «Чишмэ»", "Nearly")]
    [InlineData("Фонд капремонта", "Фонд капитального ремонта многоквартирных домов", "Wholly")]
    [InlineData("Отдел благотворительности Тихвинской епархии", "Отдел благотворительности Выборгской епархии", "None")]
    public void Names_agree_as_far_as_a_reader_would_say(string a, string b, string agreement) =>
        Assert.Equal(agreement, comparison.Compare(parser.Parse(a), parser.Parse(b)).Agreement.ToString());
}
