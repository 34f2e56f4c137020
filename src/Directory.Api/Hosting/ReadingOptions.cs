using System.ComponentModel.DataAnnotations;

namespace CenterDirectory.Api.Hosting;

/// <summary>How new answers are: section <c>Reading</c> of the configuration.</summary>
internal sealed class ReadingOptions
{
    /// <summary>Section of the configuration.</summary>
    public const string Section = "Reading";

    /// <summary>
    /// On PostgreSQL: how long after a commit answers may still be those from before it; 0 asks with every request. On SQLite each answer is of
    /// the last commit, whatever this says.
    /// </summary>
    [Range(typeof(TimeSpan), "00:00:00", "00:01:00")]
    public TimeSpan RevisionAge { get; set; } = TimeSpan.FromSeconds(1);
}
