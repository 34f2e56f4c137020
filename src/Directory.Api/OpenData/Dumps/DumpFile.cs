using System.IO.Compression;
using System.Security.Cryptography;

namespace CenterDirectory.Api.OpenData.Dumps;

/// <summary>One file of a dump and, beside it, the same packed by gzip; hashed while they are written.</summary>
internal sealed class DumpFile : IAsyncDisposable
{
    private const int BufferSize = 64 * 1024;

    private readonly HashingStream plain;
    private readonly HashingStream packed;
    private readonly GZipStream gzip;
    private readonly string name;

    public DumpFile(string folder, string name)
    {
        this.name = name;
        plain = Create(Path.Combine(folder, name));
        packed = Create(Path.Combine(folder, name + DumpNames.Packed));
        gzip = new GZipStream(packed, CompressionLevel.Optimal, leaveOpen: true);
    }

    /// <summary>How many records it holds.</summary>
    public long Rows { get; private set; }

    /// <summary>Appends a record, or what stands around records.</summary>
    public void Append(ReadOnlySpan<byte> bytes, int rows)
    {
        plain.Write(bytes);
        gzip.Write(bytes);
        Rows += rows;
    }

    /// <summary>Ends both files.</summary>
    public async Task<DumpFileFacts> EndAsync(CancellationToken cancellationToken)
    {
        await gzip.DisposeAsync();
        await plain.FlushAsync(cancellationToken);
        await packed.FlushAsync(cancellationToken);
        return new DumpFileFacts(name, Rows, plain.Count, plain.Hash(), packed.Count, packed.Hash());
    }

    public async ValueTask DisposeAsync()
    {
        await gzip.DisposeAsync();
        await plain.DisposeAsync();
        await packed.DisposeAsync();
    }

    private static HashingStream Create(string path) => new(new FileStream(path, FileMode.CreateNew, FileAccess.Write, FileShare.None, BufferSize, FileOptions.Asynchronous));

    /// <summary>Counts and hashes what goes through.</summary>
    private sealed class HashingStream(FileStream file) : Stream
    {
        private readonly IncrementalHash hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);

        public long Count { get; private set; }

        public override bool CanRead => false;

        public override bool CanSeek => false;

        public override bool CanWrite => true;

        public override long Length => throw new NotSupportedException();

        public override long Position
        {
            get => throw new NotSupportedException();
            set => throw new NotSupportedException();
        }

        public string Hash() => Convert.ToHexStringLower(hash.GetHashAndReset());

        public override void Write(ReadOnlySpan<byte> buffer)
        {
            hash.AppendData(buffer);
            Count += buffer.Length;
            file.Write(buffer);
        }

        public override void Write(byte[] buffer, int offset, int count) => Write(buffer.AsSpan(offset, count));

        /// <summary>Onto the disk: a dump that is seen under its name must be whole after a power cut too.</summary>
        public override void Flush() => file.Flush(flushToDisk: true);

        public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();

        public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

        public override void SetLength(long value) => throw new NotSupportedException();

        protected override void Dispose(bool disposing)
        {
            if (disposing)
            {
                hash.Dispose();
                file.Dispose();
            }

            base.Dispose(disposing);
        }
    }
}

/// <summary>What became of a file.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Rows">Records in it.</param>
/// <param name="Bytes">Its size.</param>
/// <param name="Sha256">Its hash.</param>
/// <param name="PackedBytes">Size of the packed one beside it.</param>
/// <param name="PackedSha256">Hash of the packed one.</param>
internal sealed record DumpFileFacts(string Name, long Rows, long Bytes, string Sha256, long PackedBytes, string PackedSha256);
