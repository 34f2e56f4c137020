namespace CenterDirectory.Data.Values;

/// <summary>Form of an event.</summary>
public enum EventKind
{
    /// <summary>Conference.</summary>
    Conference,

    /// <summary>Round table.</summary>
    RoundTable,

    /// <summary>Seminar.</summary>
    Seminar,

    /// <summary>Strategic session.</summary>
    StrategicSession,

    /// <summary>Course of several sessions.</summary>
    Course,

    /// <summary>One session of a course.</summary>
    CourseSession,

    /// <summary>Internship or study visit.</summary>
    Internship,

    /// <summary>Meeting.</summary>
    Meeting,

    /// <summary>Graduation.</summary>
    Graduation,

    /// <summary>Forum.</summary>
    Forum,

    /// <summary>Open consultation.</summary>
    Consultation,

    /// <summary>Competition or call.</summary>
    Competition,

    /// <summary>Something else, or no source says.</summary>
    Other,
}
