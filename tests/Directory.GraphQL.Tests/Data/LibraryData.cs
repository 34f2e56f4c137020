using Microsoft.EntityFrameworkCore;

namespace CenterDirectory.GraphQL.Tests.Data;

/// <summary>
/// What is in the library: 40 books whose columns repeat with different periods, so that every value occurs several times, nulls too.
/// </summary>
internal static class LibraryData
{
    public const int BookCount = 40;

    private static readonly string[] Titles = ["Ёлка", "елка и дом", "Дом", "100% дом_а", "Мост", "мост через реку", "Alpha", "beta"];
    private static readonly string?[] Subtitles = ["Сборник Рассказов", null, "ЁЖ в тумане", "", "рассказы"];

    public static void Fill(LibraryDb db)
    {
        var cities = Enumerable.Range(1, 6).Select(n => new City { Id = n, Name = $"City {n}" }).ToList();
        db.AddRange(cities);
        foreach (var city in cities)
        {
            // 1 contains all, 2 contains 3 and 4; every city contains itself.
            var within = city.Id switch { 1 => cities, 2 => [city, cities[2], cities[3]], _ => [city] };
            db.AddRange(within.Select(inner => new CityPair { Ancestor = city, Descendant = inner }));
        }

        var libraries = Enumerable.Range(1, 7)
            .Select(n => new Library { Id = n, Name = $"Библиотека {n % 4}", NameFolded = $"библиотека {n % 4}", City = n == 7 ? null : cities[n % 6] })
            .ToList();
        db.AddRange(libraries);
        var authors = Enumerable.Range(1, 6).Select(n => new Author { Id = n, Name = $"Author {(n - 1) / 2}" }).ToList();
        db.AddRange(authors);

        // The seventh library has no books, the sixth author has written nothing.
        var books = Enumerable.Range(1, BookCount).Select(n => NewBook(n, libraries[n * n % 6])).ToList();
        db.AddRange(books);
        for (var n = 0; n < BookCount; n++)
        {
            books[n].AboutCity = n % 5 == 1 ? cities[n % 6] : null;
            books[n].AboutAuthor = n % 5 == 2 ? authors[n % 6] : null;
            books[n].Sequel = n % 3 == 0 ? books[(n + 7) % BookCount] : null;
            for (var part = 0; part < n % 4; part++)
            {
                db.Add(new Authorship { Part = part == 0 ? "text" : "notes", Book = books[n], Author = authors[(n + (part * part)) % 5] });
            }
        }
    }

    /// <summary>All books with everything around them, in the order of their keys.</summary>
    public static IReadOnlyList<Book> ReadBooks(LibraryDb db)
    {
        db.ChangeTracker.Clear();
        var books = db.Books.Include(book => book.Library.City).Include(book => book.AboutCity).Include(book => book.AboutAuthor)
            .Include(book => book.Authorships).ThenInclude(link => link.Author).OrderBy(book => book.Id).ToList();
        return books;
    }

    private static Book NewBook(int n, Library library)
    {
        var title = Titles[n % Titles.Length];
        var written = (n % 5) switch { 0 => null, 1 => "XXXX", 2 => $"186{n % 10}", 3 => "187X", _ => "1862" };
        var year = written is null ? null : new RoughYear(written);
        return new Book
        {
            Id = n,
            Title = title,
            TitleFolded = FoldedText.Fold(title)!,
            Subtitle = Subtitles[n % 5],
            Pages = n % 9 * 50,
            Copies = n % 4 == 0 ? null : n % 3,
            Letters = (n % 3 * 10_000_000_000) - 5,
            Weight = n % 6 / 4.0,
            Rating = n % 5 == 2 ? null : n % 4 / 3.0,
            Price = (n % 7 * 100.25m) + 9,
            Discount = n % 2 == 0 ? null : n % 3 * 0.5m,
            IsRare = n % 3 == 1,
            IsLent = (n % 4) switch { 0 => null, 1 => true, _ => false },
            AddedAt = new DateTime(2020, 1, 1, 0, 0, 0, DateTimeKind.Utc).AddMilliseconds(n % 8 * 250),
            SeenAt = n % 3 == 0 ? null : new DateTime(2021, 5, 1, 12, 0, 0, DateTimeKind.Utc).AddHours(n % 4),
            PrintedOn = new DateOnly(1990, 1, 1).AddMonths(n % 10),
            BoundOn = n % 5 == 0 ? null : new DateOnly(2000, 12, 31).AddDays(-n % 6),
            RingsAt = n % 7 == 0 ? null : new TimeOnly(8, 30, n % 5),
            Key = new Guid(n % 11, 7, 7, 1, 2, 3, 4, 5, 6, 7, 8),
            Genre = (Genre)(n % 4),
            OtherGenre = n % 3 == 2 ? null : (Genre)(n % 2),
            Isbn = n % 6 == 0 ? null : new Isbn($"978{n % 8}"),
            Written = year,
            WrittenEarliest = year?.Earliest,
            WrittenLatest = year?.Latest,
            Link = n % 4 == 3 ? null : new Uri($"https://example.org/{n % 5}"),
            Tags = [.. Enumerable.Range(0, n % 4).Select(tag => tag == 2 ? "Ёж" : $"tag{(n + tag) % 5}")],
            Genres = [.. Enumerable.Range(0, n % 3).Select(genre => (Genre)((n + genre) % 4))],
            Measures = n % 4 == 1 ? null : new Measures { Width = n % 5 * 10, Height = n % 3 == 0 ? null : n % 7 },
            Library = library,
        };
    }
}
