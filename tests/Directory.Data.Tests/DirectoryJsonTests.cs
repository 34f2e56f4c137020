using System.Text.Json;
using CenterDirectory.Data.Values;

namespace CenterDirectory.Data.Tests;

public sealed class DirectoryJsonTests
{
    [Fact]
    public void Values_are_written_as_their_texts_and_nothing_for_null()
    {
        var award = new Award { Title = "За «Эстафету» & более", Date = FuzzyDate.Parse("2019-08") };

        var json = JsonSerializer.Serialize(award, DirectoryJson.Options);

        Assert.Equal("""{"title":"За «Эстафету» & более","date":"2019-08"}""", json);
        Assert.Equal(award, JsonSerializer.Deserialize<Award>(json, DirectoryJson.Options));
    }

    [Fact]
    public void Enums_are_written_as_their_member_names_and_derived_links_not_at_all() =>
        Assert.Equal(
            """{"kind":"Email","value":"post@example.org"}""",
            JsonSerializer.Serialize(new Contact { Kind = ContactKind.Email, Value = "post@example.org" }, DirectoryJson.Options));

    [Fact]
    public void Instants_are_written_in_UTC_to_the_second() =>
        Assert.Equal(
            "\"2019-04-02T04:00:00Z\"",
            JsonSerializer.Serialize(new DateTimeOffset(2019, 4, 2, 10, 0, 0, TimeSpan.FromHours(6)).UtcDateTime, DirectoryJson.Options));

    [Fact]
    public void A_text_that_is_no_date_is_refused() =>
        Assert.Throws<JsonException>(() => JsonSerializer.Deserialize<Award>("""{"title":"","date":"вчера"}""", DirectoryJson.Options));
}
