using CenterDirectory.Api.OpenData.Hsds;

namespace CenterDirectory.Api.Tests.OpenData;

public sealed class HsdsIdTests
{
    [Fact]
    public void Ids_stay_for_ever() => Assert.Equal(
        ["215aa7a3-592d-51b1-a7f8-75071cdada1c", "e100bc3e-69d0-5c52-a085-25e918911b82"],
        [HsdsId.Of("Center", 1).ToString(), HsdsTaxonomy.TermOf(Data.Values.SupportKind.Consulting).Id.ToString()]);

    [Fact]
    public void They_are_of_version_5()
    {
        var text = HsdsId.Of("Service", 7).ToString();

        Assert.Equal('5', text[14]);
        Assert.Contains(text[19], "89ab");
    }

    [Fact]
    public void The_way_back_is_found_as_the_directory_grows()
    {
        var index = new HsdsIdIndex("Service", "/x");

        Assert.Null(index.Find(HsdsId.Of("Service", 3, "/x"), greatest: 0));
        Assert.All(Enumerable.Range(1, 40), size => Assert.Equal(size, index.Find(HsdsId.Of("Service", size, "/x"), size)));
        Assert.All(Enumerable.Range(1, 40), key => Assert.Equal(key, index.Find(HsdsId.Of("Service", key, "/x"), 40)));
        Assert.Null(index.Find(HsdsId.Of("Service", 3), 40));
        Assert.Null(index.Find(Guid.Empty, 40));
    }
}
