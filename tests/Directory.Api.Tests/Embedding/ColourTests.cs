using CenterDirectory.Api.Embedding.Choices;

namespace CenterDirectory.Api.Tests.Embedding;

/// <summary>Colours of a site, and whether people can read them.</summary>
public sealed class ColourTests
{
    [Theory]
    [InlineData("#0b6b57", "#0b6b57")]
    [InlineData("0B6B57", "#0b6b57")]
    [InlineData(" #0a5 ", "#00aa55")]
    [InlineData("red", null)]
    [InlineData("#12345", null)]
    [InlineData("#1234567", null)]
    [InlineData("-12345", null)]
    [InlineData("", null)]
    public void Six_or_three_digits_are_a_colour(string text, string? css) => Assert.Equal(css, Colour.Parse(text)?.Css);

    [Theory]
    [InlineData("#ffffff", "#000000", 21)]
    [InlineData("#ffffff", "#ffffff", 1)]
    [InlineData("#767676", "#ffffff", 4.54)]
    [InlineData("#777777", "#ffffff", 4.48)]
    [InlineData("#ff0000", "#ffffff", 4.0)]
    public void Contrast_is_that_of_WCAG_whichever_stands_above(string first, string second, double expected)
    {
        var (upper, lower) = (Colour.Parse(first)!.Value, Colour.Parse(second)!.Value);

        Assert.Equal(expected, upper.Contrast(lower), 2);
        Assert.Equal(upper.Contrast(lower), lower.Contrast(upper));
    }

    [Theory]
    [InlineData("#c2185b", "#ffffff")]
    [InlineData("#ffd54f", "#10201b")]
    public void Words_on_a_button_take_the_colour_that_reads_better(string ground, string ink) => Assert.Equal(ink, Colour.Parse(ground)!.Value.Readable.Css);
}
