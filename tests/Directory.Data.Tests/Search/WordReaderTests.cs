using CenterDirectory.Data.Search;

namespace CenterDirectory.Data.Tests.Search;

public sealed class WordReaderTests
{
    [Theory]
    [InlineData("АНО «Гражданские\u00A0медиа»", "ано|гражданские|медиа")]
    [InlineData("Ёлка, ещё не е\u0308лка", "елка|еще|не|елка")]
    [InlineData("за\u0301мок, и\u0306од", "замок|йод")]
    [InlineData("социально-ориентированная", "социально|ориентированная")]
    [InlineData("COVID-19 2024г.", "covid|19|2024г")]
    [InlineData("a\ud800b 😀", "a|b")]
    [InlineData("", "")]
    [InlineData("—«»\"*()", "")]
    public void Words_are_letters_and_digits_in_one_form(string text, string words) => Assert.Equal(words, string.Join('|', WordsOf(text)));

    [Fact]
    public void A_word_without_end_is_cut() =>
        Assert.Equal([new string('а', WordReader.MaximumLength), "б"], WordsOf(new string('а', 1_000_000) + " б"));

    [Fact]
    public void Places_are_those_of_the_text()
    {
        const string text = "  Центр «Ёж»";
        var reader = new WordReader(text, stackalloc char[WordReader.MaximumLength]);

        Assert.True(reader.MoveNext());
        Assert.Equal("Центр", text[reader.Start..reader.End]);
        Assert.True(reader.MoveNext());
        Assert.Equal("Ёж", text[reader.Start..reader.End]);
        Assert.False(reader.MoveNext());
    }

    private static List<string> WordsOf(string text)
    {
        var words = new List<string>();
        var reader = new WordReader(text, stackalloc char[WordReader.MaximumLength]);
        while (reader.MoveNext())
        {
            words.Add(reader.Current.ToString());
        }

        return words;
    }
}
