using CenterDirectory.Importers.Applying.Tables;

namespace CenterDirectory.Importers.Tests.Applying.Tables;

public sealed class SlugOwnersTests
{
    [Theory]
    [InlineData(0)]
    [InlineData(5_000)]
    [InlineData(20_000)]
    public void Everybody_who_has_a_slug_is_found_by_it_and_nobody_else(long expected)
    {
        var owners = new SlugOwners(expected);
        for (var id = 1; id <= 10_000; id++)
        {
            owners.Add($"dom-{id}", id);
        }

        Assert.All(Enumerable.Range(1, 10_000), id => Assert.Equal(id, owners.IdOf($"dom-{id}")));
        Assert.All(Enumerable.Range(1, 10_000), id => Assert.Null(owners.IdOf($"sad-{id}")));
    }

    [Fact]
    public void A_slug_that_another_one_takes_over_is_theirs()
    {
        var owners = new SlugOwners(1);
        owners.Add("dom", 1);
        owners.Add("dom", 2);

        Assert.Equal(2, owners.IdOf("dom"));
    }
}
