using CenterDirectory.Importers.Resolving.Storage;

namespace CenterDirectory.Importers.Tests.Resolving.Storage;

public sealed class KeyPackingTests
{
    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void What_is_unpacked_is_what_was_packed(int seed)
    {
        var random = new Random(seed);
        byte[] room = [];
        for (var round = 0; round < 50; round++)
        {
            var entries = Enumerable.Range(0, random.Next(400)).Select(_ => Entry(random)).Order().ToArray();

            Assert.Equal(entries, KeyPacking.Unpack(KeyPacking.Pack(entries, ref room)));
        }
    }

    [Fact]
    public void The_ends_of_all_ranges_are_kept()
    {
        byte[] room = [];
        KeyEntry[] entries =
        [
            new(0, 0, 0, 0), new(0, long.MaxValue, int.MinValue, int.MinValue), new(1, 1, int.MaxValue, -1), new(long.MaxValue, 0x7F, -1, int.MaxValue), new(long.MaxValue, 0x80, -1, 0),
        ];

        Assert.Equal(entries, KeyPacking.Unpack(KeyPacking.Pack(entries, ref room)));
    }

    [Fact]
    public void An_entry_among_many_of_one_source_takes_nine_bytes()
    {
        byte[] room = [];
        // Two million hashes in a range of sixty bits lie 2^39 from one another.
        var entries = Enumerable.Range(1, 400).Select(number => new KeyEntry(number * (1L << 39), 200_000 + number, 2, 0)).ToArray();

        Assert.InRange(KeyPacking.Pack(entries, ref room).Length, 400 * 8, 400 * 9 + 16);
    }

    private static KeyEntry Entry(Random random) => new(
        random.NextInt64(random.Next(2) == 0 ? 40 : long.MaxValue), random.NextInt64(random.Next(2) == 0 ? 200 : long.MaxValue),
        random.Next(3) == 0 ? random.Next(int.MinValue, int.MaxValue) : 7, random.Next(2) == 0 ? 0 : random.Next(int.MinValue, int.MaxValue));
}
