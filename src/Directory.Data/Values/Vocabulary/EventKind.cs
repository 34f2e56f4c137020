namespace CenterDirectory.Data.Values;

/// <summary>Form of an event.</summary>
public enum EventKind
{
    /// <summary>Conference.</summary>
    [Label("Конференция", "Conference")]
    Conference,

    /// <summary>Round table.</summary>
    [Label("Круглый стол", "Round table")]
    RoundTable,

    /// <summary>Seminar.</summary>
    [Label("Семинар", "Seminar")]
    Seminar,

    /// <summary>Strategic session.</summary>
    [Label("Стратегическая сессия", "Strategic session")]
    StrategicSession,

    /// <summary>Course of several sessions.</summary>
    [Label("Курс", "Course", About = "Курс из нескольких занятий")]
    Course,

    /// <summary>One session of a course.</summary>
    [Label("Занятие курса", "Session of a course", About = "Одно занятие курса")]
    CourseSession,

    /// <summary>Internship or study visit.</summary>
    [Label("Стажировка", "Internship", About = "Стажировка или учебная поездка")]
    Internship,

    /// <summary>Meeting.</summary>
    [Label("Встреча", "Meeting")]
    Meeting,

    /// <summary>Graduation.</summary>
    [Label("Выпуск", "Graduation")]
    Graduation,

    /// <summary>Forum.</summary>
    [Label("Форум", "Forum")]
    Forum,

    /// <summary>Open consultation.</summary>
    [Label("Консультация", "Consultation", About = "Открытая консультация")]
    Consultation,

    /// <summary>Competition or call.</summary>
    [Label("Конкурс", "Competition", About = "Конкурс или приём заявок")]
    Competition,

    /// <summary>Something else, or no source says.</summary>
    [Label("Другое", "Other", About = "Что-то другое, или источник не говорит")]
    Other,
}
