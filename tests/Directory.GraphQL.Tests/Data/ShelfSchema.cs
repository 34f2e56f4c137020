using System.Linq.Expressions;
using CenterDirectory.GraphQL.Data;
using CenterDirectory.GraphQL.Execution;
using CenterDirectory.GraphQL.Types;

namespace CenterDirectory.GraphQL.Tests.Data;

/// <summary>A schema over the library with what <see cref="LibrarySchema"/> does without: references, relations with arguments, connections that say more.</summary>
internal static class ShelfSchema
{
    public static Schema Build()
    {
        var builder = new SchemaBuilder();
        foreach (var scalar in LibraryScalars.All)
        {
            builder.AddScalar(scalar);
        }

        builder.UseDbContext<LibraryDb>();
        foreach (var type in new[] { typeof(ShelfQuery), typeof(ShelfBooksType), typeof(ShelfBookType), typeof(ShelfLibraryType), typeof(ShelfType), typeof(ShelfThing) })
        {
            builder.AddType(type);
        }

        return builder.Build();
    }
}

[QueryType]
internal static class ShelfQuery
{
    /// <summary>Books in order of weight; the method sees the cursor too.</summary>
    [UsePaging(AllowBackwardPagination = false)]
    public static IQueryable<Book> GetBooks(LibraryDb db, string? after = null, int minimum = 0) =>
        after == "refused" ? throw new GraphQLException("No.") : db.Books.Where(book => book.Pages >= minimum).OrderBy(book => book.Weight);

    [UsePaging]
    public static IQueryable<Library> GetLibraries(LibraryDb db) => db.Libraries;

    /// <summary>Something that is no row.</summary>
    public static Shelf GetShelf(int number) => new(number);

    public static IReadOnlyList<Shelf> GetShelves() => [new(1), new(2)];

    /// <summary>The kinds are known to whoever counts.</summary>
    [NarrowsNodes("kinds")]
    public static Shelf GetNarrowShelf(IReadOnlyList<ShelfKind>? kinds = null) => new(kinds?.Count ?? 0);
}

internal enum ShelfKind
{
    Book,
    Library,
}

[ConnectionType<Book>(IncludeTotalCount = false)]
internal static class ShelfBooksType
{
    /// <summary>The heaviest book of all.</summary>
    [UseFirstOrDefault]
    public static IQueryable<Book> GetHeaviest(LibraryDb db) => db.Books.OrderByDescending(book => book.Weight);
}

[ObjectType<Book>, Node]
internal static class ShelfBookType
{
    /// <summary>Where it stands, said by its key.</summary>
    [UseNodes]
    public static NodeReference<Library>? GetHome([Parent(Requires = ["LibraryId", "Id"])] Book book) =>
        book.Id % 2 == 0 ? new("Library", book.LibraryId) : book.Id % 3 == 0 ? new("Library", -1) : null;
}

[ObjectType<Library>, Node]
internal static class ShelfLibraryType
{
    /// <summary>Its thick books.</summary>
    [UsePaging(AllowBackwardPagination = false)]
    public static Expression<Func<Library, IEnumerable<Book>>> GetThick(int pages, IReadOnlyList<Genre>? genres = null)
    {
        var wanted = genres?.ToArray();
        return wanted is null
            ? library => library.Books.Where(book => book.Pages >= pages)
            : library => library.Books.Where(book => book.Pages >= pages && Enumerable.Contains(wanted, book.Genre));
    }
}

/// <summary>Whatever stands on a shelf.</summary>
[UnionType(typeof(Book), typeof(Library), ByReference = true)]
internal abstract class ShelfThing;

/// <summary>A shelf.</summary>
internal sealed record Shelf(int Number);

[ObjectType<Shelf>]
internal static class ShelfType
{
    /// <summary>Rare books first.</summary>
    [UsePaging(PerParent = true)]
    public static IQueryable<Book> GetPicks([Parent] Shelf shelf, LibraryDb db) => db.Books.Where(book => book.Id % 3 == shelf.Number).OrderByDescending(book => book.Pages);

    /// <summary>What stands on it, of several types; one of them is gone.</summary>
    [UseNodes]
    public static IReadOnlyList<NodeReference<ShelfThing>> GetThings([Parent] Shelf shelf) =>
        [new("Book", shelf.Number), new("Library", 1), new("Book", -1), new("Book", 5), new("Book", shelf.Number)];

    /// <summary>A page of its own making.</summary>
    [Cost(Statements = 1, PageSize = "first", DefaultPageSize = 4, MaxPageSize = 10)]
    public static IReadOnlyList<int> GetPage([Parent] Shelf shelf, int? first = null) => [.. Enumerable.Range(shelf.Number, first ?? 4)];

    /// <summary>What it is known for, as its author counts it.</summary>
    [Cost(Statements = 3, Rows = 7)]
    public static string GetFame([Parent] Shelf shelf) => $"Shelf {shelf.Number}";
}
