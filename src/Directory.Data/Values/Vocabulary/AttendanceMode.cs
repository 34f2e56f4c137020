namespace CenterDirectory.Data.Values;

/// <summary>How people attend.</summary>
public enum AttendanceMode
{
    /// <summary>In person.</summary>
    [Label("Очно", "In person", About = "Участвуют на месте")]
    Offline,

    /// <summary>Remotely.</summary>
    [Label("Онлайн", "Online", About = "Участвуют удалённо")]
    Online,

    /// <summary>Both.</summary>
    [Label("Очно и онлайн", "In person and online", About = "Можно прийти, можно подключиться")]
    Mixed,
}
