using System.Buffers;
using System.Text;
using CenterDirectory.GraphQL.Execution;
using Microsoft.AspNetCore.Http;

namespace CenterDirectory.GraphQL.Http;

/// <summary>A request as it came: its body, or its query string; never more than the limit. The memory is lent, dispose gives it back.</summary>
internal sealed class RequestBytes : IDisposable
{
    private const int FirstBlock = 4096;

    private byte[] buffer;
    private int length;

    private RequestBytes(int size) => buffer = ArrayPool<byte>.Shared.Rent(size);

    /// <summary>What came.</summary>
    public ReadOnlyMemory<byte> Memory => buffer.AsMemory(0, length);

    /// <summary>Set if there is more than may be.</summary>
    public ReadProblem? Problem { get; private set; }

    /// <summary>The query string, the question mark included.</summary>
    public static RequestBytes OfQueryString(HttpRequest http, int maximum)
    {
        var text = http.QueryString.Value ?? "";
        if (text.Length > maximum)
        {
            return new RequestBytes(0) { Problem = TooLarge(text.Length, maximum) };
        }

        var bytes = new RequestBytes(Encoding.UTF8.GetMaxByteCount(text.Length));
        bytes.length = Encoding.UTF8.GetBytes(text, bytes.buffer);
        return bytes;
    }

    /// <summary>Reads the body.</summary>
    public static async ValueTask<RequestBytes> OfBodyAsync(HttpRequest http, int maximum, CancellationToken cancellationToken)
    {
        if (http.ContentLength > maximum)
        {
            return new RequestBytes(0) { Problem = TooLarge(http.ContentLength.Value, maximum) };
        }

        // One byte more than announced, so that the end is seen without another block.
        var bytes = new RequestBytes((int)Math.Min(http.ContentLength + 1 ?? FirstBlock, maximum + 1L));
        int read;
        while ((read = await http.Body.ReadAsync(bytes.buffer.AsMemory(bytes.length), cancellationToken)) > 0)
        {
            bytes.length += read;
            if (bytes.length > maximum)
            {
                bytes.Problem = TooLarge(bytes.length, maximum);
                return bytes;
            }

            bytes.Grow();
        }

        return bytes;
    }

    public void Dispose()
    {
        ArrayPool<byte>.Shared.Return(buffer);
        (buffer, length) = ([], 0);
    }

    private void Grow()
    {
        if (length < buffer.Length)
        {
            return;
        }

        var larger = ArrayPool<byte>.Shared.Rent(buffer.Length * 2);
        buffer.CopyTo(larger, 0);
        ArrayPool<byte>.Shared.Return(buffer);
        buffer = larger;
    }

    private static ReadProblem TooLarge(long actual, int maximum) => new(
        RequestReader.Refusal(Limits.Exceeded("bytes", actual, maximum, "The request is too large")), StatusCodes.Status413PayloadTooLarge);
}
