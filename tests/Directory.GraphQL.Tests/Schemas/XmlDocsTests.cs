using CenterDirectory.GraphQL.Types;

namespace CenterDirectory.GraphQL.Tests.Schemas;

public sealed class XmlDocsTests
{
    [Fact]
    public void The_summary_of_a_class_is_one_line() =>
        Assert.Equal("A class with words over two lines, `code` and a Documented.", XmlDocs.Summary(typeof(Documented)));

    [Fact]
    public void References_keep_their_last_name() => Assert.Equal(
        "See Method, List, null and value.", XmlDocs.Summary(typeof(Documented).GetProperty(nameof(Documented.Property))!));

    [Fact]
    public void Methods_are_found_with_and_without_parameters()
    {
        Assert.Equal("With a parameter.", XmlDocs.Summary(typeof(Documented).GetMethod(nameof(Documented.Method))!));
        Assert.Equal("Without any.", XmlDocs.Summary(typeof(Documented).GetMethod(nameof(Documented.Plain))!));
    }

    [Fact]
    public void Parameters_have_texts_of_their_own()
    {
        var parameters = typeof(Documented).GetMethod(nameof(Documented.Method))!.GetParameters();
        Assert.Equal("How much.", XmlDocs.Summary(parameters[0]));
        Assert.Null(XmlDocs.Summary(parameters[1]));
    }

    [Fact]
    public void Properties_of_records_take_the_text_of_the_parameter() =>
        Assert.Equal("To the east.", XmlDocs.Summary(typeof(Golden.Point).GetProperty(nameof(Golden.Point.X))!));

    [Fact]
    public void Members_of_enums_and_nested_classes_are_found()
    {
        Assert.Equal("Russian.", XmlDocs.Summary(typeof(Golden.Locale).GetField(nameof(Golden.Locale.Ru))!));
        Assert.Equal("Inside.", XmlDocs.Summary(typeof(Documented.Nested)));
    }

    [Fact]
    public void What_has_no_text_has_no_description()
    {
        Assert.Null(XmlDocs.Summary(typeof(Golden.Outcome).GetField(nameof(Golden.Outcome.Null))!));
        Assert.Null(XmlDocs.Summary(typeof(int)));
    }

    /// <summary>
    /// A class with words
    /// over   two lines, <c>code</c> and a <see cref="Documented"/>.
    /// </summary>
    internal sealed class Documented
    {
        /// <summary>See <see cref="Method(int, string)"/>, <see cref="List{T}"/>, <see langword="null"/> and <paramref name="value"/>.</summary>
        public string Property { get; init; } = "";

        /// <summary>With a parameter.</summary>
        /// <param name="amount">How much.</param>
        /// <param name="unit"> </param>
        public string Method(int amount, string unit) => $"{amount} {unit} {Property}";

        /// <summary>Without any.</summary>
        public string Plain() => Property;

        /// <summary>Inside.</summary>
        internal sealed class Nested;
    }
}
