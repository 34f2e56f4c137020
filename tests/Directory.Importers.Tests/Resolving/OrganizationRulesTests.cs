using System.Globalization;
using System.Text.Json;
using CenterDirectory.Importers.Resolving.Rules;

namespace CenterDirectory.Importers.Tests.Resolving;

/// <summary>What numbers and names say together.</summary>
public sealed class OrganizationRulesTests
{
    private const string Inn = "5503012340";

    private readonly OrganizationRules rules = new();

    [Theory]
    [InlineData("Союз пекарей Зауралья", "Союз юристов Зауралья", "Conflict")]
    [InlineData("Совет ветеранов Тары", "Совет женщин Тары", "Conflict")]
    [InlineData("Клуб любителей кошек", "Клуб любителей собак", "Conflict")]
    [InlineData("Приют для бездомных «Ковчег»", "Центр обучения поваров «Ковчег»", "Same")]
    [InlineData("Омская организация Союза художников", "Союз художников, г. Омск", "Same")]
    [InlineData("Омская федерация бокса", "Омская региональная федерация бокса", "Same")]
    [InlineData("Омское отделение фонда «Белая ночь»", "Томское отделение фонда «Белая ночь»", "Conflict")]
    [InlineData("Тарское отделение фонда «Белая ночь»", "Исилькульское отделение фонда «Белая ночь»", "Conflict")]
    [InlineData("Совет ветеранов рыбного хозяйства Камчатки", "Совет ветеранов лесного хозяйства Камчатки", "Conflict")]
    [InlineData("Еврейская религиозная организация «Свет», г. Омск", "Еврейская община «Свет» (Омск)", "Same")]
    [InlineData("Приход Никольского храма г. Тары", "Местная религиозная организация православный приход храма святителя Николая г. Тары", "Same")]
    [InlineData("Союз «Палата экспертов» (саморегулируемая организация)", "СРО «Палата экспертов»", "Same")]
    [InlineData("Турнир «Дворовый спорт»", "АНО «Дворовый спорт»", "Conflict")]
    [InlineData("Проект «Дворовый спорт» (АНО «Старт двора»)", "АНО «Старт двора»", "Same")]
    [InlineData("Омское отделение Союза геологов России", "Омская областная организация Союза геологов России", "Same")]
    [InlineData("Театр-клуб союза моряков", "Союз моряков", "Conflict")]
    [InlineData("Клуб «Сторожевая башня» (грант Фонда приречных инициатив)", "Фонд приречных инициатив", "Conflict")]
    [InlineData("Хор «Жаворонок», проект АНО «Певчая птица»", "АНО «Певчая птица»", "Conflict")]
    [InlineData("Отряд «Белый филин» (при Ассоциации поисковых отрядов)", "Ассоциация поисковых отрядов", "Conflict")]
    [InlineData("АНО «Певчая птица» (проект «Жаворонок»)", "АНО «Певчая птица»", "Same")]
    [InlineData("Фонд «Дай лапу, друг» (БФ «Лапа»)", "БФ «Лапа»", "Same")]
    [InlineData("Федерация парусной борьбы Омской области", "Федерация пляжной борьбы Омской области", "Conflict")]
    [InlineData("Центр карельской культуры", "Центр вепсской культуры", "Conflict")]
    [InlineData("Приход храма Святого Николая", "Приход храма Святого Иоанна", "Conflict")]
    [InlineData("Совет ветеранов города Тары", "Совет ветеранов Тарского района", "Conflict")]
    [InlineData("Областной медколледж", "Клуб выпускников областного медколледжа", "Conflict")]
    [InlineData("Клуб «Вектор» ОГУ", "Омский государственный университет", "Conflict")]
    [InlineData("Благотворительная акция «Речной вестник»", "Газета «Речной вестник»", "Conflict")]
    [InlineData("АНО «Лад»", "Клуб «Ласточка – детям»", "Conflict")]
    [InlineData("Социально ориентированная АНО «Дневной дом «Тихий вечер»", "Дневной дом «Тихий вечер» АНО", "Same")]
    [InlineData("социально ориентированная некоммерческая организация АНО «Ателье тепла»", "АНО «Ателье тепла»", "Same")]
    [InlineData("Грантополучатель: АНО «Гончарная слобода»", "АНО «Гончарная слобода»", "Same")]
    [InlineData("Ф0НД \"ТИХАЯ ТР0ПА\"", "Фонд «Тихая тропа»", "Same")]
    [InlineData("Коми-Пермяцкая окружная общественная организация «Шондӧр»", "КПООО «Шондöр»", "Same")]
    public void Equal_numbers_join_names_that_have_more_than_a_place_in_common(string a, string b, string decision) =>
        Assert.Equal(decision, Decide(new { name = a, ogrn = Ogrn("102550124681") }, new { name = b, ogrn = Ogrn("102550124681") }));

    [Fact]
    public void A_new_name_in_the_same_house_needs_both_numbers()
    {
        const string House = "г. Омск, ул. Лесная, д. 5";
        var ogrn = Ogrn("102550124681");

        Assert.Equal("Same", Decide(new { name = "Фонд «Новый дом»", ogrn, inn = Good(Inn), addressText = House }, new { name = "Фонд «Открытые двери»", ogrn, inn = Good(Inn), addressText = House }));
        Assert.Equal("Conflict", Decide(new { name = "Фонд «Новый дом»", ogrn, inn = Good(Inn), addressText = House }, new { name = "Фонд «Открытые двери»", ogrn, addressText = House }));
    }

    [Theory]
    [InlineData("0000000000000", "0000000000")]
    [InlineData("1111111111111", "9876543210")]
    [InlineData("1234567890123", "1234567894")]
    [InlineData("1000000000000", "0000000001")]
    public void A_placeholder_neither_joins_nor_tells_apart(string ogrn, string inn)
    {
        Assert.Equal("Different", Decide(new { name = "Фонд «Надежда»", ogrn, inn, territory = "25" }, new { name = "Фонд «Надежда»", ogrn, inn, territory = "34" }));
        Assert.Equal(
            "Same",
            Decide(new { name = "Фонд «Трезвый причал»", ogrn, inn, territory = "27" }, new { name = "Фонд «Трезвый причал»", ogrn = Ogrn("102270124681"), territory = "27" }));
        var keys = new List<long>();
        rules.AddKeys(Read(new { ogrn, inn }), keys.Add);
        Assert.Empty(keys);
    }

    [Theory]
    [InlineData("Фонд «Берег» (бывш. «Тихий причал»)", "г. Омск, ул. Лесная, д. 5", "Same")]
    [InlineData("Фонд «Берег», ранее – Фонд «Тихий причал»", "г. Омск, ул. Лесная, д. 5", "Same")]
    [InlineData("Фонд «Берег» (бывш. «Тихий причал»)", null, "Doubtful")]
    public void A_former_name_counts_where_the_place_is_the_same(string name, string? addressText, string decision) =>
        Assert.Equal(decision, Decide(new { name, territory = "55", addressText }, new { name = "Фонд «Тихий причал»", territory = "55", addressText = "Омск, Лесная, 5" }));

    [Theory]
    [InlineData("Великий Устюг", "Вытегра", "Different")]
    [InlineData("Великий Устюг", "Тарногский район", "Same")]
    [InlineData("Великий Устюг", "г. В. Устюг", "Same")]
    public void A_stated_locality_is_a_town_whether_it_is_known_or_not(string a, string b, string decision) =>
        Assert.Equal(
            decision,
            Decide(new { name = "Поисковый отряд «Забытый полк»", territory = "35", address = new { locality = a } }, new { name = "Поисковый отряд «Забытый полк»", territory = "35", address = new { locality = b } }));

    [Theory]
    [InlineData("Союз моряков «Якорь надежды»", "Молодёжное крыло Союза моряков «Якорь надежды»", "Doubtful")]
    [InlineData("Детская общественная организация «Тихий берег»", "Общественная организация «Тихий берег»", "Doubtful")]
    [InlineData("ТООО «Тихий берег»", "Тверская областная общественная организация «Тихий берег»", "Same")]
    [InlineData("ТОГОО «Тихий берег»", "Тверское областное государственно-общественное объединение «Тихий берег»", "Same")]
    [InlineData("Федерация тхэквондо (ИТФ)", "Федерация тхэквондо (ВТФ)", "Different")]
    [InlineData("Федерация тхэквондо (ИТФ)", "Федерация тхэквондо", "Same")]
    [InlineData("Клуб «Тихий берег» (при библиотеке № 4)", "Клуб «Тихий берег» (при библиотеке № 7)", "Different")]
    [InlineData("Община татар «Тихий берег»", "Община башкир «Тихий берег»", "Different")]
    [InlineData("БФ «Дети Волги»", "БФ «Детям Волги»", "Different")]
    public void Without_numbers_the_names_decide(string a, string b, string decision) =>
        Assert.Equal(decision, Decide(new { name = a, territory = "69", addressText = "Тверь" }, new { name = b, territory = "69" }));

    [Fact]
    public void What_a_clerk_wrote_behind_the_name_is_no_name() =>
        Assert.Equal(
            "Same",
            Decide(new { name = "Фонд «Тихий причал» Исключён по решению суда от 28.10.2010 № 4".Replace('ё', 'е'), territory = "55" }, new { name = "Фонд «Тихий причал»", territory = "55" }));

    private string Decide(object a, object b) => rules.Compare(Read(a), Read(b)).Decision.ToString();

    private MatchFacts Read(object payload) => rules.Read(JsonSerializer.SerializeToUtf8Bytes(payload, JsonSerializerOptions.Web));

    private static string Ogrn(string body) => body + long.Parse(body, CultureInfo.InvariantCulture) % 11 % 10;

    private static string Good(string inn)
    {
        int[] weights = [2, 4, 10, 3, 5, 9, 4, 6, 8];
        return inn[..9] + weights.Select((weight, at) => weight * (inn[at] - '0')).Sum() % 11 % 10;
    }
}
