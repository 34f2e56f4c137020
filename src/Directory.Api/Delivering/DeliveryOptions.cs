using Microsoft.Extensions.Options;

namespace CenterDirectory.Api.Delivering;

/// <summary>Who is told of what happens: section <c>Delivery</c> of the configuration.</summary>
internal sealed class DeliveryOptions
{
    /// <summary>Name of the section.</summary>
    public const string Section = "Delivery";

    /// <summary>Desks of centers, and one without a center for all others.</summary>
    public IList<DeskOptions> Desks { get; } = [];

    /// <summary>Private or loopback hosts that webhooks may lead to, over plain http too; default none.</summary>
    public IList<string> AllowHosts { get; } = [];

    /// <summary>The desk of a center, or the general one; null if there is neither.</summary>
    /// <param name="center">Slug of the center; null for what no center has.</param>
    public DeskOptions? DeskOf(string? center) =>
        Desks.FirstOrDefault(desk => desk.Center.Length > 0 && desk.Center == center) ?? Desks.FirstOrDefault(desk => desk.Center.Length == 0);
}

/// <summary>Somebody who is told.</summary>
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

/// <summary>What is needed together must be there together.</summary>
internal sealed class DeliveryOptionsValidation : IValidateOptions<DeliveryOptions>
{
    private const int ShortestSecret = 24;

    public ValidateOptionsResult Validate(string? name, DeliveryOptions options)
    {
        var wrong = new List<string>();
        foreach (var (index, desk) in options.Desks.Index())
        {
            if (desk.Webhook is { } address && !(address.IsAbsoluteUri && (address.Scheme == Uri.UriSchemeHttps || (address.Scheme == Uri.UriSchemeHttp && options.AllowHosts.Contains(address.Host)))))
            {
                wrong.Add($"Delivery:Desks:{index}:Webhook must be an https address; http is for hosts in Delivery:AllowHosts.");
            }

            if (desk.Webhook is not null && desk.Secret.Length < ShortestSecret)
            {
                wrong.Add($"Delivery:Desks:{index}:Secret must have at least {ShortestSecret} characters: the other side knows by it that word comes from here.");
            }

            if (desk.Mail.Length > 0 && !MailPost.IsAddress(desk.Mail, out _))
            {
                wrong.Add($"Delivery:Desks:{index}:Mail must be a mail address.");
            }
        }

        return wrong.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(wrong);
    }
}
