using System.Text.Json;

namespace CenterDirectory.Api.Tests.Schema;

/// <summary>The same directory in Russian and English.</summary>
public sealed class LocaleTests : IAsyncLifetime
{
    private const string Manifest = """
        key: invented
        title: Придуманный край
        tables:
          - source: { file: territories.csv }
            record: Territory
            id-from: [id]
            map: { slug: id, name: name, nameEn: name_en, kind: { const: REGION } }
          - source: { file: events.csv }
            record: Event
            id-from: [id]
            map: { slug: id, title: title, nameEn: title_en, description: text, descriptionEn: text_en, kind: { const: FORUM }, territory: place }
        """;

    private OwnDirectory directory = null!;

    public async ValueTask InitializeAsync()
    {
        directory = await OwnDirectory.CreateAsync();
        directory.Write("invented.yaml", Manifest);
        directory.Write("territories.csv", "id,name,name_en\nkraj,Край,Region\nostrov,Остров,\n");
        directory.Write("events.csv", "id,title,title_en,text,text_en,place\nforum,Форум,Forum,О делах,About work,Край\nvecher,Вечер,,О людях,,Остров\n");
        await directory.ImportAsync();
    }

    public ValueTask DisposeAsync() => directory.DisposeAsync();

    [Theory]
    [InlineData("{ event(slug: \"forum\") { title } }", """{"title":"Форум"}""")]
    [InlineData("{ event(slug: \"forum\") { title(locale: RU) } }", """{"title":"Форум"}""")]
    [InlineData("{ event(slug: \"forum\") { title(locale: EN) description(locale: EN) displayName(locale: EN) } }", """{"title":"Forum","description":"About work","displayName":"Forum"}""")]
    [InlineData("{ event(slug: \"forum\") { title(locale: null) } }", """{"title":"Форум"}""")]
    [InlineData("{ event(slug: \"vecher\") { title(locale: EN) description(locale: EN) } }", """{"title":"Вечер","description":"О людях"}""")]
    [InlineData("query @inContext(locale: EN) { event(slug: \"forum\") { title territory { name } ru: title(locale: RU) } }", """{"title":"Forum","territory":{"name":"Region"},"ru":"Форум"}""")]
    [InlineData("query($l: Locale = EN) { event(slug: \"forum\") { title(locale: $l) } }", """{"title":"Forum"}""")]
    [InlineData("query($l: Locale! = EN) @inContext(locale: $l) { event(slug: \"forum\") { title } }", """{"title":"Forum"}""")]
    [InlineData("query($l: Locale! = RU) @inContext(locale: $l) { event(slug: \"forum\") { title } }", """{"title":"Форум"}""")]
    [InlineData("query @inContext(locale: EN) { event(slug: \"forum\") { ...on DirectoryEntry { displayName availableLocales } } }", """{"displayName":"Forum","availableLocales":["RU","EN"]}""")]
    [InlineData("{ event(slug: \"vecher\") { availableLocales } }", """{"availableLocales":["RU"]}""")]
    public async Task An_argument_wins_over_the_operation_and_Russian_is_the_fallback(string document, string expected) =>
        Assert.Equal(expected, (await directory.DataAsync(document)).GetProperty("event").GetRawText());

    [Theory]
    [InlineData("{ event(slug: \"forum\") { title @inContext(locale: EN) } }")]
    [InlineData("query @inContext { event(slug: \"forum\") { title } }")]
    [InlineData("query($l: Locale) @inContext(locale: $l) { event(slug: \"forum\") { title } }")]
    [InlineData("query @inContext(locale: DE) { event(slug: \"forum\") { title } }")]
    public async Task A_directive_that_says_nothing_clear_is_refused(string document) =>
        Assert.True((await directory.AskAsync(document)).TryGetProperty("errors", out _));

    [Fact]
    public async Task A_new_translation_is_a_change_of_the_field_that_shows_it()
    {
        directory.Write("territories.csv", "id,name,name_en\nkraj,Край,Region\nostrov,Остров,Island\n");
        await directory.ImportAsync();

        var changes = (await directory.DataAsync("{ changes(sinceRevision: 1) { nodes { kind fields } } }")).GetProperty("changes").GetProperty("nodes");

        Assert.Equal("""[{"kind":"UPDATED","fields":["name"]}]""", changes.GetRawText());
    }

    [Fact]
    public async Task Every_enum_of_the_data_has_labels_in_both_languages()
    {
        var data = await directory.DataAsync(
            "query @inContext(locale: EN) { vocabularies { all { enum terms { value label ru: label(locale: RU) } } } __schema { types { kind name enumValues { name } } } }");

        var vocabularies = data.GetProperty("vocabularies").GetProperty("all").EnumerateArray()
            .ToDictionary(item => item.GetProperty("enum").GetString()!, item => Names(item.GetProperty("terms"), "value"));
        var enums = data.GetProperty("__schema").GetProperty("types").EnumerateArray()
            .Where(type => type.GetProperty("kind").GetString() == "ENUM" && !type.GetProperty("name").GetString()!.StartsWith("__", StringComparison.Ordinal))
            .ToDictionary(type => type.GetProperty("name").GetString()!, type => Names(type.GetProperty("enumValues"), "name"));
        // Of the schema alone: how to sort, what is wrong with an input.
        enums.Remove("SortEnumType");
        enums.Remove("ErrorCode");
        Assert.Equal(enums.Keys.Order(StringComparer.Ordinal), vocabularies.Keys.Intersect(enums.Keys).Order(StringComparer.Ordinal));
        Assert.All(enums, pair => Assert.Equal(pair.Value, vocabularies[pair.Key]));
        var terms = data.GetProperty("vocabularies").GetProperty("all").EnumerateArray().SelectMany(item => item.GetProperty("terms").EnumerateArray()).ToList();
        Assert.All(terms, term => Assert.NotEqual(term.GetProperty("label").GetString(), term.GetProperty("ru").GetString()));
    }

    [Fact]
    public async Task What_a_label_does_not_say_is_explained_in_both_languages()
    {
        var data = await directory.DataAsync("{ vocabularies { all { enum terms { value label ru: description(locale: RU) en: description(locale: EN) description } } } }");

        var terms = data.GetProperty("vocabularies").GetProperty("all").EnumerateArray().SelectMany(item => item.GetProperty("terms").EnumerateArray()).ToList();
        var explained = terms.Where(term => term.GetProperty("ru").ValueKind != JsonValueKind.Null).ToList();
        Assert.InRange(explained.Count, 80, terms.Count);
        Assert.All(explained, term =>
        {
            var (russian, english) = (term.GetProperty("ru").GetString()!, term.GetProperty("en").GetString()!);
            Assert.Equal(russian, term.GetProperty("description").GetString());
            Assert.Matches("^[А-ЯЁ].*[.]$", russian);
            Assert.Matches("^[A-Z].*[.]$", english);
            Assert.NotEqual(term.GetProperty("label").GetString() + ".", russian);
        });
        Assert.All(terms.Except(explained), term => Assert.Equal(JsonValueKind.Null, term.GetProperty("en").ValueKind));
    }

    [Fact]
    public async Task One_vocabulary_is_found_by_the_name_of_its_enum()
    {
        var data = await directory.DataAsync("{ vocabularies { known: vocabulary(enum: \"Fee\") { terms { value label } } unknown: vocabulary(enum: \"Feee\") { enum } } }");

        Assert.Equal(
            """{"known":{"terms":[{"value":"FREE","label":"Бесплатно"},{"value":"PAID","label":"Платно"},{"value":"MIXED","label":"Частично бесплатно"}]},"unknown":null}""",
            data.GetProperty("vocabularies").GetRawText());
    }

    private static List<string> Names(JsonElement items, string property) => [.. items.EnumerateArray().Select(item => item.GetProperty(property).GetString()!)];
}
