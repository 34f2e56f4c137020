using CenterDirectory.Importers.Applying.Tables;

namespace CenterDirectory.Importers.Tests.Applying.Tables;

public sealed class SlugFilterTests
{
    [Theory]
    [InlineData(1)]
    [InlineData(1_000)]
    [InlineData(long.MaxValue / 16)]
    public void Whoever_has_a_slug_is_never_overlooked(long expected)
    {
        var filter = new SlugFilter(expected);
        var slugs = Enumerable.Range(0, 3_000).Select(number => $"dom-{number}").ToList();

        slugs.ForEach(filter.Add);

        Assert.All(slugs, slug => Assert.True(filter.MayHave(slug)));
    }

    [Fact]
    public void Most_slugs_that_nobody_has_are_known_to_be_free()
    {
        var filter = new SlugFilter(10_000);
        foreach (var number in Enumerable.Range(0, 10_000))
        {
            filter.Add($"dom-{number}");
        }

        Assert.InRange(Enumerable.Range(0, 10_000).Count(number => filter.MayHave($"sad-{number}")), 0, 1_000);
    }
}
