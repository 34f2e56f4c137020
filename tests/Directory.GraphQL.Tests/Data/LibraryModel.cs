using System.ComponentModel.DataAnnotations.Schema;
using Microsoft.EntityFrameworkCore;

namespace CenterDirectory.GraphQL.Tests.Data;

// A small world of its own: cities with cities in them, libraries, books of every kind of column, authors by links.

/// <summary>What a book may be about.</summary>
internal abstract class Topic
{
    public long Id { get; set; }

    public string Name { get; set; } = "";
}

/// <summary>A place; places lie in places.</summary>
internal sealed class City : Topic
{
    internal ICollection<CityPair> Below { get; set; } = [];

    internal ICollection<Library> Libraries { get; set; } = [];
}

/// <summary>A place with one that lies in it, itself included.</summary>
internal sealed class CityPair
{
    public long AncestorId { get; set; }

    public City Ancestor { get; set; } = null!;

    public long DescendantId { get; set; }

    public City Descendant { get; set; } = null!;
}

/// <summary>A library.</summary>
internal sealed class Library
{
    public long Id { get; set; }

    public string Name { get; set; } = "";

    public City? City { get; set; }

    internal string NameFolded { get; set; } = "";

    internal long? CityId { get; set; }

    internal ICollection<Book> Books { get; set; } = [];
}

/// <summary>A book.</summary>
internal sealed class Book
{
    public long Id { get; set; }

    public string Title { get; set; } = "";

    /// <summary>A text without a folded form beside it.</summary>
    public string? Subtitle { get; set; }

    public int Pages { get; set; }

    public int? Copies { get; set; }

    public long Letters { get; set; }

    public double Weight { get; set; }

    public double? Rating { get; set; }

    public decimal Price { get; set; }

    public decimal? Discount { get; set; }

    public bool IsRare { get; set; }

    public bool? IsLent { get; set; }

    public DateTime AddedAt { get; set; }

    public DateTime? SeenAt { get; set; }

    public DateOnly PrintedOn { get; set; }

    public DateOnly? BoundOn { get; set; }

    public TimeOnly? RingsAt { get; set; }

    public Guid Key { get; set; }

    public Genre Genre { get; set; }

    public Genre? OtherGenre { get; set; }

    public Isbn? Isbn { get; set; }

    public RoughYear? Written { get; set; }

    public Uri? Link { get; set; }

    public List<string> Tags { get; set; } = [];

    public List<Genre> Genres { get; set; } = [];

    public Measures? Measures { get; set; }

    /// <summary>A to-one that is always there.</summary>
    public Library Library { get; set; } = null!;

    /// <summary>A to-one that may be missing.</summary>
    public Book? Sequel { get; set; }

    /// <summary>A to-one of several classes; may be missing.</summary>
    [NotMapped]
    public Topic? About => (Topic?)AboutCity ?? AboutAuthor;

    internal City? AboutCity { get; set; }

    internal Author? AboutAuthor { get; set; }

    internal string TitleFolded { get; set; } = "";

    internal int? WrittenEarliest { get; set; }

    internal int? WrittenLatest { get; set; }

    internal long LibraryId { get; set; }

    internal long? SequelId { get; set; }

    internal ICollection<Authorship> Authorships { get; set; } = [];
}

/// <summary>Width and height, the latter often unknown.</summary>
internal sealed record Measures
{
    public int Width { get; set; }

    public int? Height { get; set; }
}

/// <summary>An author.</summary>
internal sealed class Author : Topic
{
    internal ICollection<Authorship> Authorships { get; set; } = [];
}

/// <summary>Who wrote what; one author may have several parts in one book.</summary>
internal sealed class Authorship
{
    public long Id { get; set; }

    public string Part { get; set; } = "";

    public Book Book { get; set; } = null!;

    public Author Author { get; set; } = null!;

    internal long BookId { get; set; }

    internal long AuthorId { get; set; }
}

/// <summary>A kind of book.</summary>
internal enum Genre
{
    Novel,
    Poetry,
    Science,
    Travel,
}

/// <summary>Texts without case and ё, so that people's spelling does not matter.</summary>
internal static class FoldedText
{
    public static string? Fold(string? text) => text?.ToLowerInvariant().Replace('ё', 'е');
}

internal sealed class LibraryDb(DbContextOptions<LibraryDb> options) : DbContext(options)
{
    public DbSet<City> Cities => Set<City>();

    public DbSet<Library> Libraries => Set<Library>();

    public DbSet<Book> Books => Set<Book>();

    public DbSet<Author> Authors => Set<Author>();

    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        modelBuilder.HasDbFunction(typeof(FoldedText).GetMethod(nameof(FoldedText.Fold))!).HasName("fold");
        modelBuilder.Entity<CityPair>().HasKey(pair => new { pair.AncestorId, pair.DescendantId });
        modelBuilder.Entity<City>().HasMany(city => city.Below).WithOne(pair => pair.Ancestor).HasForeignKey(pair => pair.AncestorId);
        modelBuilder.Entity<CityPair>().HasOne(pair => pair.Descendant).WithMany().HasForeignKey(pair => pair.DescendantId);
        modelBuilder.Entity<Library>(library =>
        {
            library.Property(item => item.NameFolded);
            library.HasOne(item => item.City).WithMany(city => city.Libraries).HasForeignKey(item => item.CityId);
        });
        modelBuilder.Entity<Book>(book =>
        {
            book.Property(item => item.TitleFolded);
            book.Property(item => item.WrittenEarliest);
            book.Property(item => item.WrittenLatest);
            book.PrimitiveCollection(item => item.Genres).ElementType().HasConversion<string>();
            book.ComplexProperty(item => item.Measures);
            book.HasOne(item => item.Library).WithMany(library => library.Books).HasForeignKey(item => item.LibraryId);
            book.HasOne(item => item.Sequel).WithMany().HasForeignKey(item => item.SequelId);
            book.HasOne(item => item.AboutCity).WithMany();
            book.HasOne(item => item.AboutAuthor).WithMany();
        });
        modelBuilder.Entity<Authorship>(link =>
        {
            link.HasOne(item => item.Book).WithMany(book => book.Authorships).HasForeignKey(item => item.BookId);
            link.HasOne(item => item.Author).WithMany(author => author.Authorships).HasForeignKey(item => item.AuthorId);
        });
    }

    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder)
    {
        configurationBuilder.Properties<Enum>().HaveConversion<string>();
        configurationBuilder.Properties<Isbn>().HaveConversion<IsbnConverter>();
        configurationBuilder.Properties<RoughYear>().HaveConversion<RoughYearConverter>();
    }
}
