namespace CenterDirectory.Data.Values;

/// <summary>State of a project.</summary>
public enum ProjectStatus
{
    /// <summary>Not begun.</summary>
    Planned,

    /// <summary>Running.</summary>
    Active,

    /// <summary>Ended as planned.</summary>
    Completed,

    /// <summary>Its funding ended and the work goes on.</summary>
    Continued,

    /// <summary>Ended early or died with its funding.</summary>
    Stopped,

    /// <summary>No source says.</summary>
    Unknown,
}
