namespace CenterDirectory.Data.Values;

/// <summary>State of an event.</summary>
public enum EventStatus
{
    /// <summary>Announced, details may change.</summary>
    Planned,

    /// <summary>Will take place as announced.</summary>
    Confirmed,

    /// <summary>Moved; `previousDate` holds the old date.</summary>
    Postponed,

    /// <summary>Will not take place.</summary>
    Cancelled,

    /// <summary>A source says that it took place.</summary>
    Completed,

    /// <summary>Its date has passed and no source says whether it took place.</summary>
    Unknown,
}
