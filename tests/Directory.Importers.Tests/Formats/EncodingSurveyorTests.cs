using System.Text;
using CenterDirectory.Importers.Formats;

namespace CenterDirectory.Importers.Tests.Formats;

/// <summary>Bytes come in blocks of any length; what they tell must not depend on where they are cut.</summary>
public sealed class EncodingSurveyorTests
{
    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(5)]
    [InlineData(1_000)]
    public void Characters_of_any_length_may_be_cut_anywhere(int block) => Assert.True(SurveyOf(Encoding.UTF8.GetBytes("aя€𝄞«Ёж»𝄞𝄞яяz"), block).IsUtf8);

    [Theory]
    [InlineData("E2 C3 C3 C3 C3 C3")]
    [InlineData("E2 82")]
    [InlineData("F0 9D 84")]
    [InlineData("F0 9D 84 41")]
    [InlineData("D0 D0 D0 D0 D0 D0")]
    [InlineData("80 80 80 80 80")]
    [InlineData("41 C0 80")]
    public void What_is_not_utf8_is_not_wherever_it_is_cut(string hex)
    {
        var bytes = Convert.FromHexString(hex.Replace(" ", "", StringComparison.Ordinal));

        Assert.All(Enumerable.Range(1, bytes.Length), block => Assert.False(SurveyOf(bytes, block).IsUtf8));
    }

    [Fact]
    public void Utf16_without_a_mark_is_seen_in_blocks_of_a_byte()
    {
        var bytes = Encoding.Unicode.GetBytes("Ресурсный центр, Омск");

        Assert.Equal(Encoding.Unicode, SurveyOf(bytes, 1).LooksLikeUtf16);
    }

    [Fact]
    public void A_mark_is_seen_in_blocks_of_a_byte() =>
        Assert.Equal(Encoding.Unicode, SurveyOf([.. Encoding.Unicode.Preamble, .. Encoding.Unicode.GetBytes("центр")], 1).MarkedEncoding);

    [Fact]
    public void Further_bytes_tell_nothing_once_they_are_not_utf8_and_there_is_a_sample()
    {
        var surveyor = new EncodingSurveyor();
        Assert.True(surveyor.WantsMore);

        surveyor.Add(Enumerable.Repeat((byte)0xE0, 1 << 20).ToArray());

        Assert.False(surveyor.WantsMore);
    }

    private static EncodingSurvey SurveyOf(byte[] bytes, int block)
    {
        var surveyor = new EncodingSurveyor();
        foreach (var part in bytes.Chunk(block))
        {
            surveyor.Add(part);
        }

        return surveyor.Complete();
    }
}
