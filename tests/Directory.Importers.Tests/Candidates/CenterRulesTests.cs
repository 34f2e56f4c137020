using CenterDirectory.Importers.Candidates;

namespace CenterDirectory.Importers.Tests.Candidates;

public sealed class CenterRulesTests
{
    [Theory]
    [InlineData("Автономная некоммерческая организация «Ресурсный центр поддержки НКО Приозерья»", "resource-center")]
    [InlineData("АНО «Городской центр поддержки некоммерческих организаций»", "support-center")]
    [InlineData("Центр инноваций социальной сферы Заречной области", "social-innovation-center")]
    [InlineData("Фонд «Центр развития гражданского общества»", "development-center")]
    [InlineData("АНО «Центр гражданских инициатив «Мост»", "civic-center")]
    [InlineData("Центр поддержки ТОС города Приреченска", "tos-center")]
    [InlineData("АНО «Ресурсный медицинский центр»", null)]
    [InlineData("Медицинский ресурсный центр", null)]
    [InlineData("Общественная организация «Клуб садоводов»", null)]
    [InlineData("Центр развития ребёнка «Кораблик»", null)]
    public void Bundled_rules_find_what_is_called_a_center_of_support(string name, string? rule) => Assert.Equal(rule, CenterRules.Bundled().Find(name));

    [Fact]
    public void An_operator_writes_rules_and_exceptions_of_his_own()
    {
        var rules = CenterRules.Parse("# наши\nhub = \\bхаб\\b\n-coffee = кофе\n");

        Assert.Equal("hub", rules.Find("НКО-хаб «Берег»"));
        Assert.Null(rules.Find("Кофе-хаб"));
    }

    [Theory]
    [InlineData("no pattern here")]
    [InlineData("broken = (")]
    public void A_line_that_is_no_rule_is_told_with_its_number(string line) =>
        Assert.Contains("Line 2", Assert.Throws<FormatException>(() => CenterRules.Parse("# one\n" + line)).Message, StringComparison.Ordinal);
}
