using System.Collections.Frozen;
using System.Reflection;

namespace CenterDirectory.Importers.Formats;

/// <summary>The formats that can be read: every <see cref="IFeedReader"/> of this assembly, found once.</summary>
internal static class FeedFormats
{
    private static readonly FrozenDictionary<string, IFeedReader> Readers = Scan();

    /// <summary>Names of the formats, in order.</summary>
    public static IReadOnlyList<string> Names { get; } = [.. Readers.Keys.Order(StringComparer.Ordinal)];

    public static bool Knows(string format) => Readers.ContainsKey(format);

    public static IFeedReader Reader(string format) => Readers[format];

    private static FrozenDictionary<string, IFeedReader> Scan() =>
        (from type in typeof(FeedFormats).Assembly.GetTypes()
         where type.IsAssignableTo(typeof(IFeedReader)) && type.IsClass
         let reader = (IFeedReader)Activator.CreateInstance(type)!
         from format in type.GetCustomAttributes<FeedFormatAttribute>()
         select (format.Name, reader)).ToFrozenDictionary(pair => pair.Name, pair => pair.reader, StringComparer.Ordinal);
}
