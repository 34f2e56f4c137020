using System.Collections.Frozen;
using System.Text.Json;

namespace CenterDirectory.Importers.Resolving.Rules;

/// <summary>Telephones, addresses of mail and of sites.</summary>
internal sealed partial class FactsReader
{
    private static void AddContacts(ref Utf8JsonReader reader, MatchFacts facts)
    {
        var depth = reader.CurrentDepth;
        while (reader.Read() && reader.CurrentDepth > depth)
        {
            if (reader.TokenType == JsonTokenType.PropertyName && reader.ValueTextEquals("value"u8) && reader.Read() && reader.TokenType == JsonTokenType.String)
            {
                AddContact(reader.GetString()!, facts);
            }
        }
    }

    /// <summary>Ten digits are a telephone; the rest is an address without what all have.</summary>
    private static void AddContact(string text, MatchFacts facts)
    {
        if (!HasLetter(text))
        {
            AddPhone(text, facts);
            return;
        }

        var address = text.Trim().ToLowerInvariant();
        address = address[(address.IndexOf("://", StringComparison.Ordinal) is var scheme and >= 0 ? scheme + 3 : 0)..].TrimEnd('/');
        address = address.StartsWith("www.", StringComparison.Ordinal) ? address[4..] : address;
        var path = address.IndexOf('/', StringComparison.Ordinal);
        address = path > 0 && !SharedHosts.Contains(address[..path]) ? address[..path] : address;
        if (address.Length > 0 && !SharedHosts.Contains(address))
        {
            facts.AddContact(address);
        }
    }

    private static bool HasLetter(string text)
    {
        foreach (var symbol in text)
        {
            if (char.IsLetter(symbol))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>The last ten digits, from the last one on.</summary>
    private static void AddPhone(string text, MatchFacts facts)
    {
        const int DigitsOfPhone = 10;
        Span<char> digits = stackalloc char[DigitsOfPhone];
        var missing = DigitsOfPhone;
        for (var at = text.Length - 1; at >= 0 && missing > 0; at--)
        {
            if (char.IsAsciiDigit(text[at]))
            {
                digits[--missing] = text[at];
            }
        }

        if (missing == 0)
        {
            facts.AddContact(new string(digits));
        }
    }

    private static readonly FrozenSet<string> SharedHosts = new[] { "vk.com", "ok.ru", "t.me", "facebook.com", "instagram.com", "youtube.com", "dobro.ru", "max.ru" }
        .ToFrozenSet(StringComparer.Ordinal);
}
