namespace CenterDirectory.Data.Values;

/// <summary>How a number is meant.</summary>
public enum Comparator
{
    /// <summary>Exactly this.</summary>
    Exact,

    /// <summary>More than this.</summary>
    MoreThan,

    /// <summary>This or more.</summary>
    AtLeast,

    /// <summary>About this.</summary>
    About,

    /// <summary>This or less.</summary>
    AtMost,

    /// <summary>Less than this.</summary>
    LessThan,
}
