using System.Collections.Frozen;
using System.Reflection;
using CenterDirectory.Importers.Formats.Paths;

namespace CenterDirectory.Importers.Formats;

/// <summary>The formats that can be read: every <see cref="IFeedReader"/> of this assembly, found once.</summary>
internal static class FeedFormats
{
    private static readonly FrozenDictionary<string, (IFeedReader Reader, FeedFormatAttribute Format)> Readers = Scan();

    /// <summary>Names of the formats, in order.</summary>
    public static IReadOnlyList<string> Names { get; } = [.. Readers.Keys.Order(StringComparer.Ordinal)];

    public static bool Knows(string format) => Readers.ContainsKey(format);

    public static IFeedReader Reader(string format) => Readers[format].Reader;

    /// <summary>The keys of <c>source:</c> that a format uses, besides those of every format.</summary>
    public static IReadOnlyList<string> Keys(string format) => Readers[format].Format.Keys;

    /// <summary>How the columns of a format lead into a record.</summary>
    public static PathStyle PathsOf(string format) => Readers[format].Format.Paths;

    private static FrozenDictionary<string, (IFeedReader Reader, FeedFormatAttribute Format)> Scan() =>
        (from type in typeof(FeedFormats).Assembly.GetTypes()
         where type.IsAssignableTo(typeof(IFeedReader)) && type.IsClass
         let reader = (IFeedReader)Activator.CreateInstance(type)!
         from format in type.GetCustomAttributes<FeedFormatAttribute>()
         select (format, reader)).ToFrozenDictionary(pair => pair.format.Name, pair => (pair.reader, pair.format), StringComparer.Ordinal);
}
