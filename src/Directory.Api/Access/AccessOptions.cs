using System.ComponentModel.DataAnnotations;

namespace CenterDirectory.Api.Access;

/// <summary>How long keys last and how much may be written with one (section <c>Access</c>).</summary>
internal sealed class AccessOptions
{
    public const string Section = "Access";

    /// <summary>Days until a key ends if nobody says.</summary>
    [Range(1, 36_500)]
    public int ExpiryDays { get; set; } = 365;

    /// <summary>Days until a key ends at most.</summary>
    [Range(1, 36_500)]
    public int MaximumDays { get; set; } = 1_826;

    /// <summary>How long the old secret of a rotated key still opens it.</summary>
    [Range(0, 1_440)]
    public int RotationMinutes { get; set; } = 60;

    /// <summary>Writes that a key may do in a row.</summary>
    [Range(1, 1_000_000)]
    public int WriteBurst { get; set; } = 200;

    /// <summary>Writes that come back to it each minute.</summary>
    [Range(1, 1_000_000)]
    public int WritesPerMinute { get; set; } = 60;
}
