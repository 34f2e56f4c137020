namespace CenterDirectory.Importers.Formats.Syndication;

/// <summary>Names of authors. A mailbox beside or in place of one is not taken: it is the person's.</summary>
internal static class AuthorName
{
    /// <summary>The name in <c>mail@site.example (Name)</c> and <c>Name &lt;mail@site.example&gt;</c>; null if there is only a mailbox.</summary>
    public static string? Of(string text)
    {
        var words = text.Split([' ', '(', ')', '<', '>'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
            .Where(word => !word.Contains('@', StringComparison.Ordinal));
        var name = text.Contains('@', StringComparison.Ordinal) ? string.Join(' ', words) : text;
        return name.Length == 0 ? null : name;
    }
}
