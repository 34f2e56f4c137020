using System.Text;

namespace CenterDirectory.Importers.Resolving.Trials;

/// <summary>Two records, and whether a person holds them for one entry.</summary>
/// <param name="Row">Where it stands in its file.</param>
/// <param name="IsSame">What the person says.</param>
/// <param name="About">What is said of the pair; may be empty.</param>
/// <param name="A">One record, as a payload: a JSON object of fields.</param>
/// <param name="B">The other.</param>
public sealed record LabelledPair(int Row, bool IsSame, string About, ReadOnlyMemory<byte> A, ReadOnlyMemory<byte> B)
{
    /// <inheritdoc/>
    public override string ToString() => $"{Row} {About}: {Encoding.UTF8.GetString(A.Span)} | {Encoding.UTF8.GetString(B.Span)}";
}

/// <summary>A file that holds no labelled pairs, or not in a way that can be told.</summary>
public sealed class PairFileException(string message) : IOException(message);
