using System.Buffers;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace CenterDirectory.Importers.Records;

/// <summary>
/// Writes payloads: UTF-8 JSON without white space, nothing escaped that need not be. One writer and one buffer serve a whole table.
/// </summary>
internal sealed class PayloadWriter : IDisposable
{
    /// <summary>Payloads are read by this program alone, so Cyrillic stays readable and short.</summary>
    public static readonly JavaScriptEncoder Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping;

    private readonly ArrayBufferWriter<byte> buffer = new(1024);
    private readonly Utf8JsonWriter writer;

    public PayloadWriter() => writer = new Utf8JsonWriter(buffer, new JsonWriterOptions { Encoder = Encoder, SkipValidation = true });

    /// <summary>Begins a payload.</summary>
    public Utf8JsonWriter Begin()
    {
        buffer.ResetWrittenCount();
        writer.Reset();
        return writer;
    }

    /// <summary>The bytes written since <see cref="Begin"/>.</summary>
    public ReadOnlyMemory<byte> End()
    {
        writer.Flush();
        return buffer.WrittenSpan.ToArray();
    }

    public void Dispose() => writer.Dispose();
}
