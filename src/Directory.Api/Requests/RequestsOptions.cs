using System.ComponentModel.DataAnnotations;
using Microsoft.Extensions.Options;

namespace CenterDirectory.Api.Requests;

/// <summary>Requests of people who need support: section <c>Requests</c> of the configuration. Without a key none are taken.</summary>
internal sealed class RequestsOptions
{
    /// <summary>Name of the section.</summary>
    public const string Section = "Requests";

    /// <summary>Base64 of 32 random bytes, with which personal data are encrypted. A secret: not for files of settings that others read.</summary>
    public string EncryptionKey { get; set; } = "";

    /// <summary>Keys that were in use before, as long as something encrypted with them is kept.</summary>
    public IList<string> OldKeys { get; } = [];

    /// <summary>Version of the text that people consent to; to be changed with the text.</summary>
    [Required]
    public string ConsentVersion { get; set; } = "1";

    /// <summary>The text in Russian; a usual one by default.</summary>
    public string ConsentTextRu { get; set; } = "";

    /// <summary>The text in English; a usual one by default.</summary>
    public string ConsentTextEn { get; set; } = "";

    /// <summary>Who answers for the personal data: name and address, as the law wants it in the text.</summary>
    public string Operator { get; set; } = "";

    /// <summary>After how many days personal data are erased.</summary>
    [Range(1, 3_650)]
    public int RetentionDays { get; set; } = 180;

    /// <summary>Requests of one client (an IPv4 address, or a network of IPv6) in a day.</summary>
    [Range(1, 1_000_000)]
    public int PerClientAndDay { get; set; } = 10;

    /// <summary>Requests with one contact in a day.</summary>
    [Range(1, 1_000)]
    public int PerContactAndDay { get; set; } = 5;

    /// <summary>Requests of everybody in a day: what a flood is cut off at.</summary>
    [Range(1, 10_000_000)]
    public int PerDay { get; set; } = 2_000;

    /// <summary>Clients that are told apart; further ones share one account.</summary>
    [Range(1, 1_000_000)]
    public int Clients { get; set; } = 10_000;

    /// <summary>Where somebody with a key reads a request; <c>{id}</c> stands for its id. Relative to the site.</summary>
    [Required]
    public string Link { get; set; } = "/manage/requests/{id}";

    /// <summary>Whether word to desks holds text, name and contact. Mail and programs of others keep what they get: by default they get a link.</summary>
    public bool SendPersonalData { get; set; }

    /// <summary>Who is told of requests: desks of centers, and one without a center for all others.</summary>
    public IList<DeskOptions> Desks { get; } = [];

    /// <summary>Private or loopback hosts that webhooks may lead to, over plain http too; default none.</summary>
    public IList<string> AllowHosts { get; } = [];

    /// <summary>The mail server; without a host no mail is sent.</summary>
    public MailOptions Mail { get; set; } = new();
}

/// <summary>Who is told of requests.</summary>
internal sealed class DeskOptions
{
    /// <summary>Slug of the center; empty for whatever has no desk of its own.</summary>
    public string Center { get; set; } = "";

    /// <summary>Address of a program.</summary>
    public Uri? Webhook { get; set; }

    /// <summary>What the word to it is signed with: at least 24 characters that the program knows too.</summary>
    public string Secret { get; set; } = "";

    /// <summary>Address for mail.</summary>
    public string Mail { get; set; } = "";
}

/// <summary>A mail server.</summary>
internal sealed class MailOptions
{
    /// <summary>Its name; empty sends no mail.</summary>
    public string Host { get; set; } = "";

    /// <summary>Its port.</summary>
    [Range(1, 65_535)]
    public int Port { get; set; } = 587;

    /// <summary>How it is encrypted.</summary>
    public MailEncryption Encryption { get; set; } = MailEncryption.StartTls;

    /// <summary>Who signs in; empty for nobody.</summary>
    public string User { get; set; } = "";

    /// <summary>With what.</summary>
    public string Password { get; set; } = "";

    /// <summary>The sender.</summary>
    public string From { get; set; } = "";
}

/// <summary>How a connection to a mail server is encrypted.</summary>
internal enum MailEncryption
{
    /// <summary>From the second line on, or there is no mail.</summary>
    StartTls,

    /// <summary>From the first byte on.</summary>
    Tls,

    /// <summary>Not at all: for a server of the same machine.</summary>
    None,
}

/// <summary>Keys must be keys, and what is needed together must be there together.</summary>
internal sealed class RequestsOptionsValidation : IValidateOptions<RequestsOptions>
{
    private const int ShortestSecret = 24;

    public ValidateOptionsResult Validate(string? name, RequestsOptions options)
    {
        var wrong = new List<string>();
        foreach (var (key, setting) in options.OldKeys.Select((key, index) => (key, $"OldKeys:{index}")).Prepend((options.EncryptionKey, nameof(options.EncryptionKey))))
        {
            if (key.Length > 0 && !SealingKey.IsKey(key))
            {
                wrong.Add($"Requests:{setting} must be base64 of 32 random bytes; `openssl rand -base64 32` makes one.");
            }
        }

        foreach (var (index, desk) in options.Desks.Index())
        {
            if (desk.Webhook is { } address && !(address.IsAbsoluteUri && (address.Scheme == Uri.UriSchemeHttps || (address.Scheme == Uri.UriSchemeHttp && options.AllowHosts.Contains(address.Host)))))
            {
                wrong.Add($"Requests:Desks:{index}:Webhook must be an https address; http is for hosts in Requests:AllowHosts.");
            }

            if (desk.Webhook is not null && desk.Secret.Length < ShortestSecret)
            {
                wrong.Add($"Requests:Desks:{index}:Secret must have at least {ShortestSecret} characters: the other side knows by it that word comes from here.");
            }
        }

        if (options.Mail.Host.Length > 0 && !MimeKit.MailboxAddress.TryParse(options.Mail.From, out _))
        {
            wrong.Add("Requests:Mail:From must be a mail address if Requests:Mail:Host is set.");
        }

        return wrong.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(wrong);
    }
}
