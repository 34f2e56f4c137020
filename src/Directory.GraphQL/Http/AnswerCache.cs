using System.IO.Compression;
using System.Runtime.InteropServices;
using System.Security.Cryptography;
using CenterDirectory.GraphQL.Execution;
using Microsoft.Extensions.Options;

namespace CenterDirectory.GraphQL.Http;

/// <summary>
/// Whole answers of one revision of the data, by the bytes of the request: a request that was answered before is not even parsed. All are
/// forgotten as soon as there is another revision; of one revision the longest unused go first.
/// </summary>
/// <param name="options">How much memory it may take.</param>
public sealed class AnswerCache(IOptions<EngineOptions> options)
{
    /// <summary>What an entry takes besides its body.</summary>
    private const int Overhead = 256;

    private readonly long capacity = options.Value.CachedAnswersMebibytes * 1024L * 1024;
    private volatile Generation? current;

    /// <summary>The answer to a request at a revision; null if it is not known, or no longer the answer.</summary>
    internal CachedAnswer? Find(AnswerKey key, string revision, DateTime now) =>
        current is { } kept && kept.Revision == revision && kept.Answers.TryGet(key, out var answer) && now < answer.Until ? answer : null;

    /// <summary>Keeps an answer, unless it is so large that it would push out all others.</summary>
    internal void Add(AnswerKey key, string revision, CachedAnswer answer)
    {
        if (SizeOf(answer) > capacity / 8)
        {
            return;
        }

        var kept = current;
        if (kept?.Revision != revision)
        {
            // Two requests may see a new revision first at once: what one of them kept is asked for again.
            current = kept = new Generation(revision, new RecentlyUsed<AnswerKey, CachedAnswer>(int.MaxValue, capacity, SizeOf));
        }

        kept.Answers.Set(key, answer);
    }

    // Compressed, JSON takes about a quarter of its size, and both forms may be made.
    private static long SizeOf(CachedAnswer answer) => (answer.Body.Length * 3L / 2) + Overhead;

    private sealed record Generation(string Revision, RecentlyUsed<AnswerKey, CachedAnswer> Answers);
}

/// <summary>An answer as it is sent.</summary>
/// <param name="Body">JSON, UTF-8.</param>
/// <param name="Operation">What measurements call the operation.</param>
internal sealed record CachedAnswer(byte[] Body, string Operation)
{
    /// <summary>Until when it is the answer, at its revision.</summary>
    public DateTime Until { get; init; } = DateTime.MaxValue;

    private volatile byte[]? gzip;
    private volatile byte[]? brotli;

    /// <summary>The body as a client takes it. It is compressed once, when it is asked for again: many answers never are.</summary>
    public ReadOnlyMemory<byte> In(ContentCoding coding) => coding switch
    {
        ContentCoding.Brotli => brotli ??= ContentCodings.Encode(Body, coding, CompressionLevel.Optimal),
        ContentCoding.Gzip => gzip ??= ContentCodings.Encode(Body, coding, CompressionLevel.Optimal),
        _ => Body,
    };
}

/// <summary>What tells one request from all others: SHA-256 of its bytes, and the form of the answer.</summary>
internal readonly record struct AnswerKey(string Form, UInt128 High, UInt128 Low)
{
    /// <summary>The key of a request.</summary>
    /// <param name="form">What besides the request decides on the answer.</param>
    /// <param name="request">Its body, or its query string.</param>
    public static AnswerKey Of(string form, ReadOnlySpan<byte> request)
    {
        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(request, hash);
        var sum = MemoryMarshal.Cast<byte, UInt128>(hash);
        return new AnswerKey(form, sum[0], sum[1]);
    }
}
