using System.Diagnostics.CodeAnalysis;
using CenterDirectory.Importers.Records;

namespace CenterDirectory.Importers.Fetching.Unpacking;

/// <summary>The bytes of one file to read: the fetched one, or one out of an archive.</summary>
/// <param name="Content">The bytes, which can seek; null if they could not be unpacked.</param>
/// <param name="Name">Name for messages, with the archive's before it.</param>
/// <param name="Member">Name within the archive; null if there is none.</param>
/// <param name="Failure">Why there are no bytes.</param>
internal sealed record FeedPart(Stream? Content, string Name, string? Member, FeedFailure? Failure) : IAsyncDisposable
{
    [MemberNotNullWhen(true, nameof(Content))]
    public bool IsOpen => Content is not null;

    public ValueTask DisposeAsync() => Member is null || Content is null ? ValueTask.CompletedTask : Content.DisposeAsync();
}
