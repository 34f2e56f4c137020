namespace CenterDirectory.Data.Values;

/// <summary>How good a card is; the formula is in docs/quality.md.</summary>
public sealed class QualityScore
{
    /// <summary>One of a card that nobody has looked at.</summary>
    public QualityScore()
    {
    }

    private QualityScore(DateTime? verifiedAt) => VerifiedAt = verifiedAt;

    /// <summary>Share of the fields expected of such a center that are filled.</summary>
    public double Completeness { get; set; }

    /// <summary>Share of the fields confirmed by the owner or by two sources.</summary>
    public double Verification { get; set; }

    /// <summary>Names of expected fields that are empty.</summary>
    public List<string> MissingFields { get; set; } = [];

    /// <summary>When the card was last confirmed; known to who asks for freshness, stored nowhere.</summary>
    internal DateTime? VerifiedAt { get; }

    /// <summary>The same of a card that was last confirmed at an instant.</summary>
    internal QualityScore At(DateTime? verifiedAt) =>
        new(verifiedAt) { Completeness = Completeness, Verification = Verification, MissingFields = MissingFields };
}
