using Microsoft.Extensions.Options;

namespace CenterDirectory.Api.OpenData.Dumps;

/// <summary>Dumps: section <c>Dumps</c> of the configuration.</summary>
internal sealed class DumpOptions
{
    /// <summary>Name of the section.</summary>
    public const string Section = "Dumps";

    /// <summary>Folder of the dumps; empty writes and serves none. Default <c>data/dumps</c>.</summary>
    public string Path { get; set; } = System.IO.Path.Combine("data", "dumps");

    /// <summary>How many of the newest are kept, 1 to 1000; default 5.</summary>
    public int Keep { get; set; } = 5;

    /// <summary>Shortest time between two of them, however many revisions there are meanwhile, up to 30 days; default 15 minutes.</summary>
    public TimeSpan Pause { get; set; } = TimeSpan.FromMinutes(15);
}

/// <summary>Refuses a start with limits that would not limit.</summary>
internal sealed class DumpOptionsValidation : IValidateOptions<DumpOptions>
{
    public ValidateOptionsResult Validate(string? name, DumpOptions options) =>
        options.Keep is < 1 or > 1000 ? ValidateOptionsResult.Fail("Dumps:Keep must be from 1 to 1000.")
        : options.Pause < TimeSpan.Zero || options.Pause > TimeSpan.FromDays(30) ? ValidateOptionsResult.Fail("Dumps:Pause must be from 0 to 30 days.")
        : ValidateOptionsResult.Success;
}
