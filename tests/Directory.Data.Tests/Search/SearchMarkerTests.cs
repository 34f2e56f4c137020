using CenterDirectory.Data.Search;

namespace CenterDirectory.Data.Tests.Search;

public sealed class SearchMarkerTests
{
    [Fact]
    public void Words_are_marked_where_they_stand_in_UTF_16_units()
    {
        var fragment = MarkerOf("ресурсного центра").Mark("name", "😀 Ресурсные Центры");

        Assert.Equal("😀 Ресурсные Центры", fragment!.Text);
        Assert.Equal(["Ресурсные", "Центры"], fragment.Ranges.Select(range => fragment.Text.Substring(range.Start, range.Length)));
        Assert.Equal(3, fragment.Ranges[0].Start);
    }

    [Fact]
    public void A_long_text_is_cut_between_words_around_the_first_one_found()
    {
        var filler = string.Join(' ', Enumerable.Repeat("всякое другое", 100));
        var text = $"{filler} поддержка НКО {filler}";

        var fragment = MarkerOf("поддержки").Mark("description", text)!;

        Assert.InRange(fragment.Text.Length, 100, 250);
        Assert.StartsWith("…", fragment.Text, StringComparison.Ordinal);
        Assert.EndsWith("…", fragment.Text, StringComparison.Ordinal);
        Assert.Contains(fragment.Text.Trim('…').Split(' ')[0], new[] { "всякое", "другое" });
        Assert.Equal("поддержка", fragment.Text.Substring(fragment.Ranges.Single().Start, fragment.Ranges.Single().Length));
    }

    [Fact]
    public void At_most_twenty_places_are_told() =>
        Assert.Equal(20, MarkerOf("фонд").Mark("name", string.Concat(Enumerable.Repeat("фонд ", 40)))!.Ranges.Count);

    [Fact]
    public void A_text_without_the_words_has_no_fragment() => Assert.Null(MarkerOf("фонд").Mark("name", "Центр"));

    [Fact]
    public void A_word_without_end_does_no_harm() => Assert.NotNull(MarkerOf("фонд").Mark("name", "фонд " + new string('а', 200_000)));

    [Theory]
    [InlineData("8 (4212) 32-41-71", "+74212324171")]
    [InlineData("32-41-71", "+74212324171")]
    [InlineData("10270001", "1027000132195")]
    public void A_number_is_marked_however_it_is_typed(string typed, string number) =>
        Assert.Equal(new SearchRange(0, number.Length), MarkerOf(typed).MarkNumber("contacts", number)!.Ranges.Single());

    private static SearchMarker MarkerOf(string question) => new(new SearchQueryReader(SearchSynonyms.Bundled).Read(question));
}
