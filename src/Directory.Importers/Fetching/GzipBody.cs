using System.Buffers.Binary;
using System.IO.Compression;

namespace CenterDirectory.Importers.Fetching;

/// <summary>
/// A gzip stream that notices when it is cut off: <see cref="GZipStream"/> takes the end of its input for the end of the data,
/// and half a registry would look like a registry that has shrunk. The last four bytes tell the length of the whole (RFC 1952, 2.3.1).
/// </summary>
internal sealed class GzipBody : Stream
{
    private readonly TailKeepingStream packed;
    private readonly GZipStream unpacked;
    private uint length;

    public GzipBody(Stream body)
    {
        packed = new TailKeepingStream(body);
        unpacked = new GZipStream(packed, CompressionMode.Decompress, leaveOpen: true);
    }

    public override bool CanRead => true;

    public override bool CanSeek => false;

    public override bool CanWrite => false;

    public override long Length => throw new NotSupportedException();

    public override long Position
    {
        get => throw new NotSupportedException();
        set => throw new NotSupportedException();
    }

    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        var read = await unpacked.ReadAsync(buffer, cancellationToken);
        length = unchecked(length + (uint)read);
        if (read == 0 && !buffer.IsEmpty)
        {
            await packed.DrainAsync(cancellationToken);
            if (packed.LastNumber != length)
            {
                throw new InvalidDataException("The gzip data is cut off.");
            }
        }

        return read;
    }

    public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException("Downloads are read asynchronously.");

    public override void Flush()
    {
    }

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            unpacked.Dispose();
            packed.Dispose();
        }

        base.Dispose(disposing);
    }

    /// <summary>Passes bytes on and remembers the last four.</summary>
    private sealed class TailKeepingStream(Stream source) : Stream
    {
        private readonly byte[] tail = new byte[4];

        public uint LastNumber => BinaryPrimitives.ReadUInt32LittleEndian(tail);

        public override bool CanRead => true;

        public override bool CanSeek => false;

        public override bool CanWrite => false;

        public override long Length => throw new NotSupportedException();

        public override long Position
        {
            get => throw new NotSupportedException();
            set => throw new NotSupportedException();
        }

        public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
        {
            var read = await source.ReadAsync(buffer, cancellationToken);
            Keep(buffer.Span[..read]);
            return read;
        }

        public async ValueTask DrainAsync(CancellationToken cancellationToken)
        {
            var rest = new byte[256];
            while (await ReadAsync(rest, cancellationToken) > 0)
            {
            }
        }

        public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException("Downloads are read asynchronously.");

        public override void Flush()
        {
        }

        public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

        public override void SetLength(long value) => throw new NotSupportedException();

        public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

        private void Keep(ReadOnlySpan<byte> bytes)
        {
            if (bytes.Length >= tail.Length)
            {
                bytes[^tail.Length..].CopyTo(tail);
                return;
            }

            tail.AsSpan(bytes.Length).CopyTo(tail);
            bytes.CopyTo(tail.AsSpan(tail.Length - bytes.Length));
        }
    }
}
