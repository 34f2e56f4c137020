using CenterDirectory.Importers.Resolving.Storage;

namespace CenterDirectory.Importers.Tests.Resolving.Storage;

public sealed class KeySpoolTests
{
    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(5)]
    [InlineData(10_000)]
    public void Parts_one_behind_the_other_are_all_keys_in_order(int count)
    {
        var random = new Random(7);
        // Some keys occur often: all of one have to lie in one part.
        List<KeyRow> keys = [.. Enumerable.Range(0, count).Select(number => new KeyRow(random.Next(2) == 0 ? random.Next(9) : random.NextInt64(), number, random.Next()))];
        using var spool = new KeySpool();
        foreach (var some in keys.Chunk(1_500).DefaultIfEmpty([]))
        {
            spool.Add([.. some]);
        }

        spool.Sort();
        var parts = Enumerable.Range(0, KeySpool.Parts).Select(part => Read(spool, part)).ToList();

        Assert.Equal(keys.Order(), parts.SelectMany(part => part));
        Assert.Equal(keys.DistinctBy(key => key.Key).Count(), parts.Sum(part => part.DistinctBy(key => key.Key).Count()));
    }

    [Fact]
    public void No_part_has_most_keys_if_the_first_ones_are_like_the_others()
    {
        var random = new Random(8);
        using var spool = new KeySpool();
        for (var window = 0; window < 10; window++)
        {
            spool.Add([.. Enumerable.Range(0, 1_000).Select(number => new KeyRow(random.NextInt64(), number, 0))]);
        }

        Assert.InRange(Enumerable.Range(0, KeySpool.Parts).Max(part => Read(spool, part).Count), 10_000 / KeySpool.Parts, 2 * 10_000 / KeySpool.Parts);
    }

    private static List<KeyRow> Read(KeySpool spool, int part)
    {
        List<KeyRow> keys = [new KeyRow(1, 2, 3)];
        spool.Read(part, keys);
        return keys;
    }
}
