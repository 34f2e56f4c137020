using Microsoft.Extensions.Options;

namespace CenterDirectory.Importers.Fetching;

/// <summary>Refuses a start with limits that would not limit.</summary>
internal sealed class ImportersOptionsValidation : IValidateOptions<ImportersOptions>
{
    public ValidateOptionsResult Validate(string? name, ImportersOptions options)
    {
        var problems = new List<string>();
        if (options.MaxDownloadBytes <= 0)
        {
            problems.Add("Importers:MaxDownloadBytes must be positive.");
        }

        if (options.MaxUnpackedBytes <= 0)
        {
            problems.Add("Importers:MaxUnpackedBytes must be positive.");
        }

        if (options.MaxUnpackRatio is < 10 or > 1000)
        {
            problems.Add("Importers:MaxUnpackRatio must be from 10 to 1000.");
        }

        if (options.Timeout <= TimeSpan.Zero || options.Timeout > TimeSpan.FromHours(6))
        {
            problems.Add("Importers:Timeout must be positive and at most 6 hours.");
        }

        if (options.MaxRedirects is < 0 or > 5)
        {
            problems.Add("Importers:MaxRedirects must be from 0 to 5.");
        }

        if (options.AllowHosts.Any(host => Uri.CheckHostName(host) == UriHostNameType.Unknown))
        {
            problems.Add("Importers:AllowHosts must be host names or addresses, without scheme and port.");
        }

        return problems.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(problems);
    }
}
