using CenterDirectory.GraphQL.Types;

// Classes that no schema can be built of, and the few good ones that they need.
namespace CenterDirectory.GraphQL.Tests.Schemas
{
    public record Book(string Title);

    public sealed record Page(int Number);

    public sealed record Own(string Title) : Book(Title);

    [QueryType]
    internal static class Good
    {
        public static Book? GetBook() => null;
    }

    [QueryType]
    internal static class Novels
    {
        public static Own? GetOwn() => null;
    }

    [ObjectType<Book>]
    internal static class BookType
    {
        public static string GetLength([Parent] Book book) => book.Title;

        public static string GetCover([Parent] Book book) => book.Title;
    }

    [ObjectType<Own>]
    internal static class OwnType
    {
        public static int GetLength([Parent] Own own) => own.Title.Length;
    }

    [ObjectType<Book>]
    internal static class ByParent
    {
        public static IQueryable<Page> GetPages([Parent] Book book) => new[] { new Page(book.Title.Length) }.AsQueryable();
    }

    [ObjectType<Book>]
    internal static class WrongParents
    {
        public static int GetOther([Parent] Page page) => page.Number;

        public static int GetUnmarked(Book book) => book.Title.Length;

        [BatchResolver]
        public static IReadOnlyDictionary<Page, int> GetBatch(IReadOnlyList<Page> pages) => pages.ToDictionary(page => page, page => page.Number);
    }

    [QueryType]
    internal static class RootParents
    {
        public static string GetTitle([Parent] Book book) => book.Title;

        [BatchResolver]
        public static IReadOnlyDictionary<Book, int> GetBatch(IReadOnlyList<Book> books) => books.ToDictionary(book => book, book => 1);
    }

    [ObjectType<Book>]
    internal static class Shapes
    {
        public static void Nothing([Parent] Book book) => ArgumentNullException.ThrowIfNull(book);

        public static Task NothingLater([Parent] Book book) => Task.FromResult(book);

        public static T? Generic<T>([Parent] Book book) => book is T found ? found : default;

        [BatchResolver]
        public static IReadOnlyList<int> List(IReadOnlyList<Book> books) => [books.Count];

        public static string Property => "";
    }

    [ObjectType<Book>]
    internal static class NoParents
    {
        [BatchResolver]
        public static IReadOnlyDictionary<Book, int> GetBatch(CancellationToken cancellationToken) =>
            cancellationToken.IsCancellationRequested ? new Dictionary<Book, int>() : [];
    }

    [QueryType]
    internal static class Foreign
    {
        public static long GetLong() => 1;

        public static Uri? GetAddress() => null;

        public static int GetDay(DateOnly day) => day.Day;

        [GraphQLScalar("Nowhere")]
        public static string GetNowhere() => "";

        public static int GetSum(ForeignInput input) => (int)input.Money;
    }

    [InputType]
    internal sealed record ForeignInput(decimal Money);

    [QueryType]
    internal static class Clashes
    {
        public static string GetTitle() => "";

        public static Library.Item? GetFirst() => null;

        public static Shop.Item? GetSecond() => null;

        public static Library.Kind GetKind() => default;

        public static Shop.Kind GetOtherKind() => default;

        public static int GetIn(Library.ItemInput a, Shop.ItemInput b) => a.A + b.A;

        public static Values GetValues() => default;
    }

    [QueryType]
    internal static class MoreClashes
    {
        public static Task<string> TitleAsync() => Task.FromResult("");
    }

    public enum Values
    {
        TwoWords,
        [GraphQLName("TWO_WORDS")]
        Other,
        One,
        Uno = One,
    }

    [GraphQLName("Book")]
    public enum BookBinding
    {
        Paper,
    }

    [QueryType]
    internal static class TwoKinds
    {
        public static Book? GetBook() => null;

        public static BookBinding GetOther() => default;
    }

    [QueryType]
    internal static class Inputs
    {
        public static int GetAll(NoWayInput a, OddInput b, TwinInput c, LoopInput d, ChoiceInput e) =>
            a.Value + b.Value + c.First + d.GetHashCode() + e.Must;
    }

    [InputType]
    internal sealed class NoWayInput
    {
        private NoWayInput()
        {
        }

        public int Value { get; set; }

        public static NoWayInput Create() => new();
    }

    [InputType]
    internal sealed class OddInput(int value, int length)
    {
        public int Value { get; } = value + length;
    }

    [InputType]
    internal sealed class TwinInput
    {
        public int First { get; set; }

        [GraphQLName("first")]
        public int Other { get; set; }
    }

    [InputType]
    internal sealed record LoopInput(LoopInput Next, int? Depth);

    [InputType(OneOf = true)]
    internal sealed record ChoiceInput(int Must, string? May);

    [QueryType]
    internal static class Defaults
    {
        public static int GetBroken([DefaultValueSyntax("[1,")] int value) => value;

        public static int GetMisfit([DefaultValueSyntax("\"one\"")] int value) => value;

        public static int GetNoMember([DefaultValueSyntax("BLUE")] Library.Kind value) => (int)value;

        public static int GetOld([GraphQLDeprecated("Too old.")] int value) => value;
    }

    public interface IReadable
    {
        int Pages { get; }
    }

    public sealed record Novel : IReadable
    {
        int IReadable.Pages => 1;

        public int? Pages => null;
    }

    [InterfaceType<IReadable>(Name = "Readable")]
    internal static class ReadableType
    {
        public static string? GetQuote([Parent] IReadable readable, int page) => $"{readable.Pages}:{page}";
    }

    [ObjectType<Novel>]
    internal static class NovelType
    {
        public static string? GetQuote([Parent] Novel novel, int length) => $"{novel.Pages}:{length}";
    }

    [QueryType]
    internal static class BadNames
    {
        [GraphQLName("два слова")]
        public static int GetWords() => 2;

        [GraphQLName("__secret")]
        public static int GetSecret() => 1;

        public static int GetPlain([GraphQLName("1st")] int first) => first;
    }

    [UnionType(typeof(Novel2), typeof(Page))]
    public interface IAnything;

    public sealed record Novel2(string Title) : IAnything;

    [QueryType]
    internal static class Anything
    {
        public static IAnything? GetAnything() => null;
    }
}

namespace CenterDirectory.GraphQL.Tests.Schemas.Library
{
    public sealed record Item(int A);

    public enum Kind
    {
        Paper,
    }

    [InputType]
    public sealed record ItemInput(int A);
}

namespace CenterDirectory.GraphQL.Tests.Schemas.Shop
{
    public sealed record Item(int A);

    public enum Kind
    {
        Paper,
    }

    [InputType]
    public sealed record ItemInput(int A);
}
