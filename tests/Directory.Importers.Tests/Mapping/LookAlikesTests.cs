using CenterDirectory.Importers.Mapping;

namespace CenterDirectory.Importers.Tests.Mapping;

public sealed class LookAlikesTests
{
    [Theory]
    [InlineData("CАДОВОДЧЕСКОЕ товарищество", "САДОВОДЧЕСКОЕ товарищество")]
    [InlineData("Цeнтр «Двop»", "Центр «Двор»")]
    [InlineData("Центр COMPAS и YouTube", "Центр COMPAS и YouTube")]
    [InlineData("IT-центр", "IT-центр")]
    [InlineData("PRщик и HRник", "PRщик и HRник")]
    [InlineData("c", "c")]
    [InlineData("", "")]
    public void Only_words_that_are_Russian_otherwise_are_mended(string text, string mended) => Assert.Equal(mended, LookAlikes.Mend(text));
}
