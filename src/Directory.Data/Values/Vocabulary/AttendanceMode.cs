namespace CenterDirectory.Data.Values;

/// <summary>How people attend.</summary>
public enum AttendanceMode
{
    /// <summary>In person.</summary>
    Offline,

    /// <summary>Remotely.</summary>
    Online,

    /// <summary>Both.</summary>
    Mixed,
}
