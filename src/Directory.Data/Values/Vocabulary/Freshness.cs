namespace CenterDirectory.Data.Values;

/// <summary>Whether somebody stands behind an entry lately; depends on the clock.</summary>
public enum Freshness
{
    /// <summary>Confirmed by its owner or a live source within the period.</summary>
    [Label("Подтверждено", "Confirmed", About = "Подтверждено владельцем или живым источником в пределах срока")]
    Confirmed,

    /// <summary>Last confirmed too long ago.</summary>
    [Label("Давно не подтверждалось", "Not confirmed for long", About = "Последнее подтверждение слишком давнее")]
    Stale,

    /// <summary>Never confirmed.</summary>
    [Label("Не подтверждено", "Unconfirmed", About = "Никогда не подтверждалось")]
    Unconfirmed,
}
