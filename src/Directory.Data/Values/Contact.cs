using System.Text.Json.Serialization;

namespace CenterDirectory.Data.Values;

/// <summary>A public way to reach a center, service or organization.</summary>
public sealed record Contact
{
    /// <summary>Kind.</summary>
    public ContactKind Kind { get; init; } = ContactKind.Other;

    /// <summary>Number in E.164, address or account.</summary>
    public string Value { get; init; } = "";

    /// <summary>What it is for, in the source's words.</summary>
    public string? Label { get; init; }

    /// <summary>Link to use it: `tel:`, `mailto:` or the page.</summary>
    [JsonIgnore]
    public Uri? Url => Kind switch
    {
        ContactKind.Phone => Link("tel:" + Value),
        ContactKind.Email => Link("mailto:" + Value),
        _ => Value.StartsWith("https://", StringComparison.OrdinalIgnoreCase) || Value.StartsWith("http://", StringComparison.OrdinalIgnoreCase)
            ? Link(Value)
            : null,
    };

    private Uri? Link(string text) => Value.Length > 0 && Uri.TryCreate(text, UriKind.Absolute, out var link) ? link : null;
}
