namespace CenterDirectory.Data.Tests;

/// <summary>What is known without asking Unicode is what Unicode says.</summary>
public sealed class RussianLettersTests
{
    [Fact]
    public void Every_character_is_a_letter_or_digit_as_Unicode_says() =>
        Assert.DoesNotContain(All(), symbol => RussianLetters.IsLetterOrDigit(symbol) != char.IsLetterOrDigit(symbol));

    [Fact]
    public void Every_character_has_the_lower_case_that_Unicode_says() =>
        Assert.DoesNotContain(All(), symbol => RussianLetters.ToLower(symbol) != char.ToLowerInvariant(symbol));

    private static IEnumerable<char> All() => Enumerable.Range(0, char.MaxValue + 1).Select(code => (char)code);
}
