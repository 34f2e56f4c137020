namespace CenterDirectory.GraphQL.Language;

/// <summary>How large a document may be.</summary>
/// <param name="MaxTokens">Tokens, comments not counted; default 2,000.</param>
/// <param name="MaxNesting">
/// Braces and brackets open at one place; default 200. The parser is recursive: this is what keeps it within its stack.
/// </param>
public sealed record ParserLimits(int MaxTokens = 2_000, int MaxNesting = 200)
{
    /// <summary>The limits for documents of clients.</summary>
    public static ParserLimits Default { get; } = new();
}
