using Microsoft.Extensions.Options;

namespace CenterDirectory.Api.OpenData.Hsds;

/// <summary>HSDS: section <c>Hsds</c> of the configuration.</summary>
internal sealed class HsdsOptions
{
    /// <summary>Name of the section.</summary>
    public const string Section = "Hsds";

    /// <summary>Most items of a page, 1 to 1000; default 200. Everything at once is NDJSON.</summary>
    public int MaxPerPage { get; set; } = 200;
}

/// <summary>Refuses a start with limits that would not limit.</summary>
internal sealed class HsdsOptionsValidation : IValidateOptions<HsdsOptions>
{
    public ValidateOptionsResult Validate(string? name, HsdsOptions options) =>
        options.MaxPerPage is < 1 or > 1000 ? ValidateOptionsResult.Fail("Hsds:MaxPerPage must be from 1 to 1000.") : ValidateOptionsResult.Success;
}
