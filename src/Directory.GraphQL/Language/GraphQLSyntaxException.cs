using CenterDirectory.GraphQL.Execution;

namespace CenterDirectory.GraphQL.Language;

/// <summary>A text is not a GraphQL document, or a larger one than is accepted.</summary>
public sealed class GraphQLSyntaxException : Exception
{
    internal GraphQLSyntaxException(string source, int offset, string message)
        : base(message)
    {
        Offset = offset;
        Location = SourceLocation.Of(source, offset);
        Code = ErrorCodes.ParseFailed;
    }

    /// <summary>Offset of the UTF-16 unit where it went wrong.</summary>
    public int Offset { get; }

    /// <summary>Line and column of <see cref="Offset"/>.</summary>
    public SourceLocation Location { get; }

    /// <summary><see cref="ErrorCodes.ParseFailed"/> or <see cref="ErrorCodes.LimitExceeded"/>.</summary>
    public string Code { get; private init; }

    /// <summary>For a limit its name, the number reached and the maximum.</summary>
    public IReadOnlyDictionary<string, object?>? Extensions { get; private init; }

    /// <summary>The error as a response reports it.</summary>
    public GraphQLError ToError() => new(Message, Code, [Location], Path: null, Extensions);

    /// <summary>A limit is exceeded; <paramref name="actual"/> is what was reached when parsing stopped, the document may hold more.</summary>
    internal static GraphQLSyntaxException OverLimit(string source, int offset, string limit, int actual, int maximum) =>
        new(source, offset, $"The document exceeds the limit of {maximum} {limit}; ask for less in one request.")
        {
            Code = ErrorCodes.LimitExceeded,
            Extensions = new Dictionary<string, object?> { ["limit"] = limit, ["actual"] = actual, ["maximum"] = maximum },
        };
}
