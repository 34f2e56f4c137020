using CenterDirectory.Importers.Resolving.Storage;

namespace CenterDirectory.Importers.Tests.Resolving.Storage;

public sealed class KeyRowTests
{
    [Theory]
    [InlineData(0, 9L)]
    [InlineData(3, 9L)]
    [InlineData(150_000, long.MaxValue)]
    [InlineData(150_000, 9L)]
    [InlineData(150_000, 1L)]
    public void Keys_are_sorted_however_many_there_are_and_however_often_one_occurs(int count, long different)
    {
        var random = new Random(5);
        List<KeyRow> keys = [.. Enumerable.Range(0, count).Select(record => new KeyRow(random.NextInt64(different), record, 0))];
        var expected = keys.Order().ToList();

        KeyRow.Sort(keys);

        Assert.Equal(expected, keys);
    }

    [Fact]
    public void Keys_in_order_stay_so()
    {
        List<KeyRow> keys = [.. Enumerable.Range(0, 120_000).Select(record => new KeyRow(record / 3, record, 0))];

        KeyRow.Sort(keys);

        Assert.Equal(Enumerable.Range(0, 120_000), keys.Select(key => key.Record));
    }
}
