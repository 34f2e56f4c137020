using System.ComponentModel.DataAnnotations;

namespace CenterDirectory.Api.Reminding;

/// <summary>Who is reminded of silent cards, and how often: section <c>Reminders</c> of the configuration.</summary>
internal sealed class RemindersOptions
{
    /// <summary>Name of the section.</summary>
    public const string Section = "Reminders";

    /// <summary>Days between two reminders of the same people; 0 reminds nobody. Default 30.</summary>
    [Range(0, 3_650)]
    public int EveryDays { get; set; } = 30;

    /// <summary>Whether a center without a desk of its own is reminded at the mail address of its card, if somebody has a key of it. Default true.</summary>
    public bool ToCards { get; set; } = true;

    /// <summary>Where people with a key put it right. Relative to the site.</summary>
    [Required]
    public string Link { get; set; } = "/manage";
}
