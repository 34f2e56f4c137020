using System.Text;
using System.Text.Unicode;
using CenterDirectory.Importers.Formats;

namespace CenterDirectory.Importers.Tests.Formats;

public sealed class Utf8ValidityTests
{
    private static readonly byte[] Telling =
        [0x00, 0x41, 0x7F, 0x80, 0x8F, 0x90, 0x9F, 0xA0, 0xBF, 0xC0, 0xC1, 0xC2, 0xD0, 0xDF, 0xE0, 0xE1, 0xEC, 0xED, 0xEE, 0xEF, 0xF0, 0xF1, 0xF4, 0xF5, 0xFF];

    [Fact]
    public void Every_run_of_four_bytes_is_judged_as_the_platform_judges_it_wherever_it_stands()
    {
        // Before, on and after the edges of blocks of sixteen, and at the very end.
        foreach (var at in new[] { 0, 11, 12, 13, 14, 15, 16, 17, 28, 30, 33 })
        {
            var text = Enumerable.Repeat((byte)'a', 37).ToArray();
            Assert.All(Runs(), run =>
            {
                run.CopyTo(text, at);
                Agree(text);
            });
        }
    }

    [Fact]
    public void Text_of_any_length_is_judged_as_the_platform_judges_it()
    {
        var random = new Random(30);
        var letters = Encoding.UTF8.GetBytes("Автономная некоммерческая организация «Забота» — 25 €, 𝄞, naïve, 漢字 и ещё слова, чтобы хватило на несколько блоков");
        for (var length = 0; length < letters.Length; length++)
        {
            Agree(letters.AsSpan(0, length));
            var damaged = letters.AsSpan(0, length + 1).ToArray();
            for (var i = 0; i < 20; i++)
            {
                damaged[random.Next(damaged.Length)] = Telling[random.Next(Telling.Length)];
                Agree(damaged);
            }
        }
    }

    private static IEnumerable<byte[]> Runs() =>
        from first in Telling from second in Telling from third in Telling from fourth in Telling select new[] { first, second, third, fourth };

    private static void Agree(ReadOnlySpan<byte> bytes)
    {
        if (Utf8.IsValid(bytes) != Utf8Validity.IsValid(bytes))
        {
            Assert.Fail(Convert.ToHexString(bytes));
        }
    }
}
