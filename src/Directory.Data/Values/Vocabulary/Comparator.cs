namespace CenterDirectory.Data.Values;

/// <summary>How a number is meant.</summary>
public enum Comparator
{
    /// <summary>Exactly this.</summary>
    [Label("ровно", "exactly")]
    Exact,

    /// <summary>More than this.</summary>
    [Label("более", "more than")]
    MoreThan,

    /// <summary>This or more.</summary>
    [Label("не менее", "at least")]
    AtLeast,

    /// <summary>About this.</summary>
    [Label("около", "about")]
    About,

    /// <summary>This or less.</summary>
    [Label("не более", "at most")]
    AtMost,

    /// <summary>Less than this.</summary>
    [Label("менее", "less than")]
    LessThan,
}
