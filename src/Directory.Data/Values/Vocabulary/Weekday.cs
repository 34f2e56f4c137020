namespace CenterDirectory.Data.Values;

/// <summary>Day of the week.</summary>
public enum Weekday
{
    /// <summary>Monday.</summary>
    [Label("Понедельник", "Monday")]
    Monday,

    /// <summary>Tuesday.</summary>
    [Label("Вторник", "Tuesday")]
    Tuesday,

    /// <summary>Wednesday.</summary>
    [Label("Среда", "Wednesday")]
    Wednesday,

    /// <summary>Thursday.</summary>
    [Label("Четверг", "Thursday")]
    Thursday,

    /// <summary>Friday.</summary>
    [Label("Пятница", "Friday")]
    Friday,

    /// <summary>Saturday.</summary>
    [Label("Суббота", "Saturday")]
    Saturday,

    /// <summary>Sunday.</summary>
    [Label("Воскресенье", "Sunday")]
    Sunday,
}
