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
}

/// <summary>Keys must be keys.</summary>
internal sealed class RequestsOptionsValidation : IValidateOptions<RequestsOptions>
{
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

        return wrong.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(wrong);
    }
}
