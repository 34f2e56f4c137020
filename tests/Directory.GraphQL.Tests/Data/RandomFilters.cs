using FsCheck;
using FsCheck.Fluent;

namespace CenterDirectory.GraphQL.Tests.Data;

/// <summary>A filter as JSON, and the same condition in C#.</summary>
/// <param name="Json">The filter input.</param>
/// <param name="Holds">Whether it matches an object, which may be missing; null if it asks nothing.</param>
internal sealed record Filter<T>(string Json, Func<T?, bool>? Holds)
    where T : class;

/// <summary>Makes filters of any form that the schema allows, a few levels deep.</summary>
internal static class RandomFilters
{
    private static readonly string[] Texts = ["", "а", "дом", "ДОМ", "ёлка", "мост", "%", "_", "рассказ", "beta", "tag1", "Author 1", "Библиотека 2"];

    /// <summary>Filters of books.</summary>
    public static Gen<Filter<Book>> Books { get; } = BookFilter(3);

    private static Gen<Filter<Book>> BookFilter(int depth)
    {
        var leaves = new List<Gen<Filter<Book>>>
        {
            Text<Book>("title", book => book?.Title),
            Text<Book>("subtitle", book => book?.Subtitle),
            Ordered<Book, int>("pages", book => book?.Pages, [0, 50, 100, 250, 400, 999]),
            Ordered<Book, int>("copies", book => book?.Copies, [-1, 0, 1, 2]),
            Ordered<Book, double>("rating", book => book?.Rating, [0, 0.5, 1]),
            Ordered<Book, decimal>("discount", book => book?.Discount, [0m, 0.5m, 1m], quoted: true),
            Equal<Book>("isLent", book => book?.IsLent, ["true", "false"], ["eq", "neq"], text => text == "true"),
            Equal<Book>("otherGenre", book => book?.OtherGenre, ["NOVEL", "POETRY"], ["eq", "neq", "in", "nin"], text => Enum.Parse<Genre>(text, ignoreCase: true)),
            Equal<Book>("isbn", book => book?.Isbn, ["9781", "9782", "9787"], ["eq", "neq", "in", "nin"], text => new Isbn(text)),
            Years(),
        };
        if (depth > 0)
        {
            leaves.Add(Related<Book, Library>("library", book => book?.Library, Text<Library>("name", library => library?.Name)));
            leaves.Add(Related<Book, Book>("sequel", book => book?.Sequel, BookFilter(depth - 1)));
            leaves.Add(Related<Book, Measures>("measures", book => book?.Measures, Ordered<Measures, int>("height", measures => measures?.Height, [0, 3, 5])));
            leaves.Add(Quantified<Book, Box<string>>("tags", book => book?.Tags.Select(Box.Of), Operations<Box<string>>(tag => tag?.Value)));
            leaves.Add(Quantified<Book, Box<Genre>>("genres", book => book?.Genres.Select(Box.Of), EqualOperations<Box<Genre>>(
                genre => genre?.Value, ["NOVEL", "POETRY"], ["eq", "neq", "in", "nin"], text => Enum.Parse<Genre>(text, ignoreCase: true))));
            leaves.Add(Quantified<Book, Authorship>("authorships", book => book?.Authorships, Object(
                Text<Authorship>("part", link => link?.Part), Related<Authorship, Book>("book", link => link?.Book, Ordered<Book, int>("copies", book => book?.Copies, [0, 1])))));
            leaves.Add(Quantified<Book, Author>("authors", book => book?.Authorships.Select(link => link.Author), Text<Author>("name", author => author?.Name)));
            leaves.Add(Combined(BookFilter(depth - 1)));
        }

        return Object([.. leaves]);
    }

    /// <summary>One or two of the fields; all of them must hold.</summary>
    private static Gen<Filter<T>> Object<T>(params Gen<Filter<T>>[] fields) where T : class =>
        from chosen in Gen.SubListOf(Enumerable.Range(0, fields.Length))
        from first in Gen.Choose(0, fields.Length - 1)
        from filters in Gen.CollectToList(chosen.Take(1).Append(first).Distinct(), field => fields[field])
        select new Filter<T>($"{{{string.Join(',', filters.Select(filter => filter.Json))}}}", All(filters));

    private static Gen<Filter<T>> Combined<T>(Gen<Filter<T>> inner) where T : class =>
        from isAnd in Gen.Elements(true, false)
        from count in Gen.Choose(0, 3)
        from filters in Gen.ListOf(inner, count)
        select new Filter<T>(
            $"\"{(isAnd ? "and" : "or")}\":[{string.Join(',', filters.Select(filter => filter.Json))}]", isAnd ? All(filters) : Any(filters));

    private static Gen<Filter<T>> Related<T, TRelated>(string name, Func<T?, TRelated?> get, Gen<Filter<TRelated>> inner)
        where T : class
        where TRelated : class =>
        from filter in inner
        select new Filter<T>(
            $"\"{name}\":{Braced(filter.Json)}", filter.Holds is null ? null : item => filter.Holds(get(item)));

    private static Gen<Filter<T>> Quantified<T, TItem>(string name, Func<T?, IEnumerable<TItem>?> get, Gen<Filter<TItem>> inner)
        where T : class
        where TItem : class =>
        from quantifier in Gen.Elements("some", "none", "all", "any")
        from wanted in Gen.Elements(true, false)
        from filter in inner
        select quantifier == "any"
            ? new Filter<T>($"\"{name}\":{{\"any\":{(wanted ? "true" : "false")}}}", item => (get(item) ?? []).Any() == wanted)
            : new Filter<T>($"\"{name}\":{{\"{quantifier}\":{Braced(filter.Json)}}}", filter.Holds is null ? null : item => quantifier switch
            {
                "some" => (get(item) ?? []).Any(filter.Holds),
                "none" => !(get(item) ?? []).Any(filter.Holds),
                _ => (get(item) ?? []).All(filter.Holds),
            });

    private static Gen<Filter<T>> Text<T>(string name, Func<T?, string?> get) where T : class => Named(name, Operations(get));

    private static Gen<Filter<T>> Operations<T>(Func<T?, string?> get) where T : class => Gen.OneOf(
        EqualOperations(get, Texts, ["eq", "neq", "in", "nin"], text => text),
        from operation in Gen.Elements("contains", "startsWith", "endsWith")
        from isNegated in Gen.Elements(true, false)
        from text in Gen.Elements(Texts)
        select new Filter<T>($"\"{(isNegated ? "n" : "")}{operation}\":\"{text}\"", item => isNegated != Compares(FoldedText.Fold(get(item)), operation, FoldedText.Fold(text)!)));

    private static bool Compares(string? value, string operation, string operand) => value is not null && operation switch
    {
        "contains" => value.Contains(operand, StringComparison.Ordinal),
        "startsWith" => value.StartsWith(operand, StringComparison.Ordinal),
        _ => value.EndsWith(operand, StringComparison.Ordinal),
    };

    private static Gen<Filter<T>> Ordered<T, TValue>(string name, Func<T?, TValue?> get, TValue[] operands, bool quoted = false)
        where T : class
        where TValue : struct, IComparable<TValue> => Named(name, Gen.OneOf(
        EqualOperations<T>(item => get(item), [.. operands.Select(operand => FormattableString.Invariant($"{operand}"))], ["eq", "neq", "in", "nin"], text => Array.Find(operands, operand => FormattableString.Invariant($"{operand}") == text), quoted),
        from operation in Gen.Elements("gt", "gte", "lt", "lte")
        from isNegated in Gen.Elements(true, false)
        from operand in Gen.Elements(operands)
        select new Filter<T>($"\"{(isNegated ? "n" : "")}{operation}\":{Quoted(FormattableString.Invariant($"{operand}"), quoted)}", item => isNegated != (get(item) is { } value && operation switch
        {
            "gt" => value.CompareTo(operand) > 0,
            "gte" => value.CompareTo(operand) >= 0,
            "lt" => value.CompareTo(operand) < 0,
            _ => value.CompareTo(operand) <= 0,
        }))));

    private static Gen<Filter<T>> Equal<T>(string name, Func<T?, object?> get, string[] operands, string[] operations, Func<string, object> parse) where T : class =>
        Named(name, EqualOperations(get, operands, operations, parse, quoted: operands[0] != "true"));

    private static Gen<Filter<T>> EqualOperations<T>(Func<T?, object?> get, string[] operands, string[] operations, Func<string, object> parse, bool quoted = true)
        where T : class =>
        from operation in Gen.Elements(operations)
        from isNull in Gen.Frequency((1, Gen.Constant(true)), (4, Gen.Constant(false)))
        from operand in Gen.Elements(operands)
        from list in Gen.SubListOf(operands)
        select operation is "eq" or "neq"
            ? new Filter<T>(
                $"\"{operation}\":{(isNull ? "null" : Quoted(operand, quoted))}", item => (operation == "neq") != Equals(get(item), isNull ? null : parse(operand)))
            : new Filter<T>(
                $"\"{operation}\":{(isNull ? "null" : $"[{string.Join(',', list.Select(text => Quoted(text, quoted)))}]")}",
                isNull ? null : item => (operation == "nin") != list.Any(text => Equals(get(item), parse(text))));

    private static Gen<Filter<Book>> Years() =>
        from years in Gen.Two(Gen.OneOf(Gen.Constant((int?)null), Gen.Choose(1855, 1885).Select(year => (int?)year)))
        let bounds = new[] { ("from", years.Item1), ("to", years.Item2) }.Where(bound => bound.Item2 is not null).Select(bound => $"\"{bound.Item1}\":{bound.Item2}")
        select new Filter<Book>(
            $"\"written\":{{\"within\":{{{string.Join(',', bounds)}}}}}",
            years.Item1 is null && years.Item2 is null ? null : book =>
                (years.Item1 is not { } lower || book?.WrittenEarliest >= lower) && (years.Item2 is not { } upper || book?.WrittenLatest <= upper));

    private static Gen<Filter<T>> Named<T>(string name, Gen<Filter<T>> operations) where T : class =>
        operations.Select(filter => filter with { Json = $"\"{name}\":{{{filter.Json}}}" });

    private static string Quoted(string text, bool quoted) => quoted ? $"\"{text}\"" : text;

    private static string Braced(string json) => json.StartsWith('{') ? json : $"{{{json}}}";

    private static Func<T?, bool>? All<T>(IEnumerable<Filter<T>> filters) where T : class =>
        filters.Where(filter => filter.Holds is not null).ToList() is { Count: > 0 } asked ? item => asked.All(filter => filter.Holds!(item)) : null;

    private static Func<T?, bool>? Any<T>(IEnumerable<Filter<T>> filters) where T : class =>
        filters.Where(filter => filter.Holds is not null).ToList() is { Count: > 0 } asked ? item => asked.Any(filter => filter.Holds!(item)) : null;
}

/// <summary>A value that stands where an object is expected.</summary>
internal sealed record Box<T>(T Value);

internal static class Box
{
    public static Box<T> Of<T>(T value) => new(value);
}
