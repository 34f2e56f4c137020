using CenterDirectory.Data.Search;

namespace CenterDirectory.Data.Tests.Search;

/// <summary>Pairs derived from the description of the algorithm, each ending at least once.</summary>
public sealed class RussianStemmerTests
{
    [Theory]
    // nouns
    [InlineData("центр центра центру центром центре центры центров центрам центрами центрах", "центр")]
    [InlineData("организация организации организацию организацией организациям организациями организациях", "организац")]
    [InlineData("поддержка поддержки поддержке поддержку поддержкой", "поддержк")]
    [InlineData("вагон вагона вагоне вагонов вагоном вагоны", "вагон")]
    [InlineData("область области областью областям", "област")]
    [InlineData("семья семьи семью", "сем")]
    // adjectives and participles
    [InlineData("важная важного важное важной важном важному важную важны важные важный важным важных важно", "важн")]
    [InlineData("некоммерческая некоммерческие некоммерческих некоммерческим некоммерческими некоммерческую", "некоммерческ")]
    [InlineData("ориентированные ориентированных ориентированная", "ориентирова")]
    [InlineData("помогающий помогающая помогающих", "помога")]
    [InlineData("играющие", "игра")]
    [InlineData("работавшие", "работа")]
    // superlatives
    [InlineData("важнейшие важнейшими", "важн")]
    // verbs, reflexives, gerunds
    [InlineData("читала читали читаете", "чита")]
    [InlineData("падает падай", "пада")]
    [InlineData("помогли", "помогл")]
    [InlineData("обратились обратилась обратился обратиться", "обрат")]
    [InlineData("прочитав прочитавши прочитавшись", "прочита")]
    [InlineData("купив", "куп")]
    // derivations in the second region only
    [InlineData("деятельность деятельности деятельностью", "деятельн")]
    [InlineData("важность важности", "важност")]
    // a double н, a soft sign
    [InlineData("длинна", "длин")]
    [InlineData("тюмень тюмени", "тюмен")]
    // places
    [InlineData("хабаровск хабаровска хабаровске хабаровский хабаровского", "хабаровск")]
    // no vowel, nothing behind the vowel, other letters
    [InlineData("нко", "нко")]
    [InlineData("фзс", "фзс")]
    [InlineData("я", "я")]
    [InlineData("о", "о")]
    [InlineData("internet", "internet")]
    public void Forms_of_a_word_have_one_stem(string words, string stem)
    {
        foreach (var word in words.Split(' '))
        {
            Assert.Equal((word, stem), (word, word[..RussianStemmer.LengthOfStem(word)]));
        }
    }

    [Theory]
    [InlineData("centers", "center")]
    [InlineData("organizations", "organization")]
    [InlineData("business", "business")]
    [InlineData("campus", "campus")]
    [InlineData("ngos", "ngo")]
    [InlineData("2019s", "2019s")]
    [InlineData("сеть2", "сеть2")]
    public void Of_other_words_only_the_English_plural_goes(string word, string stem) => Assert.Equal(stem, SearchStems.Of(word).ToString());

    [Fact]
    public void The_stem_is_a_beginning_of_its_word_whatever_the_letters()
    {
        var random = new Random(11);
        const string letters = "абвгдежзийклмнопрстуфхцчшщъыьэюя";
        for (var i = 0; i < 50_000; i++)
        {
            var word = new string([.. Enumerable.Range(0, random.Next(0, 14)).Select(_ => letters[random.Next(letters.Length)])]);

            var length = RussianStemmer.LengthOfStem(word);

            Assert.InRange(length, word.Length == 0 ? 0 : 1, word.Length);
        }
    }
}
