using System.Text;
using System.Text.Json;
using CenterDirectory.GraphQL.Execution;

namespace CenterDirectory.GraphQL.Tests.Execution;

public sealed class JsonBufferTests
{
    [Theory]
    [InlineData("")]
    [InlineData("plain")]
    [InlineData("Ёжик <b>\"в\"</b> & 'тумане'")]
    [InlineData("\\ \b\f\n\r\t \u0000\u001F\u007F")]
    [InlineData("\u2028 \uFEFF \U0001F600")]
    public void Strings_come_back_as_they_were(string text) => Assert.Equal(text, JsonSerializer.Deserialize<string>(Text(json => json.String(text))));

    [Fact]
    public void Cyrillic_and_markup_are_not_escaped() => Assert.Equal("\"<Ё> & '\"", Text(json => json.String("<Ё> & '")));

    [Fact]
    public void Half_a_surrogate_pair_does_not_spoil_the_answer() =>
        Assert.Equal("a\uFFFD", JsonSerializer.Deserialize<string>(Text(json => json.String("a\uD83D"))));

    [Theory]
    [InlineData(0, "0")]
    [InlineData(-7, "-7")]
    [InlineData(long.MinValue, "-9223372036854775808")]
    public void Whole_numbers_are_written_in_full(long value, string expected) => Assert.Equal(expected, Text(json => json.Number(value)));

    [Theory]
    [InlineData(0.1)]
    [InlineData(-1e-7)]
    [InlineData(1.7976931348623157e308)]
    [InlineData(12)]
    public void Numbers_come_back_as_they_were(double value) =>
        Assert.Equal(value, JsonSerializer.Deserialize<double>(Text(json => json.Number(value))));

    [Theory]
    [InlineData(double.NaN)]
    [InlineData(double.PositiveInfinity)]
    public void What_json_cannot_say_is_refused(double value) =>
        Assert.Throws<ArgumentException>(() => Text(json => json.Number(value)));

    [Fact]
    public void What_was_written_can_be_cut_back() => Assert.Equal("{\"a\":null}", Text(json =>
    {
        json.StartObject();
        json.EncodedName(JsonBuffer.EncodeName("a"));
        var start = json.Position;
        json.StartArray();
        json.Boolean(true);
        json.Comma();
        json.String("dropped");
        json.CutBackTo(start);
        json.Null();
        json.EndObject();
    }));

    [Fact]
    public void The_buffer_grows()
    {
        var text = new string('я', 10_000);

        Assert.Equal($"[\"{text}\",1,\"2020-02-29\"]", Text(json =>
        {
            json.StartArray();
            json.String(text);
            json.Comma();
            json.Number(1);
            json.Comma();
            json.PlainString(new DateOnly(2020, 2, 29), "O");
            json.EndArray();
        }));
    }

    [Fact]
    public void Plain_strings_may_be_long() =>
        Assert.Equal($"\"{new string('0', 99)}7\"", Text(json => json.PlainString(7, "D100")));

    [Fact]
    public void Names_are_escaped_once() => Assert.Equal("\"a\\\"b\":", Encoding.UTF8.GetString(JsonBuffer.EncodeName("a\"b")));

    private static string Text(Action<JsonBuffer> write)
    {
        var json = new JsonBuffer(capacity: 4);
        write(json);
        return Encoding.UTF8.GetString(json.Written.Span);
    }
}
