using System.Diagnostics.CodeAnalysis;

namespace CenterDirectory.GraphQL.Tests.Data;

/// <summary>Each filter is answered by the database and by the same condition in C# over the same rows.</summary>
public sealed class FilterTests(LibraryFixture library)
{
    private static readonly Dictionary<string, Func<Book, bool>> Conditions = new()
    {
        // Texts: exact, and folded with and without a companion column.
        ["title: {eq: \"Ёлка\"}"] = book => book.Title == "Ёлка",
        ["title: {neq: \"Ёлка\"}"] = book => book.Title != "Ёлка",
        ["title: {in: [\"Ёлка\", \"Дом\", null]}"] = book => book.Title is "Ёлка" or "Дом",
        ["title: {nin: [\"Ёлка\", \"Дом\"]}"] = book => book.Title is not ("Ёлка" or "Дом"),
        ["title: {in: []}"] = _ => false,
        ["title: {nin: []}"] = _ => true,
        ["title: {contains: \"ЕЛКА\"}"] = book => Fold(book.Title).Contains("елка"),
        ["title: {contains: \"\"}"] = _ => true,
        ["title: {contains: \"% дом_\"}"] = book => book.Title.Contains("% дом_"),
        ["title: {contains: \"_\"}"] = book => book.Title.Contains('_'),
        ["title: {ncontains: \"ом\"}"] = book => !book.Title.Contains("ом"),
        ["title: {startsWith: \"мост\"}"] = book => Fold(book.Title).StartsWith("мост", StringComparison.Ordinal),
        ["title: {startsWith: \"100%\"}"] = book => book.Title.StartsWith("100%", StringComparison.Ordinal),
        ["title: {nstartsWith: \"мост\"}"] = book => !Fold(book.Title).StartsWith("мост", StringComparison.Ordinal),
        ["title: {endsWith: \"дом\"}"] = book => Fold(book.Title).EndsWith("дом", StringComparison.Ordinal),
        ["title: {nendsWith: \"дом\"}"] = book => !Fold(book.Title).EndsWith("дом", StringComparison.Ordinal),
        ["subtitle: {eq: null}"] = book => book.Subtitle == null,
        ["subtitle: {neq: null}"] = book => book.Subtitle != null,
        ["subtitle: {eq: \"\"}"] = book => book.Subtitle == "",
        ["subtitle: {neq: \"рассказы\"}"] = book => book.Subtitle != "рассказы",
        ["subtitle: {in: [null, \"\"]}"] = book => book.Subtitle is null or "",
        ["subtitle: {nin: [null, \"\"]}"] = book => book.Subtitle is not (null or ""),
        ["subtitle: {nin: [\"рассказы\"]}"] = book => book.Subtitle != "рассказы",
        ["subtitle: {contains: \"еж\"}"] = book => Fold(book.Subtitle)?.Contains("еж") == true,
        ["subtitle: {contains: \"\"}"] = book => book.Subtitle is not null,
        ["subtitle: {ncontains: \"рассказ\"}"] = book => Fold(book.Subtitle)?.Contains("рассказ") != true,
        ["subtitle: {startsWith: \"РАССКАЗ\"}"] = book => Fold(book.Subtitle)?.StartsWith("рассказ", StringComparison.Ordinal) == true,
        ["subtitle: {nstartsWith: \"РАССКАЗ\"}"] = book => Fold(book.Subtitle)?.StartsWith("рассказ", StringComparison.Ordinal) != true,
        ["subtitle: {endsWith: \"рассказов\"}"] = book => Fold(book.Subtitle)?.EndsWith("рассказов", StringComparison.Ordinal) == true,
        ["subtitle: {nendsWith: \"рассказов\"}"] = book => Fold(book.Subtitle)?.EndsWith("рассказов", StringComparison.Ordinal) != true,
        ["title: {and: [{contains: \"дом\"}, {startsWith: \"елка\"}]}"] = book => Fold(book.Title).Contains("дом") && Fold(book.Title).StartsWith("елка", StringComparison.Ordinal),
        ["title: {or: [{contains: \"дом\"}, {startsWith: \"елка\"}]}"] = book => Fold(book.Title).Contains("дом") || Fold(book.Title).StartsWith("елка", StringComparison.Ordinal),

        // Numbers and times, with and without nulls.
        ["pages: {eq: 100}"] = book => book.Pages == 100,
        ["pages: {neq: 100}"] = book => book.Pages != 100,
        ["pages: {in: [100, 150, null]}"] = book => book.Pages is 100 or 150,
        ["pages: {nin: [100, 150]}"] = book => book.Pages is not (100 or 150),
        ["pages: {gt: 150, lte: 300}"] = book => book.Pages is > 150 and <= 300,
        ["pages: {ngt: 150}"] = book => !(book.Pages > 150),
        ["pages: {eq: null}"] = _ => false,
        ["pages: {neq: null}"] = _ => true,
        ["copies: {eq: null}"] = book => book.Copies is null,
        ["copies: {neq: null}"] = book => book.Copies is not null,
        ["copies: {eq: 1}"] = book => book.Copies == 1,
        ["copies: {neq: 1}"] = book => book.Copies != 1,
        ["copies: {in: [1, 2]}"] = book => book.Copies is 1 or 2,
        ["copies: {in: [1, null]}"] = book => book.Copies is 1 or null,
        ["copies: {nin: [1]}"] = book => book.Copies != 1,
        ["copies: {nin: [1, null]}"] = book => book.Copies is not (1 or null),
        ["copies: {gt: 0}"] = book => book.Copies > 0,
        ["copies: {ngt: 0}"] = book => !(book.Copies > 0),
        ["copies: {gte: 1}"] = book => book.Copies >= 1,
        ["copies: {ngte: 1}"] = book => !(book.Copies >= 1),
        ["copies: {lt: 1}"] = book => book.Copies < 1,
        ["copies: {nlt: 1}"] = book => !(book.Copies < 1),
        ["copies: {lte: 1}"] = book => book.Copies <= 1,
        ["copies: {nlte: 1}"] = book => !(book.Copies <= 1),
        ["letters: {gt: \"9999999995\"}"] = book => book.Letters > 9_999_999_995,
        ["weight: {gte: 0.75}"] = book => book.Weight >= 0.75,
        ["rating: {nlt: 0.5}"] = book => !(book.Rating < 0.5),
        ["price: {gt: \"109.25\"}"] = book => book.Price > 109.25m,
        ["price: {in: [\"109.25\", \"209.5\"]}"] = book => book.Price is 109.25m or 209.5m,
        ["discount: {nlte: \"0.5\"}"] = book => !(book.Discount <= 0.5m),
        ["isRare: {eq: true}"] = book => book.IsRare,
        ["isRare: {neq: true}"] = book => !book.IsRare,
        ["isLent: {neq: true}"] = book => book.IsLent != true,
        ["isLent: {eq: null}"] = book => book.IsLent is null,
        ["addedAt: {gt: \"2020-01-01T00:00:00.75Z\"}"] = book => book.AddedAt > new DateTime(2020, 1, 1, 0, 0, 0, 750, DateTimeKind.Utc),
        ["seenAt: {nlt: \"2021-05-01T14:00:00Z\"}"] = book => !(book.SeenAt < new DateTime(2021, 5, 1, 14, 0, 0, DateTimeKind.Utc)),
        ["printedOn: {lt: \"1990-05-01\"}"] = book => book.PrintedOn < new DateOnly(1990, 5, 1),
        ["boundOn: {ngte: \"2000-12-28\"}"] = book => !(book.BoundOn >= new DateOnly(2000, 12, 28)),
        ["ringsAt: {gt: \"08:30:02\"}"] = book => book.RingsAt > new TimeOnly(8, 30, 2),
        ["key: {in: [\"00000003-0007-0007-0102-030405060708\"]}"] = book => book.Key == new Guid("00000003-0007-0007-0102-030405060708"),

        // Enums and values.
        ["genre: {eq: POETRY}"] = book => book.Genre == Genre.Poetry,
        ["genre: {nin: [POETRY, NOVEL]}"] = book => book.Genre is not (Genre.Poetry or Genre.Novel),
        ["otherGenre: {in: [POETRY]}"] = book => book.OtherGenre == Genre.Poetry,
        ["otherGenre: {neq: POETRY}"] = book => book.OtherGenre != Genre.Poetry,
        ["otherGenre: {eq: null}"] = book => book.OtherGenre is null,
        ["isbn: {eq: \"9781\"}"] = book => book.Isbn?.Digits == "9781",
        ["isbn: {neq: \"9781\"}"] = book => book.Isbn?.Digits != "9781",
        ["isbn: {in: [\"9781\", \"9782\"]}"] = book => book.Isbn?.Digits is "9781" or "9782",
        ["isbn: {nin: [\"9781\", \"9782\"]}"] = book => book.Isbn?.Digits is not ("9781" or "9782"),
        ["link: {eq: \"https://example.org/2\"}"] = book => book.Link?.OriginalString == "https://example.org/2",
        ["link: {nin: [\"https://example.org/2\"]}"] = book => book.Link?.OriginalString != "https://example.org/2",
        ["written: {eq: \"1862\"}"] = book => book.Written?.Text == "1862",
        ["written: {within: {from: 1862}}"] = book => book.WrittenEarliest >= 1862,
        ["written: {within: {to: 1862}}"] = book => book.WrittenLatest <= 1862,
        ["written: {within: {from: 1862, to: 1869}}"] = book => book.WrittenEarliest >= 1862 && book.WrittenLatest <= 1869,
        ["measures: {width: {gt: 10}}"] = book => book.Measures?.Width > 10,
        ["measures: {width: {ngt: 10}}"] = book => !(book.Measures?.Width > 10),
        ["measures: {height: {eq: null}}"] = book => book.Measures?.Height is null,
        ["measures: {height: {nlt: 3}}"] = book => !(book.Measures?.Height < 3),

        // Related objects.
        ["library: {name: {eq: \"Библиотека 1\"}}"] = book => book.Library.Name == "Библиотека 1",
        ["library: {name: {contains: \"БИБЛИОТЕКА 2\"}}"] = book => book.Library.Name == "Библиотека 2",
        ["library: {city: {name: {eq: \"City 3\"}}}"] = book => book.Library.City?.Name == "City 3",
        ["library: {city: {name: {neq: \"City 3\"}}}"] = book => book.Library.City?.Name != "City 3",
        ["sequel: {pages: {gt: 100}}"] = book => book.Sequel?.Pages > 100,
        ["sequel: {pages: {ngt: 100}}"] = book => !(book.Sequel?.Pages > 100),
        ["sequel: {title: {eq: null}}"] = book => book.Sequel is null,
        ["sequel: {title: {neq: null}}"] = book => book.Sequel is not null,
        ["sequel: {title: {ncontains: \"дом\"}}"] = book => !(book.Sequel?.Title.Contains("дом", StringComparison.OrdinalIgnoreCase) == true),

        // Lists of scalars and enums.
        ["tags: {some: {eq: \"tag1\"}}"] = book => book.Tags.Contains("tag1"),
        ["tags: {none: {eq: \"tag1\"}}"] = book => !book.Tags.Contains("tag1"),
        ["tags: {all: {eq: \"tag1\"}}"] = book => book.Tags.All(tag => tag == "tag1"),
        ["tags: {all: {startsWith: \"TAG\"}}"] = book => book.Tags.All(tag => tag.StartsWith("tag", StringComparison.Ordinal)),
        ["tags: {some: {contains: \"еж\"}}"] = book => book.Tags.Contains("Ёж"),
        ["tags: {some: {in: [\"tag1\", \"tag2\"]}}"] = book => book.Tags.Any(tag => tag is "tag1" or "tag2"),
        ["tags: {any: true}"] = book => book.Tags.Count > 0,
        ["tags: {any: false}"] = book => book.Tags.Count == 0,
        ["tags: {some: {}}"] = _ => true,
        ["genres: {some: {eq: POETRY}}"] = book => book.Genres.Contains(Genre.Poetry),
        ["genres: {some: {in: [POETRY, TRAVEL]}}"] = book => book.Genres.Any(genre => genre is Genre.Poetry or Genre.Travel),
        ["genres: {all: {neq: POETRY}}"] = book => book.Genres.All(genre => genre != Genre.Poetry),
        ["genres: {none: {eq: POETRY}, any: true}"] = book => !book.Genres.Contains(Genre.Poetry) && book.Genres.Count > 0,

        // Collections of objects, direct and over links.
        ["authorships: {some: {part: {eq: \"notes\"}}}"] = book => book.Authorships.Any(link => link.Part == "notes"),
        ["authorships: {none: {part: {eq: \"notes\"}}}"] = book => !book.Authorships.Any(link => link.Part == "notes"),
        ["authorships: {all: {part: {eq: \"text\"}}}"] = book => book.Authorships.All(link => link.Part == "text"),
        ["authorships: {any: false}"] = book => book.Authorships.Count == 0,
        ["authors: {some: {name: {eq: \"Author 0\"}}}"] = book => book.Authorships.Any(link => link.Author.Name == "Author 0"),
        ["authors: {all: {name: {eq: \"Author 0\"}}}"] = book => book.Authorships.All(link => link.Author.Name == "Author 0"),
        ["authorships: {some: {book: {pages: {eq: 100}}, author: {name: {contains: \"1\"}}}}"] =
            book => book.Pages == 100 && book.Authorships.Any(link => link.Author.Name.Contains('1')),
        ["authorships: {all: {book: {copies: {gt: 0}}}}"] = book => book.Authorships.Count == 0 || book.Copies > 0,
        ["writtenBy: \"Author 1\""] = book => book.Authorships.Any(link => link.Author.Name == "Author 1"),

        // Combinations; what is absent, null or empty asks nothing.
        ["pages: {gt: 100}, isRare: {eq: true}"] = book => book.Pages > 100 && book.IsRare,
        ["and: [{pages: {gt: 100}}, {isRare: {eq: true}}]"] = book => book.Pages > 100 && book.IsRare,
        ["or: [{pages: {gt: 300}}, {isRare: {eq: true}}]"] = book => book.Pages > 300 || book.IsRare,
        ["or: [{pages: {gt: 300}}, {}]"] = book => book.Pages > 300,
        ["or: []"] = _ => true,
        ["or: [{and: [{pages: {gt: 300}}, {copies: {eq: null}}]}, {title: {eq: \"beta\"}}], isRare: {neq: true}"] =
            book => ((book.Pages > 300 && book.Copies is null) || book.Title == "beta") && !book.IsRare,
        ["pages: null"] = _ => true,
        ["pages: {}"] = _ => true,
        ["pages: {gt: null}"] = _ => true,
        ["title: {contains: null, in: null}"] = _ => true,
        ["and: null, library: null, tags: null, writtenBy: null"] = _ => true,
        ["tags: {some: null, any: null}"] = _ => true,
    };

    public static TheoryData<string> Filters => [.. Conditions.Keys];

    [Theory]
    [MemberData(nameof(Filters))]
    public async Task The_database_and_CSharp_find_the_same_rows(string filter)
    {
        var answer = await library.AskAsync($"{{ books(first: 50, order: {{id: ASC}}, where: {{{filter}}}) {{ totalCount nodes {{ id }} }} }}");

        var expected = library.Books.Where(Conditions[filter]).Select(book => (int)book.Id).ToArray();
        Assert.Equal(expected, answer.Ids("books"));
        Assert.Equal(expected.Length, (int)answer.Data["books"]!["totalCount"]!);
    }

    [Fact]
    public async Task Global_ids_find_their_objects_and_nothing_of_other_types()
    {
        var three = Types.GlobalId.Encode("Volume", 3);
        var library2 = Types.GlobalId.Encode("Library", 2);

        Assert.Equal(new[] { 3 }, await IdsAsync($"id: {{eq: \"{three}\"}}"));
        Assert.Equal(new[] { 3 }, await IdsAsync($"id: {{in: [\"{three}\", \"{library2}\", \"nonsense\", null]}}"));
        Assert.Empty(await IdsAsync($"id: {{eq: \"{library2}\"}}"));
        Assert.Equal(LibraryData.BookCount - 1, (await IdsAsync($"id: {{neq: \"{three}\"}}")).Length);
        Assert.Equal(library.Books.Where(book => book.Library.Id == 2).Select(book => (int)book.Id), await IdsAsync($"library: {{id: {{eq: \"{library2}\"}}}}"));
    }

    [Fact]
    public async Task Variables_that_are_absent_or_null_are_no_condition_but_eq_null_is()
    {
        const string query = "query($text: String, $copies: Int, $where: [VolumeFilterInput!]) { books(first: 50, order: {id: ASC}, where: {title: {contains: $text}, copies: {eq: $copies}, and: $where}) { nodes { id } } }";

        Assert.Equal(LibraryData.BookCount, (await library.AskAsync(query, new { where = new { } })).Ids("books").Length);
        Assert.Equal(
            library.Books.Where(book => book.Copies is null).Select(book => (int)book.Id),
            (await library.AskAsync(query, new { text = (string?)null, copies = (int?)null, where = new { } })).Ids("books"));
        Assert.Equal(
            library.Books.Where(book => book.Copies == 1 && book.Title == "beta").Select(book => (int)book.Id),
            (await library.AskAsync(query, new { text = "BETA", copies = 1, where = new { } })).Ids("books"));
    }

    [Fact]
    public async Task A_level_is_filtered_inside_each_parent()
    {
        var answer = await library.AskAsync("{ libraries(first: 7, order: {id: ASC}) { nodes { id books(first: 50, order: {id: ASC}, where: {pages: {gt: 100}}) { totalCount nodes { id } } } } }");

        for (var n = 0; n < 7; n++)
        {
            var expected = library.Books.Where(book => book.Library.Id == n + 1 && book.Pages > 100).Select(book => (int)book.Id).ToArray();
            Assert.Equal(expected, answer.Ids("libraries", "nodes", $"{n}", "books"));
            Assert.Equal(expected.Length, (int)answer.Data["libraries"]!["nodes"]![n]!["books"]!["totalCount"]!);
        }
    }

    [return: NotNullIfNotNull(nameof(text))]
    private static string? Fold(string? text) => FoldedText.Fold(text);

    private async Task<int[]> IdsAsync(string filter) =>
        (await library.AskAsync($"{{ books(first: 50, order: {{id: ASC}}, where: {{{filter}}}) {{ nodes {{ id }} }} }}")).Ids("books");
}
