namespace CenterDirectory.Api.Hosting.Publishing;

/// <summary>On what an answer depends beside its address and the revision, and how long caches may keep it unasked.</summary>
internal sealed record EditionTerms
{
    /// <summary>What else chooses the bytes, such as the language or today's date; part of the entity tag.</summary>
    public string Variant { get; init; } = "";

    /// <summary>
    /// Since when the answer could be what it is by the clock, for one that depends on it: midnight, if it says what is to come from
    /// today on. Null if it depends on data alone.
    /// </summary>
    public DateTime? Since { get; init; }

    /// <summary>Whether it tells on which day an entry was last confirmed, which changes without a revision.</summary>
    public bool TellsConfirmation { get; init; }

    /// <summary>How long a cache may answer without asking back.</summary>
    public TimeSpan MaxAge { get; init; } = TimeSpan.FromMinutes(1);

    /// <summary>Request headers that choose the bytes, such as <c>Accept-Language</c>.</summary>
    public IReadOnlyList<string> Vary { get; init; } = [];
}
