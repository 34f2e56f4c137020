using CenterDirectory.Api.Pages.Entries;
using CenterDirectory.Data.Values;

namespace CenterDirectory.Api.Tests.Pages.Entries;

/// <summary>What becomes a link, and what stays words.</summary>
public sealed class PhraseTests
{
    [Theory]
    [InlineData("https://example.org/путь?a=1", "https://example.org/%D0%BF%D1%83%D1%82%D1%8C?a=1")]
    [InlineData("http://example.org/", "http://example.org/")]
    [InlineData("javascript:alert(1)", null)]
    [InlineData("JaVaScRiPt:alert(1)", null)]
    [InlineData("data:text/html,<script>alert(1)</script>", null)]
    [InlineData("vbscript:x", null)]
    [InlineData("//example.org/x", null)]
    [InlineData("relative", null)]
    public void Only_addresses_of_the_web_are_links(string address, string? expected) =>
        Assert.Equal(expected, Phrase.Link(new Uri(address, UriKind.RelativeOrAbsolute)).Address);

    [Theory]
    [InlineData(ContactKind.Phone, "+73432000001", "tel:+73432000001")]
    [InlineData(ContactKind.Phone, "+7 (343) 200-00-01 доб. 5", "tel:+734320000015")]
    [InlineData(ContactKind.Phone, "javascript:alert", null)]
    [InlineData(ContactKind.Email, "a.b@example.org", "mailto:a.b@example.org")]
    [InlineData(ContactKind.Email, "a@example.org?bcc=x@y.z", null)]
    [InlineData(ContactKind.Email, "a?subject=x@example.org", "mailto:a%3Fsubject%3Dx@example.org")]
    [InlineData(ContactKind.Email, "нет", null)]
    [InlineData(ContactKind.SocialNetwork, "https://vk.com/club", "https://vk.com/club")]
    [InlineData(ContactKind.SocialNetwork, "javascript:alert(1)//https://", null)]
    [InlineData(ContactKind.Messenger, "@name", null)]
    public void Contacts_are_links_as_far_as_they_can_be_used(ContactKind kind, string value, string? expected) =>
        Assert.Equal(expected, Phrase.Contact(new Contact { Kind = kind, Value = value }).Address);
}
