namespace CenterDirectory.Importers.Mapping;

/// <summary>Addresses of pages and mailboxes as people type them.</summary>
internal static class WebText
{
    /// <summary>A page's address; without a scheme it is taken for https.</summary>
    public static bool TryReadUrl(string text, out string? url)
    {
        url = null;
        var whole = text.Contains("://", StringComparison.Ordinal) ? text : "https://" + text;
        if (whole.Any(char.IsWhiteSpace)
            || !Uri.TryCreate(whole, UriKind.Absolute, out var uri)
            || (uri.Scheme != Uri.UriSchemeHttps && uri.Scheme != Uri.UriSchemeHttp)
            || !uri.Host.Contains('.', StringComparison.Ordinal)
            || uri.UserInfo.Length > 0)
        {
            return false;
        }

        url = uri.AbsoluteUri;
        return true;
    }

    /// <summary>A mailbox; the domain in small letters.</summary>
    public static bool TryReadEmail(string text, out string? email)
    {
        const string Scheme = "mailto:";
        var address = text.StartsWith(Scheme, StringComparison.OrdinalIgnoreCase) ? text[Scheme.Length..] : text;
        var at = address.IndexOf('@', StringComparison.Ordinal);
        var domain = address[(at + 1)..];
        var isAddress = at > 0
            && !domain.Contains('@', StringComparison.Ordinal)
            && domain.Contains('.', StringComparison.Ordinal)
            && domain[0] != '.' && domain[^1] != '.'
            && !address.Any(symbol => char.IsWhiteSpace(symbol) || symbol is ',' or ';' or '<' or '>' or '"' or '(' or ')');
        email = isAddress ? $"{address[..at]}@{domain.ToLowerInvariant()}" : null;
        return isAddress;
    }
}
