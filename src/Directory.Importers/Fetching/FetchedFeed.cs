using System.Diagnostics.CodeAnalysis;
using CenterDirectory.Importers.Formats;
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

    /// <summary>What is known of their encoding; null if nobody has looked through them yet.</summary>
    public EncodingSurvey? Survey { get; init; }

    public static FetchedFeed Of(Stream content, string name, EncodingSurvey? survey = null) => new(content, name, null) { Survey = survey };

    public static FetchedFeed Failed(FeedFailure failure) => new(null, "", failure);

    public ValueTask DisposeAsync() => Content?.DisposeAsync() ?? ValueTask.CompletedTask;
}

/// <summary>What came of asking a publisher: bytes, that there is nothing new, or why there are none.</summary>
internal sealed record Download
{
    /// <summary>Where the answer came from, after redirects.</summary>
    public required Uri Address { get; init; }

    public Snapshot? Bytes { get; init; }

    /// <summary>304: the bytes are still those of the validators that were sent.</summary>
    public bool IsNotModified { get; init; }

    public Validators Validators { get; init; }

    /// <summary>Where the publisher says that the data lie from now on.</summary>
    public Uri? MovedTo { get; init; }

    public FetchFailure? Failure { get; init; }

    public static Download Failed(Uri address, FeedFailure failure, TimeSpan? retryAfter = null, bool isGone = false) =>
        new() { Address = address, Failure = new FetchFailure(failure, retryAfter, isGone) };
}

/// <summary>Why a publisher gave no bytes.</summary>
/// <param name="Reason">In words.</param>
/// <param name="RetryAfter">How long the publisher wants to be left alone.</param>
/// <param name="IsGone">410: the data will not come back.</param>
internal sealed record FetchFailure(FeedFailure Reason, TimeSpan? RetryAfter = null, bool IsGone = false);
