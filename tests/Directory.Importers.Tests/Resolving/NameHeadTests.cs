using CenterDirectory.Importers.Resolving.Names;

namespace CenterDirectory.Importers.Tests.Resolving;

/// <summary>What is of somebody is not that somebody.</summary>
public sealed class NameHeadTests
{
    [Theory]
    [InlineData("Ассоциация выпускников техникума «Вымпел»", "Техникум «Вымпел»")]
    [InlineData("Дисциплинарный суд при Союзе строителей", "Союз строителей")]
    [InlineData("Частное учреждение «Театр профсоюза моряков»", "Профсоюз моряков")]
    [InlineData("Молодёжное крыло Общества краеведов", "Общество краеведов")]
    [InlineData("Пункт выдачи одежды АНО «Причал»", "АНО «Причал»")]
    [InlineData("Хор Дворца культуры «Энергетик»", "Дворец культуры «Энергетик»")]
    [InlineData("Ветеранская организация завода «Маяк»", "Завод «Маяк»")]
    [InlineData("Общественная организация выпускников Горного института", "Горный институт")]
    [InlineData("Стрелковый клуб ДОСААФ", "ДОСААФ")]
    [InlineData("Ассоциация друзей музея «Старая верфь»", "Музей «Старая верфь»")]
    [InlineData("Отряд «Филин» при Ассоциации поисковых отрядов", "Ассоциация поисковых отрядов")]
    [InlineData("Совет ветеранов студенческих отрядов", "АНО «Студенческие отряды»")]
    [InlineData("Молодёжная палата при Законодательном собрании", "Законодательное собрание")]
    public void What_is_of_another_has_a_noun_of_its_own(string of, string whose)
    {
        Assert.True(NameHead.Of(of).IsOf(NameHead.Of(whose)));
        Assert.False(NameHead.Of(whose).IsOf(NameHead.Of(of)));
    }

    [Theory]
    [InlineData("Омская организация Союза художников", "Союз художников, г. Омск")]
    [InlineData("Приход храма Святой Троицы", "Храм Святой Троицы")]
    [InlineData("Общество помощи бездомным животным", "Помощь бездомным животным")]
    [InlineData("Союз студенческих отрядов", "Студенческие отряды")]
    [InlineData("Некоммерческая организация «Фонд «Музей ремёсел»", "Музей ремёсел")]
    [InlineData("Приют для бездомных АНО «Причал»", "АНО «Причал»")]
    [InlineData("Физкультурно-спортивная организация «Клуб «Парус»", "Клуб «Парус»")]
    [InlineData("Ресурсный центр НКО «Опора»", "РЦ «Опора»")]
    [InlineData("ТРО ООО «Лига добра»", "Тверское отделение «Лиги добра»")]
    [InlineData("Редакция газеты «Вперёд»", "Газета «Вперёд»")]
    public void Other_ways_to_write_a_name_make_nobody_of_another(string a, string b)
    {
        Assert.False(NameHead.Of(a).IsOf(NameHead.Of(b)));
        Assert.False(NameHead.Of(b).IsOf(NameHead.Of(a)));
    }

    [Theory]
    [InlineData("Клуб ветеранов завода «Мотор»", "Музей завода «Мотор»", true)]
    [InlineData("Клуб выпускников Горного института", "Ассоциация выпускников Горного института", false)]
    [InlineData("Клуб завода «Мотор»", "Спортивный клуб завода «Мотор»", false)]
    public void Two_of_one_host_are_two(string a, string b, bool areTwo) => Assert.Equal(areTwo, NameHead.Of(a).IsBesides(NameHead.Of(b)));
}
