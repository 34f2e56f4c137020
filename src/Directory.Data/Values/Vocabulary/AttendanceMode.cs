namespace CenterDirectory.Data.Values;

/// <summary>How people attend.</summary>
public enum AttendanceMode
{
    /// <summary>In person.</summary>
    [Label("Очно", "In person")]
    Offline,

    /// <summary>Remotely.</summary>
    [Label("Онлайн", "Online")]
    Online,

    /// <summary>Both.</summary>
    [Label("Очно и онлайн", "In person and online")]
    Mixed,
}
