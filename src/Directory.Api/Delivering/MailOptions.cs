using System.ComponentModel.DataAnnotations;
using Microsoft.Extensions.Options;

namespace CenterDirectory.Api.Delivering;

/// <summary>The mail server: section <c>Delivery:Mail</c> of the configuration.</summary>
internal sealed class MailOptions
{
    /// <summary>Name of the section.</summary>
    public const string Section = "Delivery:Mail";

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

/// <summary>A server alone sends nothing.</summary>
internal sealed class MailOptionsValidation : IValidateOptions<MailOptions>
{
    public ValidateOptionsResult Validate(string? name, MailOptions options) => options.Host.Length > 0 && !MailPost.IsAddress(options.From, out _)
        ? ValidateOptionsResult.Fail("Delivery:Mail:From must be a mail address if Delivery:Mail:Host is set.")
        : ValidateOptionsResult.Success;
}
