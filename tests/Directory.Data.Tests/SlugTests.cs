namespace CenterDirectory.Data.Tests;

public sealed class SlugTests
{
    [Theory]
    [InlineData("Уральский федеральный округ", "uralskij-federalnyj-okrug")]
    [InlineData("Ханты-Мансийский автономный округ — Югра", "hanty-mansijskij-avtonomnyj-okrug-yugra")]
    [InlineData("АНО «Щёлковский центр»", "ano-shhelkovskij-centr")]
    [InlineData("Республика Саха (Якутия)", "respublika-saha-yakutiya")]
    [InlineData("Сүлүкү", "suluku")]
    [InlineData("Café № 7", "cafe-7")]
    [InlineData("ъ ь", "")]
    [InlineData("ъ дом", "dom")]
    [InlineData("дом ь сад", "dom-sad")]
    [InlineData("😀", "")]
    [InlineData("", "")]
    [InlineData(null, "")]
    public void A_name_becomes_latin_words(string? name, string slug) => Assert.Equal(slug, Slug.From(name));

    [Fact]
    public void A_long_name_is_cut_at_a_word()
    {
        var slug = Slug.From("Единый ресурсный центр поддержки социально ориентированных некоммерческих организаций и развития гражданских инициатив");

        Assert.Equal("edinyj-resursnyj-centr-podderzhki-socialno-orientirovannyh-nekommercheskih", slug);
    }

    [Fact]
    public void A_single_endless_word_is_cut_too() => Assert.Equal(80, Slug.From(new string('я', 100)).Length);

    [Fact]
    public void Of_one_name_the_key_tells_entries_apart()
    {
        Assert.Matches("^centr-[2-9b-z]{8}$", Slug.WithSuffix("centr", "registry 2"));
        Assert.Equal(Slug.WithSuffix("centr", "registry 2"), Slug.WithSuffix("centr", "registry 2"));
        Assert.NotEqual(Slug.WithSuffix("centr", "registry 2"), Slug.WithSuffix("centr", "registry 3"));
    }
}
