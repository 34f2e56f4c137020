namespace CenterDirectory.Importers.Scheduling;

/// <summary>How processes with the role of the importer share the schedule: section <c>Schedule</c> of the configuration.</summary>
public sealed class ScheduleOptions
{
    /// <summary>Name of the section.</summary>
    public const string Section = "Schedule";

    /// <summary>How often somebody looks whose turn it is.</summary>
    public TimeSpan Look { get; set; } = TimeSpan.FromSeconds(20);

    /// <summary>On PostgreSQL: name of this process among those that share the schedule, different for each; made of the name of the machine and the time without it.</summary>
    public string? Node { get; set; }

    /// <summary>On PostgreSQL: how often this process says that it is alive.</summary>
    public TimeSpan CheckIn { get; set; } = TimeSpan.FromSeconds(10);

    /// <summary>On PostgreSQL: how long after a missed word others take a process for dead and take over what it did.</summary>
    public TimeSpan Patience { get; set; } = TimeSpan.FromSeconds(20);

    /// <summary>Whether all spans are a second to an hour.</summary>
    internal bool AreSensible => new[] { Look, CheckIn, Patience }.All(span => span >= TimeSpan.FromSeconds(1) && span <= TimeSpan.FromHours(1));
}
