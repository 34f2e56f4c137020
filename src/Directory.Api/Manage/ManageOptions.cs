using System.ComponentModel.DataAnnotations;
using Microsoft.Extensions.Options;

namespace CenterDirectory.Api.Manage;

/// <summary>The site for those who answer for centers: section <c>Manage</c> of the configuration.</summary>
internal sealed class ManageOptions
{
    /// <summary>Name of the section.</summary>
    public const string Section = "Manage";

    /// <summary>Bytes of a key that signs.</summary>
    public const int KeyBytes = 32;

    /// <summary>Base64 of 32 random bytes that sign cookies and forms, the same in all processes. A secret. Without it the key lies in <see cref="KeyFile"/>.</summary>
    public string SigningKey { get; set; } = "";

    /// <summary>File of the key if none is configured; made at the first sign-in.</summary>
    [Required]
    public string KeyFile { get; set; } = "data/manage.key";

    /// <summary>Hours without a request after which one has to sign in again.</summary>
    [Range(1, 168)]
    public int IdleHours { get; set; } = 12;

    /// <summary>Hours after which one has to sign in again in any case.</summary>
    [Range(1, 2_160)]
    public int SessionHours { get; set; } = 168;

    /// <summary>Wrong keys in a row that one client may try.</summary>
    [Range(1, 1_000_000)]
    public int SignInBurst { get; set; } = 10;

    /// <summary>Tries that come back to it each minute.</summary>
    [Range(1, 1_000_000)]
    public int SignInsPerMinute { get; set; } = 5;
}

/// <summary>A key that signs must be one.</summary>
internal sealed class ManageOptionsValidation : IValidateOptions<ManageOptions>
{
    public ValidateOptionsResult Validate(string? name, ManageOptions options)
    {
        var key = new byte[ManageOptions.KeyBytes * 2];
        return options.SigningKey.Length == 0 || (Convert.TryFromBase64String(options.SigningKey, key, out var length) && length == ManageOptions.KeyBytes)
            ? ValidateOptionsResult.Success
            : ValidateOptionsResult.Fail("Manage:SigningKey is not the base64 of 32 bytes; make one with: openssl rand -base64 32");
    }
}
