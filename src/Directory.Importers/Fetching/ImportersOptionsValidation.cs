using Microsoft.Extensions.Options;

namespace CenterDirectory.Importers.Fetching;

/// <summary>Refuses a start with limits that would not limit.</summary>
internal sealed class ImportersOptionsValidation : IValidateOptions<ImportersOptions>
{
    private static readonly TimeSpan Day = TimeSpan.FromDays(1);

    public ValidateOptionsResult Validate(string? name, ImportersOptions options)
    {
        var problems = Problems(options).ToList();
        return problems.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(problems);
    }

    private static IEnumerable<string> Problems(ImportersOptions options)
    {
        (bool IsWrong, string Problem)[] rules =
        [
            (options.MaxDownloadBytes <= 0, "Importers:MaxDownloadBytes must be positive."),
            (options.MaxUnpackedBytes <= 0, "Importers:MaxUnpackedBytes must be positive."),
            (options.MaxUnpackRatio is < 10 or > 1000, "Importers:MaxUnpackRatio must be from 10 to 1000."),
            (options.Timeout <= TimeSpan.Zero || options.Timeout > TimeSpan.FromHours(6), "Importers:Timeout must be positive and at most 6 hours."),
            (options.StallTimeout <= TimeSpan.Zero || options.StallTimeout > TimeSpan.FromHours(6), "Importers:StallTimeout must be positive and at most 6 hours."),
            (options.MaxRedirects is < 0 or > 5, "Importers:MaxRedirects must be from 0 to 5."),
            (options.AllowHosts.Any(host => Uri.CheckHostName(host) == UriHostNameType.Unknown),
                "Importers:AllowHosts must be host names or addresses, without scheme and port."),
            (options.HostInterval < TimeSpan.Zero || options.HostInterval > TimeSpan.FromHours(1), "Importers:HostInterval must be from 0 to 1 hour."),
            (options.ArchiveRuns < 1 || options.HistoryRuns < 1, "Importers:ArchiveRuns and Importers:HistoryRuns must be at least 1."),
            (options.ArchiveAge < Day || options.HistoryAge < Day, "Importers:ArchiveAge and Importers:HistoryAge must be at least a day."),
            (options.RetryAfterFailure <= TimeSpan.Zero || options.RetryAfterFailure > Day, "Importers:RetryAfterFailure must be positive and at most a day."),
            (options.FailuresUntilFailing < 1, "Importers:FailuresUntilFailing must be at least 1."),
            (options.Jitter < TimeSpan.Zero || options.Jitter > TimeSpan.FromHours(1), "Importers:Jitter must be from 0 to 1 hour."),
        ];
        return rules.Where(rule => rule.IsWrong).Select(rule => rule.Problem);
    }
}
