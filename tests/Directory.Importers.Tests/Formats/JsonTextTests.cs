using CenterDirectory.Importers.Formats;

namespace CenterDirectory.Importers.Tests.Formats;

public sealed class JsonTextTests
{
    [Theory]
    [InlineData("""C:\\ud83d""", """C:\ud83d""")]
    [InlineData("""C:\\\ud83d""", "C:\\\uFFFD")]
    [InlineData("""\ud83d\ude00""", "😀")]
    [InlineData("""\\ud83d\ude00""", "\\ud83d\uFFFD")]
    [InlineData("""\ud83d\ud83d\ude00\ude00""", "\uFFFD😀\uFFFD")]
    public void Only_an_escape_that_is_half_of_a_character_is_replaced(string text, string value)
    {
        using var document = JsonText.Parse($"\"{text}\"");

        Assert.Equal(value, document.RootElement.GetString());
    }
}
