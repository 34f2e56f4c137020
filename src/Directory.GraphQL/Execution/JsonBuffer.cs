using System.Buffers;
using System.Buffers.Text;
using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;

namespace CenterDirectory.GraphQL.Execution;

/// <summary>
/// A growing buffer of JSON that can be cut back to an earlier position. Null propagation (6.4.4) needs just that:
/// when a non-null field fails, everything written since the nearest nullable position is dropped and <c>null</c> takes its place,
/// so nothing has to be decided before it is written. Utf8JsonWriter cannot go back.
/// </summary>
public sealed class JsonBuffer : IDisposable
{
    /// <summary>Escapes only what JSON demands: answers are never placed inside HTML, and Cyrillic stays readable and two bytes long.</summary>
    private static readonly JavaScriptEncoder Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping;

    private byte[] bytes;
    private int length;

    /// <summary>A buffer out of the pool; disposing it gives it back.</summary>
    public JsonBuffer(int capacity = 4096) => bytes = ArrayPool<byte>.Shared.Rent(capacity);

    /// <summary>Where the next byte goes; remember it to cut back to it.</summary>
    public int Position => length;

    /// <summary>What has been written.</summary>
    public ReadOnlyMemory<byte> Written => bytes.AsMemory(0, length);

    /// <summary>Gives the memory back; nothing of it may be used any more.</summary>
    public void Dispose()
    {
        ArrayPool<byte>.Shared.Return(bytes);
        (bytes, length) = ([], 0);
    }

    /// <summary>Drops everything after a position.</summary>
    public void CutBackTo(int position) => length = position;

    public void StartObject() => Byte((byte)'{');

    public void EndObject() => Byte((byte)'}');

    public void StartArray() => Byte((byte)'[');

    public void EndArray() => Byte((byte)']');

    public void Comma() => Byte((byte)',');

    public void Null() => Raw("null"u8);

    public void Boolean(bool value) => Raw(value ? "true"u8 : "false"u8);

    /// <summary>A member name that was encoded once with <see cref="EncodeName"/>.</summary>
    public void EncodedName(ReadOnlySpan<byte> encoded) => Raw(encoded);

    /// <summary>A member name.</summary>
    public void Name(string name)
    {
        String(name);
        Byte((byte)':');
    }

    /// <summary><c>"name":</c> as bytes, for names that are written again and again.</summary>
    public static byte[] EncodeName(string name) => Encoding.UTF8.GetBytes($"\"{Encoder.Encode(name)}\":");

    public void Number(long value)
    {
        var span = Reserve(20);
        Utf8Formatter.TryFormat(value, span, out var written);
        length += written;
    }

    /// <exception cref="ArgumentException">NaN or infinity, which JSON cannot say.</exception>
    public void Number(double value)
    {
        if (!double.IsFinite(value))
        {
            throw new ArgumentException("JSON has no NaN and no infinity.", nameof(value));
        }

        var span = Reserve(32);
        value.TryFormat(span, out var written, "R", CultureInfo.InvariantCulture);
        length += written;
    }

    public void String(ReadOnlySpan<char> value)
    {
        var span = Reserve(value.Length * 3 + 2);
        span[0] = (byte)'"';
        var written = Encoding.UTF8.GetBytes(value, span[1..]);
        if (Encoder.FindFirstCharacterToEncodeUtf8(span.Slice(1, written)) >= 0)
        {
            var escaped = Encoder.Encode(new string(value));
            span = Reserve(escaped.Length * 3 + 2);
            span[0] = (byte)'"';
            written = Encoding.UTF8.GetBytes(escaped, span[1..]);
        }

        span[written + 1] = (byte)'"';
        length += written + 2;
    }

    /// <summary>A string of ASCII characters that need no escaping: dates, codes, ids.</summary>
    public void PlainString<T>(T value, ReadOnlySpan<char> format) where T : IUtf8SpanFormattable
    {
        var size = 64;
        while (true)
        {
            var span = Reserve(size + 2);
            if (value.TryFormat(span.Slice(1, size), out var written, format, CultureInfo.InvariantCulture))
            {
                span[0] = span[written + 1] = (byte)'"';
                length += written + 2;
                return;
            }

            size *= 2;
        }
    }

    /// <summary>Bytes that are JSON already.</summary>
    public void Raw(ReadOnlySpan<byte> json)
    {
        json.CopyTo(Reserve(json.Length));
        length += json.Length;
    }

    private void Byte(byte value)
    {
        Reserve(1)[0] = value;
        length++;
    }

    private Span<byte> Reserve(int count)
    {
        if (bytes.Length - length < count)
        {
            var larger = ArrayPool<byte>.Shared.Rent(Math.Max(bytes.Length * 2, length + count));
            bytes.AsSpan(0, length).CopyTo(larger);
            ArrayPool<byte>.Shared.Return(bytes);
            bytes = larger;
        }

        return bytes.AsSpan(length);
    }
}
