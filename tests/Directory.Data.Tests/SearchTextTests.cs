namespace CenterDirectory.Data.Tests;

public sealed class SearchTextTests
{
    [Theory]
    [InlineData("Радужный", "радужный")]
    [InlineData("Ёлка в Королёве", "елка в королеве")]
    [InlineData("  АНО   «Гражданские\u00A0медиа»\r\n", "ано гражданские медиа")]
    [InlineData("социально-ориентированные", "социально ориентированные")]
    [InlineData("\"МЫ ВМЕСТЕ\"", "мы вместе")]
    [InlineData("№ 203 (микрорайон)", "203 микрорайон")]
    [InlineData("за\u0301мок", "замок")]
    [InlineData("и\u0306од, е\u0308лка", "йод елка")]
    [InlineData("ÉCOLE Straße", "école straße")]
    [InlineData("…—«»", "")]
    [InlineData("", "")]
    [InlineData(null, null)]
    public void Folds_what_people_do_not_distinguish(string? text, string? folded) => Assert.Equal(folded, SearchText.Fold(text));

    [Theory]
    [InlineData("a\ud800b")]
    [InlineData("\udc00\u0301")]
    public void Half_a_surrogate_pair_does_no_harm(string text) => Assert.NotNull(SearchText.Fold(text));

    [Fact]
    public void Folding_twice_changes_nothing()
    {
        var random = new Random(7);
        var symbols = "аЯёЁйЙ aZ09«»\"-–\u00A0\t\u0301\u0306\u0308é😀".ToCharArray();
        for (var i = 0; i < 20_000; i++)
        {
            var folded = SearchText.Fold(new string(random.GetItems(symbols, random.Next(0, 12))));
            Assert.Equal(folded, SearchText.Fold(folded));
        }
    }
}
