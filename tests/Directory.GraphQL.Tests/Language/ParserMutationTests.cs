using System.Text;
using CenterDirectory.GraphQL.Language;

namespace CenterDirectory.GraphQL.Tests.Language;

/// <summary>Whatever a client sends is a document or a <see cref="GraphQLSyntaxException"/>: no other exception, no endless loop.</summary>
public sealed class ParserMutationTests
{
    private const string Document = """"
        "what for" query Q("one" $a: [Int!]! = [1, -2.5e3] @d(e: {f: [true, null]}), $b: T = ENUM) @d {
          alias: field(a: $a, s: "text \u00e9 \uD83D\uDE00 \u{1F600} \n", t: """
            block \""" string
              indented
          """) @skip(if: $b) { ...F ... on T @d { x } ... { y } } # comment
        }
        fragment F on T { z(o: {a: [], b: {}}) }
        """";

    private static readonly string[] Pieces =
    [
        "{", "}", "(", ")", "[", "]", ":", "=", "@", "!", "$", "|", "&", "...", ".", "..", "\"", "\"\"\"", "\\", "\\\"\"\"", "\\u", "\\u{", "\\uD83D",
        "#", "\n", "\r", "\0", "\uFEFF", "\uD83D", "\uDE00", "\U0001F600", "0", "-", "1e", "1.", "on", "fragment", "query", "null", "type", "'", ",", "\u0439",
    ];

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    [InlineData(5)]
    public void Mutated_documents_parse_or_are_refused_in_the_same_way(int seed)
    {
        var random = new Random(seed);
        var (parsed, refused) = (0, 0);
        for (var i = 0; i < 4_000; i++)
        {
            var source = Mutate(Document, random);
            try
            {
                Parser.Parse(source, ParserLimits.Default);
                parsed++;
            }
            catch (GraphQLSyntaxException exception)
            {
                Assert.InRange(exception.Offset, 0, source.Length);
                Assert.NotEmpty(exception.Message);
                refused++;
            }
        }

        Assert.True(parsed > 50 && refused > 50, $"The mutations are too mild or too wild: {parsed} parsed, {refused} refused.");
    }

    [Fact]
    public void Every_prefix_of_a_document_is_refused_at_or_before_its_end()
    {
        const string source = "query ($a: Int = 1 @d) { b: c(d: [\"\\u{41}\", \"\"\"e\"\"\", {f: $a}]) { ...G ... on H { i } } }";
        Assert.Single(Parser.Parse(source, ParserLimits.Default).Definitions);
        for (var length = 0; length < source.Length; length++)
        {
            var exception = Assert.Throws<GraphQLSyntaxException>(() => Parser.Parse(source[..length], ParserLimits.Default));
            Assert.InRange(exception.Offset, 0, length);
        }
    }

    private static string Mutate(string source, Random random)
    {
        var text = new StringBuilder(source);
        for (var edits = random.Next(1, 4); edits > 0 && text.Length > 0; edits--)
        {
            var at = random.Next(text.Length);
            var length = Math.Min(random.Next(1, 8), text.Length - at);
            switch (random.Next(4))
            {
                case 0:
                    text.Remove(at, length);
                    break;
                case 1:
                    text.Insert(at, Pieces[random.Next(Pieces.Length)]);
                    break;
                case 2:
                    text[at] = (char)random.Next(0x300);
                    break;
                default:
                    text.Insert(random.Next(text.Length), text.ToString(at, length));
                    break;
            }
        }

        return text.ToString();
    }
}
