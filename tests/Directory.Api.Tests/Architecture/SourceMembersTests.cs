namespace CenterDirectory.Api.Tests.Architecture;

/// <summary>A guard that measures wrongly guards nothing.</summary>
public sealed class SourceMembersTests
{
    [Fact]
    public void Methods_and_properties_are_measured_from_header_to_end()
    {
        const string Source = """
            internal sealed class Sample(int seed)
            {
                private readonly int[] table =
                [
                    1,
                ];

                public int Number => seed;

                public int Property
                {
                    get;
                    set;
                }

                /// <summary>Text.</summary>
                public int Block(int a)
                {
                    if (a > 1)
                    {
                        return a;
                    }

                    return 0;
                }

                private static int Arrow(int a) => a switch
                {
                    1 => 2,
                    _ => 3,
                };

                private sealed record Nested(int A)
                {
                    public int Inner()
                    {
                        return A;
                    }
                }
            }
            """;

        Assert.Equal([(8, 1), (10, 5), (17, 9), (27, 5), (35, 4)], SourceMembers.Of(Source.ReplaceLineEndings("\n").Split('\n')));
    }
}
