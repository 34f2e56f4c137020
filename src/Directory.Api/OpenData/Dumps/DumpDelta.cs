using System.Buffers;
using System.IO.Pipelines;
using System.Text;
using System.Text.Json;
using CenterDirectory.GraphQL.Types;

namespace CenterDirectory.Api.OpenData.Dumps;

/// <summary>
/// What lies between two dumps: their files are in the order of keys, so one pass over both at once tells it, whatever their size.
/// </summary>
internal static class DumpDelta
{
    private const int FlushSize = 64 * 1024;

    /// <summary>Writes a line for each record that was added (ADD), changed (MOD) or removed (DEL), type by type.</summary>
    public static async Task WriteAsync(StoredDump older, StoredDump newer, PipeWriter output, CancellationToken cancellationToken)
    {
        foreach (var type in TypesOf(newer).Union(TypesOf(older)))
        {
            using var before = Open(older, type);
            using var after = Open(newer, type);
            await WriteAsync(before, after, output, cancellationToken);
        }

        await output.FlushAsync(cancellationToken);
    }

    private static async Task WriteAsync(Lines before, Lines after, PipeWriter output, CancellationToken cancellationToken)
    {
        await before.NextAsync(cancellationToken);
        await after.NextAsync(cancellationToken);
        while (before.Key < long.MaxValue || after.Key < long.MaxValue)
        {
            var (key, other) = (before.Key, after.Key);
            if (key != other || !string.Equals(before.Line, after.Line, StringComparison.Ordinal))
            {
                Write(output, key <= other ? before.Line : null, other <= key ? after.Line : null);
                if (output.UnflushedBytes > FlushSize)
                {
                    await output.FlushAsync(cancellationToken);
                }
            }

            if (key <= other)
            {
                await before.NextAsync(cancellationToken);
            }

            if (other <= key)
            {
                await after.NextAsync(cancellationToken);
            }
        }
    }

    private static void Write(PipeWriter output, string? before, string? after)
    {
        using var old = before is null ? null : JsonDocument.Parse(before);
        using var now = after is null ? null : JsonDocument.Parse(after);
        using (var writer = new Utf8JsonWriter((IBufferWriter<byte>)output, DumpJson.Lines))
        {
            var named = (now ?? old)!.RootElement;
            writer.WriteStartObject();
            writer.WriteString("change", old is null ? "ADD" : now is null ? "DEL" : "MOD");
            writer.WriteString("type", named.GetProperty("type").GetString());
            writer.WriteString("id", named.GetProperty("id").GetString());
            if (old is not null && now is not null)
            {
                writer.WriteStartArray("fields");
                foreach (var name in Changed(old.RootElement, now.RootElement))
                {
                    writer.WriteStringValue(name);
                }

                writer.WriteEndArray();
            }

            if (now is not null)
            {
                writer.WritePropertyName("record");
                writer.WriteRawValue(after!, skipInputValidation: true);
            }

            writer.WriteEndObject();
        }

        output.Write("\n"u8);
    }

    private static IEnumerable<string> Changed(JsonElement before, JsonElement after) =>
        after.EnumerateObject().Where(field => !before.TryGetProperty(field.Name, out var old) || !JsonElement.DeepEquals(old, field.Value)).Select(field => field.Name)
            .Concat(before.EnumerateObject().Where(field => !after.TryGetProperty(field.Name, out _)).Select(field => field.Name));

    private static IEnumerable<string> TypesOf(StoredDump dump) =>
        dump.Package.Resources.Where(resource => resource is { Format: "ndjson", Type: not null }).Select(resource => resource.Path);

    private static Lines Open(StoredDump dump, string file) =>
        new(dump.File(file) is { } found ? new StreamReader(found.Path, Encoding.UTF8) : StreamReader.Null);

    /// <summary>The lines of one file, one at a time.</summary>
    private sealed class Lines(TextReader text) : IDisposable
    {
        public string? Line { get; private set; }

        /// <summary>Key of the record; the largest number behind the last one.</summary>
        public long Key { get; private set; }

        public async ValueTask NextAsync(CancellationToken cancellationToken)
        {
            Line = await text.ReadLineAsync(cancellationToken);
            Key = Line is null ? long.MaxValue : KeyOf(Line);
        }

        public void Dispose() => text.Dispose();

        private static long KeyOf(string line)
        {
            var reader = new Utf8JsonReader(Encoding.UTF8.GetBytes(line));
            while (reader.Read())
            {
                if (reader.TokenType == JsonTokenType.PropertyName && reader.ValueTextEquals("id"u8) && reader.CurrentDepth == 1)
                {
                    reader.Read();
                    return GlobalId.TryDecode(reader.GetString()!, out _, out var key) ? key : throw new JsonException("An id of a dump is none of ours.");
                }
            }

            throw new JsonException("A record of a dump has no id.");
        }
    }
}
