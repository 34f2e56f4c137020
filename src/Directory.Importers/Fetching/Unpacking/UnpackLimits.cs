namespace CenterDirectory.Importers.Fetching.Unpacking;

/// <summary>How much an archive may unpack to.</summary>
/// <param name="MaxBytes">All of it together.</param>
/// <param name="MaxRatio">Unpacked bytes for each packed one.</param>
internal sealed record UnpackLimits(long MaxBytes, int MaxRatio)
{
    // A short text of one letter repeated is no bomb.
    private const long FreeOfRatio = 1024 * 1024;

    public static UnpackLimits Of(ImportersOptions options) => new(options.MaxUnpackedBytes, options.MaxUnpackRatio);

    /// <summary>Whether a ratio gives a bomb away.</summary>
    public bool IsBomb(long unpacked, long packed) => unpacked > FreeOfRatio && unpacked / MaxRatio > packed;
}
