using CenterDirectory.GraphQL.Language;

namespace CenterDirectory.GraphQL.Tests.Language;

public sealed class SourceLocationTests
{
    [Theory]
    [InlineData("", 0, 1, 1)]
    [InlineData("ab", 1, 1, 2)]
    [InlineData("ab", 2, 1, 3)]
    [InlineData("a\nb", 2, 2, 1)]
    [InlineData("a\rb", 2, 2, 1)]
    [InlineData("a\r\nb", 3, 2, 1)]
    [InlineData("a\n\r\r\nb", 5, 4, 1)]
    [InlineData("\uFEFFa", 1, 1, 2)]
    [InlineData("\U0001F600a", 2, 1, 3)]
    public void Counts_lines_and_utf16_columns_from_one(string source, int offset, int line, int column) =>
        Assert.Equal(new SourceLocation(line, column), SourceLocation.Of(source, offset));
}
