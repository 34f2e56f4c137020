using System.Diagnostics.CodeAnalysis;
using CenterDirectory.Importers.Records;

namespace CenterDirectory.Importers.Fetching;

/// <summary>The bytes of a table, or why there are none.</summary>
internal sealed class FetchedFeed : IAsyncDisposable
{
    private FetchedFeed(Stream? content, string name, FeedFailure? failure)
    {
        Content = content;
        Name = name;
        Failure = failure;
    }

    /// <summary>The bytes; the stream can seek.</summary>
    public Stream? Content { get; }

    /// <summary>Path or address, for messages.</summary>
    public string Name { get; }

    public FeedFailure? Failure { get; }

    [MemberNotNullWhen(true, nameof(Content))]
    public bool IsFetched => Content is not null;

    public static FetchedFeed Of(Stream content, string name) => new(content, name, null);

    public static FetchedFeed Failed(FeedFailure failure) => new(null, "", failure);

    public ValueTask DisposeAsync() => Content?.DisposeAsync() ?? ValueTask.CompletedTask;
}
