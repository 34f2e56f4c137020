using System.Text;
using CenterDirectory.Importers.Planning;
using CenterDirectory.Importers.Records;

namespace CenterDirectory.Importers.Tests.Planning;

public sealed class PlaceIndexTests
{
    [Theory]
    [InlineData(0)]
    [InlineData(1000)]
    public void A_place_is_found_by_its_number_however_many_were_expected(int expected)
    {
        var index = new PlaceIndex(expected);
        for (var place = 0; place < 1000; place += 2)
        {
            index.Add(NumberOf(place), place);
        }

        Assert.All(Enumerable.Range(0, 1000), place => Assert.Equal(place % 2 == 0 ? place : -1, index.Find(NumberOf(place))));
        Assert.Equal(NumberOf(998), index[998]);
        Assert.True(index[999].IsNone);
        Assert.True(index[5000].IsNone);
    }

    [Fact]
    public void Numbers_that_end_alike_are_told_apart()
    {
        var index = new PlaceIndex(3);
        index.Add(new Fingerprint(1, 7), 0);
        index.Add(new Fingerprint(2, 7), 1);
        index.Add(new Fingerprint(2, 7), 2);

        Assert.Equal([0, 1, -1], [index.Find(new Fingerprint(1, 7)), index.Find(new Fingerprint(2, 7)), index.Find(new Fingerprint(3, 7))]);
    }

    private static Fingerprint NumberOf(int place) => Fingerprint.Of(Encoding.UTF8.GetBytes($"{place}"));
}
