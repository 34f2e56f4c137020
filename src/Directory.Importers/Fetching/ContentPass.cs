using System.Security.Cryptography;
using CenterDirectory.Importers.Formats;

namespace CenterDirectory.Importers.Fetching;

/// <summary>What is learnt of bytes while they pass by once: their hash, and what they tell of their encoding.</summary>
internal sealed class ContentPass : IDisposable
{
    private readonly IncrementalHash hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
    private readonly EncodingSurveyor surveyor = new();

    /// <summary>How many there were.</summary>
    public long Length { get; private set; }

    /// <summary>Takes the next ones; the block is the caller's again when this ends.</summary>
    public Task AddAsync(ReadOnlyMemory<byte> block)
    {
        Length += block.Length;
        return Task.Run(() =>
        {
            hash.AppendData(block.Span);
            surveyor.Add(block);
        });
    }

    /// <summary>Where they lie, and what they are.</summary>
    public Snapshot Complete(string path, bool isTemporary) => new(path, hash.GetHashAndReset(), Length, isTemporary) { Survey = surveyor.Complete() };

    public void Dispose() => hash.Dispose();
}
