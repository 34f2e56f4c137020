using System.Buffers.Text;
using System.Text;
using CenterDirectory.GraphQL.Types;

namespace CenterDirectory.GraphQL.Tests.Schemas;

public sealed class GlobalIdTests
{
    [Theory]
    [InlineData("Center", 1)]
    [InlineData("Center", 0)]
    [InlineData("NewsItem", long.MaxValue)]
    public void An_id_gives_back_what_it_was_made_of(string type, long key)
    {
        Assert.True(GlobalId.TryDecode(GlobalId.Encode(type, key), out var decodedType, out var decodedKey));
        Assert.Equal((type, key), (decodedType, decodedKey));
    }

    [Fact]
    public void An_id_can_stand_in_an_address() => Assert.Matches("^[A-Za-z0-9_-]+$", GlobalId.Encode("Center", 123456789));

    [Theory]
    [InlineData("")]
    [InlineData("not base64!")]
    [InlineData("=")]
    public void What_is_no_base64url_is_no_id(string id) => Assert.False(GlobalId.TryDecode(id, out _, out _));

    [Theory]
    [InlineData("Center")]
    [InlineData("Center:")]
    [InlineData(":1")]
    [InlineData("Center:one")]
    [InlineData("Center:-1")]
    [InlineData("Center: 1")]
    [InlineData("Center:1.5")]
    [InlineData("Center:99999999999999999999")]
    public void What_names_no_type_and_key_is_no_id(string text) =>
        Assert.False(GlobalId.TryDecode(Base64Url.EncodeToString(Encoding.UTF8.GetBytes(text)), out _, out _));

    [Fact]
    public void Long_texts_are_not_even_looked_at() => Assert.False(GlobalId.TryDecode(new string('A', 201), out _, out _));
}
