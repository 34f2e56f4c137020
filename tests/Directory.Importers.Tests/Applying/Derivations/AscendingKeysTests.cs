using CenterDirectory.Data.Provenance.Merging;
using CenterDirectory.Importers.Applying.Derivations;

namespace CenterDirectory.Importers.Tests.Applying.Derivations;

public sealed class AscendingKeysTests
{
    [Fact]
    public void Who_came_before_has_the_smaller_key()
    {
        var keys = With((11, "9"), (12, "10"), (15, "11"));

        Assert.True(keys.Has(11, 12));
        Assert.True(keys.Has(12, 15));
        Assert.False(keys.Has(15, 12));
        Assert.False(keys.Has(12, 12));
    }

    [Fact]
    public void Nothing_is_said_of_entries_that_were_there_before_or_have_not_come_yet()
    {
        var keys = With((11, "9"), (12, "10"));

        Assert.False(keys.Has(3, 12));
        Assert.False(keys.Has(11, 13));
        Assert.False(new AscendingKeys().Has(1, 2));
    }

    [Theory]
    [InlineData(12, "8")]
    [InlineData(12, "9")]
    [InlineData(10, "10")]
    public void Once_they_came_in_another_order_nothing_is_sure(long id, string key)
    {
        var keys = With((11, "9"), (id, key), (13, "20"));

        Assert.False(keys.Has(11, 13));
    }

    private static AscendingKeys With(params (long Id, string Key)[] entries)
    {
        var keys = new AscendingKeys();
        foreach (var (id, key) in entries)
        {
            keys.Add(id, new RecordKey("registry", key));
        }

        return keys;
    }
}
