using System.Diagnostics.CodeAnalysis;
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
    private const string NotLetIn = "the mail server does not let us in";

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    /// <summary>Whether there is a mail server.</summary>
    public bool IsOpen => options.Value.Host.Length > 0;

    /// <summary>Whether a text is an address that a letter can have; the parser takes names of mailboxes without a domain as well.</summary>
    public static bool IsAddress(string text, [NotNullWhen(true)] out MailboxAddress? address) => MailboxAddress.TryParse(text, out address) && address.Domain.Length > 0;

    /// <summary>Sends a letter.</summary>
    /// <returns>What went wrong; null if the server took it.</returns>
    public async Task<string?> SendAsync(Letter letter, CancellationToken cancellationToken)
    {
        var server = options.Value;
        if (!IsOpen)
        {
            return "no mail server is configured any more";
        }

        if (!IsAddress(letter.To, out var to))
        {
            return "the address is none";
        }

        using var patience = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        patience.CancelAfter(Patience);
        try
        {
            using var message = MessageOf(letter, to);
            using var client = new SmtpClient();
            return await EnterAsync(client, server, patience.Token) ?? await SendAsync(client, message, patience.Token);
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            return "no answer in time";
        }
        catch (SmtpCommandException error)
        {
            return string.Create(CultureInfo.InvariantCulture, $"SMTP {(int)error.StatusCode}");
        }
        catch (Exception error) when (error is SocketException or IOException or ProtocolException)
        {
            return "the mail server is not to be reached";
        }
    }

    /// <summary>What stands against talking with the server at all; null if nothing does.</summary>
    private static async Task<string?> EnterAsync(SmtpClient client, MailOptions server, CancellationToken cancellationToken)
    {
        try
        {
            await client.ConnectAsync(server.Host, server.Port, server.Encryption switch
            {
                MailEncryption.Tls => SecureSocketOptions.SslOnConnect,
                MailEncryption.None => SecureSocketOptions.None,
                _ => SecureSocketOptions.StartTls,
            }, cancellationToken);
        }
        catch (Exception error) when (error is SslHandshakeException or NotSupportedException)
        {
            return "no encrypted connection to the mail server";
        }

        if (server.User.Length == 0)
        {
            return null;
        }

        try
        {
            await client.AuthenticateAsync(server.User, server.Password, cancellationToken);
            return null;
        }
        catch (Exception error) when (error is AuthenticationException or NotSupportedException)
        {
            return NotLetIn;
        }
    }

    private static async Task<string?> SendAsync(SmtpClient client, MimeMessage message, CancellationToken cancellationToken)
    {
        try
        {
            await client.SendAsync(message, cancellationToken);
        }
        catch (ServiceNotAuthenticatedException)
        {
            return NotLetIn;
        }

        // The letter is taken, whatever becomes of the farewell: time that runs out here is no failure to MailKit.
        await client.DisconnectAsync(quit: true, cancellationToken);
        return null;
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
