using CenterDirectory.Data.Search;

namespace CenterDirectory.Data.Tests.Search;

public sealed class SearchQueryReaderTests
{
    private static readonly SearchSynonyms Synonyms = SearchSynonyms.Parse(
        """
        # a comment
        НКО = некоммерческая организация
        СО НКО = СОНКО
        """);

    [Theory]
    // The last word may go on.
    [InlineData("ресурсные центры", "\"ресурсн\" AND (\"центр\" OR \"центры\"*)")]
    [InlineData("центр", "\"центр\"*")]
    [InlineData("ц", "\"ц\"")]
    // Words that only join others are nothing to look for, unless there is nothing else.
    [InlineData("поддержка для семей", "\"поддержк\" AND (\"сем\" OR \"семей\"*)")]
    [InlineData("и для", "\"для\"*")]
    // Synonyms, whole and as the beginning of another word.
    [InlineData("нко города", "(\"нко\" OR (\"некоммерческ\" AND \"организац\")) AND (\"город\" OR \"города\"*)")]
    [InlineData("НКО", "(\"нко\" OR (\"некоммерческ\" AND \"организац\") OR \"нко\"*)")]
    [InlineData("со нко тест", "((\"со\" AND \"нко\") OR \"сонк\") AND \"тест\"*")]
    // Numbers as people type them.
    [InlineData("1 0270 0013 2195", "\"1027000132195\"*")]
    [InlineData("8 (4212) 32-41-71", "(\"84212324171\"* OR \"4212324171\"* OR \"084212324171\"*)")]
    [InlineData("+7 4212 324171 центр", "(\"74212324171\" OR \"4212324171\" OR \"074212324171\") AND \"центр\"*")]
    [InlineData("32-41-71", "(\"324171\" OR (\"32\" AND \"41\" AND \"71\"))")]
    [InlineData("итоги 2018 2019", "\"итог\" AND \"2018\" AND \"2019\"*")]
    // Nothing in a question is an operator.
    [InlineData("\") OR (names : *", "\"or\" AND (\"name\" OR \"names\"*)")]
    [InlineData("центр AND NOT NEAR(фонд)", "\"центр\" AND \"and\" AND \"not\" AND \"near\" AND \"фонд\"*")]
    [InlineData("***", "")]
    public void A_question_becomes_terms(string text, string expression) =>
        Assert.Equal(expression, new SearchQueryReader(Synonyms).Read(text).Expression);

    [Fact]
    public void A_question_of_many_words_is_cut()
    {
        var text = string.Join(' ', Enumerable.Range(0, 100).Select(i => $"слово{i}"));

        Assert.Equal(SearchQueryReader.MaximumGroups, new SearchQueryReader(Synonyms).Read(text).Groups.Count);
    }

    [Fact]
    public void The_bundled_synonyms_can_be_read() =>
        Assert.Contains("\"ресурсн\" AND \"центр\"", new SearchQueryReader(SearchSynonyms.Bundled).Read("РЦ Омск").Expression, StringComparison.Ordinal);

    [Theory]
    [InlineData("центр", "цнтр")]
    [InlineData("центр", "ценнтр")]
    [InlineData("центр", "цетнр")]
    [InlineData("центр", "сентр")]
    [InlineData("center", "cemter")]
    public void Edits_are_one_letter_more_less_other_or_two_swapped(string word, string edit) => Assert.Contains(edit, Spelling.EditsOf(word));

    [Fact]
    public void Edits_are_few_and_never_the_word_itself()
    {
        var edits = Spelling.EditsOf("ориентирован");

        Assert.DoesNotContain("ориентирован", edits);
        Assert.InRange(edits.Count, 500, 1_000);
    }
}
