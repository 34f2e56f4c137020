using System.Globalization;
using System.Net.Sockets;
using MailKit;
using MailKit.Net.Smtp;
using MailKit.Security;
using Microsoft.Extensions.Options;
using MimeKit;

namespace CenterDirectory.Api.Delivering;

/// <summary>Sends letters over the operator's mail server. What servers say back is not kept: they like to quote addresses.</summary>
internal sealed class MailPost(IOptions<MailOptions> options, TimeProvider clock)
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    /// <summary>Whether there is a mail server.</summary>
    public bool IsOpen => options.Value.Host.Length > 0;

    /// <summary>Sends a letter.</summary>
    /// <returns>What went wrong; null if the server took it.</returns>
    public async Task<string?> SendAsync(Letter letter, CancellationToken cancellationToken)
    {
        var server = options.Value;
        if (!IsOpen)
        {
            return "no mail server is configured any more";
        }

        if (!MailboxAddress.TryParse(letter.To, out var to))
        {
            return "the address is none";
        }

        using var patience = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        patience.CancelAfter(Patience);
        try
        {
            using var message = MessageOf(letter, to);
            await SendAsync(server, message, patience.Token);
            return null;
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            return "no answer in time";
        }
        catch (SmtpCommandException error)
        {
            return string.Create(CultureInfo.InvariantCulture, $"SMTP {(int)error.StatusCode}");
        }
        catch (Exception error) when (error is SocketException or IOException or ProtocolException or AuthenticationException or SslHandshakeException or NotSupportedException)
        {
            return error switch
            {
                AuthenticationException => "the mail server does not let us in",
                SslHandshakeException or NotSupportedException => "no encrypted connection to the mail server",
                _ => "the mail server is not to be reached",
            };
        }
    }

    private static async Task SendAsync(MailOptions server, MimeMessage message, CancellationToken cancellationToken)
    {
        using var client = new SmtpClient();
        await client.ConnectAsync(server.Host, server.Port, server.Encryption switch
        {
            MailEncryption.Tls => SecureSocketOptions.SslOnConnect,
            MailEncryption.None => SecureSocketOptions.None,
            _ => SecureSocketOptions.StartTls,
        }, cancellationToken);
        if (server.User.Length > 0)
        {
            await client.AuthenticateAsync(server.User, server.Password, cancellationToken);
        }

        await client.SendAsync(message, cancellationToken);
        await client.DisconnectAsync(quit: true, CancellationToken.None);
    }

    private MimeMessage MessageOf(Letter letter, MailboxAddress to)
    {
        var from = MailboxAddress.Parse(options.Value.From);
        var message = new MimeMessage
        {
            Subject = letter.Subject, Date = clock.GetUtcNow(), MessageId = $"{letter.Id}@{from.Domain}", Body = new TextPart("plain") { Text = letter.Text },
        };
        message.From.Add(from);
        message.To.Add(to);
        // Nobody's out-of-office assistant need answer it (RFC 3834).
        message.Headers.Add("Auto-Submitted", "auto-generated");
        return message;
    }
}
