namespace CenterDirectory.Importers.Tests.Formats.Damage;

/// <summary>Bytes that may be read a bounded number of times: a reader that goes round in circles stops here, without a clock.</summary>
internal sealed class MeteredStream(byte[] bytes) : MemoryStream(bytes, writable: false)
{
    private const int MostReads = 200_000;

    private int reads;

    public override int Read(byte[] buffer, int offset, int count) => Metered(base.Read(buffer, offset, count));

    public override int Read(Span<byte> buffer) => Metered(base.Read(buffer));

    public override int ReadByte()
    {
        Metered(1);
        return base.ReadByte();
    }

    public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default) => ValueTask.FromResult(Read(buffer.Span));

    public override Task<int> ReadAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) =>
        Task.FromResult(Read(buffer, offset, count));

    private int Metered(int read) =>
        ++reads <= MostReads ? read : throw new InvalidOperationException($"{MostReads} reads of {Length} bytes: the reader does not come to an end.");
}
