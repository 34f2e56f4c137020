using CenterDirectory.GraphQL.Types.Evolution;

namespace CenterDirectory.GraphQL.Tests.Schemas;

/// <summary>What a change of a schema means to clients.</summary>
public sealed class SchemaComparisonTests
{
    [Theory]
    [InlineData("Field A.x: Int", "", "Breaking A.x")]
    [InlineData("", "Field A.x: Int", "Addition A.x")]
    [InlineData("Field A.x: Int", "Field A.x: Int!", "Notable A.x")]
    [InlineData("Field A.x: Int!", "Field A.x: Int", "Breaking A.x")]
    [InlineData("Field A.x: [Int]", "Field A.x: [Int!]!", "Notable A.x")]
    [InlineData("Field A.x: [Int!]", "Field A.x: [Int]!", "Breaking A.x")]
    [InlineData("Field A.x: Int", "Field A.x: String", "Breaking A.x")]
    [InlineData("Field A.x: Int", "Field A.x: [Int]", "Breaking A.x")]
    [InlineData("InputField A.x: Int!", "InputField A.x: Int", "Notable A.x")]
    [InlineData("InputField A.x: Int", "InputField A.x: Int!", "Breaking A.x")]
    [InlineData("", "InputField A.x: Int", "Addition A.x")]
    [InlineData("", "InputField A.x: Int!", "Breaking A.x")]
    [InlineData("", "InputField A.x: Int! = 1", "Addition A.x")]
    [InlineData("InputField A.x: Int = 1", "InputField A.x: Int = 2", "Notable A.x")]
    [InlineData("Value A.X", "", "Breaking A.X")]
    [InlineData("", "Value A.X", "Notable A.X")]
    [InlineData("", "Possible A.B", "Notable A.B")]
    [InlineData("Implements A.B", "", "Breaking A.B")]
    [InlineData("Field A.x: Int", "Field A.x: Int\nArgument A.x(y:): Int", "Addition A.x(y:)")]
    [InlineData("Field A.x: Int", "Field A.x: Int\nArgument A.x(y:): Int!", "Breaking A.x(y:)")]
    [InlineData("Field A.x: Int\nArgument A.x(y:): Int", "Field A.x: Int", "Breaking A.x(y:)")]
    [InlineData("Field A.x: Int", "Field A.x: Int", "")]
    public void A_change_is_judged_by_whom_it_touches(string before, string now, string expected) =>
        Assert.Equal(expected, string.Join(", ", Compare("Object A\n" + before, "Object A\n" + now).Select(change => $"{change.Kind} {change.Member.Name}")));

    [Fact]
    public void Of_a_type_that_is_new_or_gone_its_members_are_not_told()
    {
        var changes = Compare("Object A\nField A.x: Int", "Object B\nField B.x: Int\nArgument B.x(y:): Int!");

        Assert.Equal([(SchemaChangeKind.Breaking, "A"), (SchemaChangeKind.Addition, "B")], changes.Select(change => (change.Kind, change.Member.Name)));
    }

    [Fact]
    public void Of_a_new_field_its_arguments_are_not_told() =>
        Assert.Equal("A.x", Assert.Single(Compare("Object A", "Object A\nField A.x: Int\nArgument A.x(y:): Int!")).Member.Name);

    [Fact]
    public void A_line_reads_back_as_the_member_that_wrote_it()
    {
        var member = new SchemaMember(SchemaMemberKind.Argument, "A.x(y:)", "[String!]", "[\"a: b\", \"c = d\"]");

        Assert.Equal(member, SchemaMember.Parse(member.ToString()));
    }

    [Fact]
    public void A_line_that_is_no_member_is_refused() => Assert.Throws<FormatException>(() => SchemaMember.Parse("Whatever A"));

    private static IReadOnlyList<SchemaChange> Compare(string before, string now) => SchemaComparison.Compare(Read(before), Read(now));

    private static List<SchemaMember> Read(string lines) => [.. lines.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(SchemaMember.Parse)];
}
