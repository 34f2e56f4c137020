using CenterDirectory.GraphQL.Types;

namespace CenterDirectory.GraphQL.Tests.Schemas;

public sealed class NamingTests
{
    [Theory]
    [InlineData("GetCentersAsync", "centers")]
    [InlineData("GetCenter", "center")]
    [InlineData("CenterAsync", "center")]
    [InlineData("Get", "get")]
    [InlineData("Getter", "getter")]
    [InlineData("Async", "async")]
    [InlineData("GetAsync", "async")]
    [InlineData("ShortName", "shortName")]
    public void Members_lose_prefix_and_suffix(string member, string expected) => Assert.Equal(expected, Naming.Field(member));

    [Theory]
    [InlineData("ShortName", "shortName")]
    [InlineData("URL", "url")]
    [InlineData("URLOfPage", "urlOfPage")]
    [InlineData("Id", "id")]
    [InlineData("X", "x")]
    [InlineData("already", "already")]
    [InlineData("", "")]
    [InlineData("_Odd", "_Odd")]
    public void Abbreviations_are_lowered_as_a_word(string name, string expected) => Assert.Equal(expected, Naming.Camel(name));

    [Theory]
    [InlineData("MediaPromotion", "MEDIA_PROMOTION")]
    [InlineData("NGO", "NGO")]
    [InlineData("NGOSupport", "NGO_SUPPORT")]
    [InlineData("Level2", "LEVEL2")]
    [InlineData("Already_There", "ALREADY_THERE")]
    [InlineData("one", "ONE")]
    public void Values_of_enums_are_written_in_capitals(string member, string expected) => Assert.Equal(expected, Naming.EnumValue(member));

    [Theory]
    [InlineData("Center", "Centers")]
    [InlineData("Territory", "Territories")]
    [InlineData("Day", "Days")]
    [InlineData("Bus", "Buses")]
    [InlineData("Box", "Boxes")]
    [InlineData("Branch", "Branches")]
    [InlineData("Y", "Ys")]
    public void Types_have_plurals(string name, string expected) => Assert.Equal(expected, Naming.Plural(name));

    [Theory]
    [InlineData("a", true)]
    [InlineData("_a1", true)]
    [InlineData("A_b", true)]
    [InlineData("", false)]
    [InlineData("1a", false)]
    [InlineData("a-b", false)]
    [InlineData("имя", false)]
    [InlineData("a b", false)]
    public void Names_of_the_language_are_ascii(string name, bool expected) => Assert.Equal(expected, Naming.IsValid(name));
}
