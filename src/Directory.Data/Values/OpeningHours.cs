namespace CenterDirectory.Data.Values;

/// <summary>One row of opening hours, in the zone of the place.</summary>
public sealed record OpeningHours
{
    /// <summary>Days it holds for.</summary>
    public List<Weekday> Weekdays { get; init; } = [];

    /// <summary>Opening time; null if closed or unclear.</summary>
    public TimeOnly? OpensAt { get; init; }

    /// <summary>Closing time; null if closed or unclear.</summary>
    public TimeOnly? ClosesAt { get; init; }

    /// <summary>First day of validity.</summary>
    public DateOnly? ValidFrom { get; init; }

    /// <summary>Last day of validity.</summary>
    public DateOnly? ValidThrough { get; init; }

    /// <summary>The source's words.</summary>
    public string? Text { get; init; }

    /// <summary>Equal rows have equal days, not the same list of them.</summary>
    public bool Equals(OpeningHours? other) =>
        other is not null && (OpensAt, ClosesAt, ValidFrom, ValidThrough, Text) == (other.OpensAt, other.ClosesAt, other.ValidFrom, other.ValidThrough, other.Text)
        && Weekdays.SequenceEqual(other.Weekdays);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Weekdays.Count, OpensAt, ClosesAt, ValidFrom, ValidThrough, Text);
}
