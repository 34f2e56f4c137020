using System.Linq.Expressions;
using System.Reflection;
using CenterDirectory.GraphQL.Data;
using CenterDirectory.GraphQL.Types;

namespace CenterDirectory.GraphQL.Tests.Data;

/// <summary>The schema over the library.</summary>
internal static class LibrarySchema
{
    public static Schema Build(Action<DataOptions>? configure = null)
    {
        var builder = new SchemaBuilder();
        foreach (var scalar in LibraryScalars.All)
        {
            builder.AddScalar(scalar);
        }

        builder.UseDbContext<LibraryDb>(Configure + configure).AddNodeFields();
        foreach (var type in new[] { typeof(LibraryQuery), typeof(CityType), typeof(LibraryType), typeof(BookType), typeof(AuthorType), typeof(AuthorshipType), typeof(TopicType) })
        {
            builder.AddType(type);
        }

        return builder.Build();
    }

    private static void Configure(DataOptions data)
    {
        data.Fold = typeof(FoldedText).GetMethod(nameof(FoldedText.Fold));
        data.SortSuffixes[typeof(RoughYear)] = "Earliest";
        data.Operations.Add(new CustomOperation(typeof(RoughYear), "within", "Certainly inside these years.", typeof(YearsInput), Within));
        Expression<Func<Book, string, bool>> by = (book, name) => book.Authorships.Any(link => link.Author.Name == name);
        data.FilterFields.Add(new CustomFilterField(typeof(Book), "writtenBy", "Name of an author.", "String", by));
    }

    private static Expression? Within(Expression owner, PropertyInfo member, object operand, Func<object, Type, Expression> parameter)
    {
        var years = (YearsInput)operand;
        Expression Bound(string suffix) => Expression.Property(owner, typeof(Book).GetProperty(member.Name + suffix, BindingFlags.NonPublic | BindingFlags.Instance)!);
        var from = years.From is { } first ? Expression.GreaterThanOrEqual(Bound("Earliest"), parameter(first, typeof(int?))) : null;
        var to = years.To is { } last ? Expression.LessThanOrEqual(Bound("Latest"), parameter(last, typeof(int?))) : null;
        return from is null ? to : to is null ? from : Expression.AndAlso(from, to);
    }
}

/// <summary>A range of years.</summary>
[InputType]
internal sealed record YearsInput(int? From, int? To);

[QueryType]
internal static class LibraryQuery
{
    [UsePaging(MaxPageSize = 50), UseFiltering, UseSorting]
    public static IQueryable<Book> GetBooks(LibraryDb db) => db.Books;

    [UsePaging, UseFiltering, UseSorting]
    public static IQueryable<Library> GetLibraries(LibraryDb db) => db.Libraries;

    [UsePaging, UseFiltering, UseSorting]
    public static IQueryable<City> GetCities(LibraryDb db) => db.Cities;

    [UsePaging, UseFiltering, UseSorting]
    public static IQueryable<Author> GetAuthors(LibraryDb db) => db.Authors;

    /// <summary>A root query with an argument of its own.</summary>
    [UsePaging, UseFiltering, UseSorting]
    public static IQueryable<Book> GetBooksOf(LibraryDb db, Genre genre, string? title = null) =>
        title is null ? db.Books.Where(book => book.Genre == genre) : db.Books.Where(book => book.Genre == genre && book.Title == title);

    /// <summary>A root query that depends on a service: what the service says must not be frozen into the statement.</summary>
    [UsePaging]
    public static IQueryable<Book> GetThickBooks(LibraryDb db, Threshold threshold)
    {
        var pages = threshold.Pages;
        return db.Books.Where(book => book.Pages >= pages);
    }

    /// <summary>A root query in an order of its own.</summary>
    [UsePaging, UseSorting]
    public static IQueryable<Book> GetBooksByWeight(LibraryDb db) => db.Books.OrderByDescending(book => book.Weight).ThenBy(book => book.Library.Name);

    [UseFirstOrDefault]
    public static IQueryable<Book> GetBook(LibraryDb db, string title) => db.Books.Where(book => book.Title == title);

    /// <summary>What the argument alone decides is decided before the statement.</summary>
    [UseFirstOrDefault]
    public static IQueryable<Book> GetBookByIsbn(LibraryDb db, Isbn? isbn = null, bool anyway = false) =>
        db.Books.Where(book => (isbn != null && book.Isbn == isbn) || (!anyway == false && db.Authors.Any(author => author.Id == book.Id)));

    [UseSingleOrDefault]
    public static IQueryable<Book> GetOnlyBook(LibraryDb db, Genre genre) => db.Books.Where(book => book.Genre == genre);
}

/// <summary>Something a root query depends on.</summary>
internal sealed class Threshold
{
    public int Pages { get; set; } = 100;
}

[ObjectType<City>, Node, DefaultOrder(nameof(City.Name))]
internal static class CityType
{
    /// <summary>Libraries there and below.</summary>
    [UsePaging, UseFiltering, UseSorting]
    public static Expression<Func<City, IEnumerable<Library>>> Libraries => city => city.Below.SelectMany(pair => pair.Descendant.Libraries);
}

[ObjectType<Library>, Node]
internal static class LibraryType
{
    [UsePaging, UseFiltering, UseSorting]
    public static Expression<Func<Library, IEnumerable<Book>>> Books => library => library.Books;

    [UsePaging]
    public static Expression<Func<Library, IEnumerable<Book>>> RareBooks => library => library.Books.Where(book => book.IsRare);
}

[ObjectType<Book>(Name = "Volume"), Node, DefaultOrder(nameof(Book.Title))]
internal static class BookType
{
    /// <summary>Its authors, each once.</summary>
    [UsePaging, UseFiltering, UseSorting]
    public static Expression<Func<Book, IEnumerable<Author>>> Authors => book => book.Authorships
        .Where(link => !book.Authorships.Any(other => other.AuthorId == link.AuthorId && other.Id < link.Id))
        .Select(link => link.Author);

    [UsePaging, UseFiltering, UseSorting]
    public static Expression<Func<Book, IEnumerable<Authorship>>> Authorships => book => book.Authorships;

    /// <summary>A resolver that reads a column nobody selected.</summary>
    public static string GetLabel([Parent(Requires = ["Pages"])] Book book) => $"{book.Pages} pages";
}

[ObjectType<Author>, Node, DefaultOrder("-" + nameof(Author.Name))]
internal static class AuthorType
{
    [UsePaging, UseFiltering, UseSorting]
    public static Expression<Func<Author, IEnumerable<Book>>> Books => author => author.Authorships
        .Where(link => !author.Authorships.Any(other => other.BookId == link.BookId && other.Id < link.Id))
        .Select(link => link.Book);
}

[ObjectType<Authorship>]
internal static class AuthorshipType;

[InterfaceType<Topic>, Node]
internal static class TopicType;
