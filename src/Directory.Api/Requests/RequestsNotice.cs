using Microsoft.Extensions.Options;

namespace CenterDirectory.Api.Requests;

/// <summary>Tells the operator at the start what is missing for requests to be taken.</summary>
internal sealed partial class RequestsNotice(RequestVault vault, IOptions<RequestsOptions> options, ILogger<RequestsNotice> log) : IHostedService
{
    /// <inheritdoc/>
    public Task StartAsync(CancellationToken cancellationToken)
    {
        if (!vault.IsOpen)
        {
            LogClosed();
        }
        else if (options.Value.Operator.Length == 0 && (options.Value.ConsentTextRu.Length == 0 || options.Value.ConsentTextEn.Length == 0))
        {
            LogNameless();
        }

        return Task.CompletedTask;
    }

    /// <inheritdoc/>
    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    [LoggerMessage(LogLevel.Information, "Requests for support are refused: there is no key for personal data. Set Requests:EncryptionKey to the output of `openssl rand -base64 32`, and keep it apart from backups of the database.")]
    private partial void LogClosed();

    [LoggerMessage(LogLevel.Warning, "The text that people consent to names nobody who answers for their data. Set Requests:Operator to name and address, or write the text yourself in Requests:ConsentTextRu and Requests:ConsentTextEn.")]
    private partial void LogNameless();
}
