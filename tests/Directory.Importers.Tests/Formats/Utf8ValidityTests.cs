using System.Text;
using CenterDirectory.Importers.Formats;

namespace CenterDirectory.Importers.Tests.Formats;

public sealed class Utf8ValidityTests
{
    private const string Text = "a Ж € 𝄞 конец";

    [Theory]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(7)]
    public void No_part_begins_within_a_character(int parts)
    {
        for (var shift = 0; shift < 24; shift++)
        {
            Assert.True(Utf8Validity.IsValid(Encoding.UTF8.GetBytes(new string('-', shift) + Text + Text), parts));
        }
    }

    [Theory]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(7)]
    public void A_wrong_byte_is_found_in_whatever_part_it_lies(int parts)
    {
        var sound = Encoding.UTF8.GetBytes(Text + Text);
        for (var at = 0; at < sound.Length; at++)
        {
            foreach (var wrong in (byte[])[0x80, 0xC3, 0xFF])
            {
                var bytes = sound.ToArray();
                bytes[at] = wrong;
                Assert.Equal(System.Text.Unicode.Utf8.IsValid(bytes), Utf8Validity.IsValid(bytes, parts));
            }
        }
    }

    [Fact]
    public void A_cut_character_at_the_end_is_left_out()
    {
        var bytes = Encoding.UTF8.GetBytes(Text);
        for (var length = 0; length <= bytes.Length; length++)
        {
            var whole = Utf8Validity.WholeLength(bytes.AsSpan(0, length));
            Assert.True(Utf8Validity.IsValid(bytes.AsMemory(0, whole)));
            Assert.InRange(length - whole, 0, 3);
        }
    }
}
