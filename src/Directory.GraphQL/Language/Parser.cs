namespace CenterDirectory.GraphQL.Language;

/// <summary>Recursive descent over executable documents (chapter 2); each method stands for the production of its name.</summary>
/// <remarks>One token is read ahead, so an error is reported at the token that cannot continue what came before it.</remarks>
public ref partial struct Parser
{
    private readonly string source;
    private readonly ParserLimits limits;
    private Lexer lexer;
    private Token token;
    private int tokens;
    private int nesting;

    private Parser(string source, ParserLimits limits)
    {
        this.source = source;
        this.limits = limits;
        lexer = new Lexer(source);
        Advance();
    }

    /// <summary>Parses a document.</summary>
    /// <exception cref="GraphQLSyntaxException">It is not an executable document, or exceeds the limits.</exception>
    public static DocumentNode Parse(string source, ParserLimits limits)
    {
        var parser = new Parser(source, limits);
        var definitions = new List<DefinitionNode>();
        do
        {
            definitions.Add(parser.ParseDefinition());
        }
        while (parser.token.Kind != TokenKind.End);

        return new DocumentNode(source, definitions);
    }

    /// <summary>Parses a constant as a document would write it, e.g. the default of an argument.</summary>
    public static ValueNode ParseValue(string source)
    {
        var parser = new Parser(source, ParserLimits.Default);
        var value = parser.ParseValue(isConstant: true);
        parser.Expect(TokenKind.End);
        return value;
    }

    /// <summary>Parses a reference to a type, e.g. <c>[Int!]</c>.</summary>
    public static TypeNode ParseType(string source)
    {
        var parser = new Parser(source, ParserLimits.Default);
        var type = parser.ParseType();
        parser.Expect(TokenKind.End);
        return type;
    }

    private void Advance()
    {
        token = lexer.Next();
        if (token.Kind != TokenKind.End && ++tokens > limits.MaxTokens)
        {
            throw GraphQLSyntaxException.OverLimit(source, token.Start, "tokens", tokens, limits.MaxTokens);
        }
    }

    private Token Take()
    {
        var taken = token;
        Advance();
        return taken;
    }

    private Token Expect(TokenKind kind)
    {
        if (token.Kind != kind)
        {
            throw Expected(Token.Describe(kind));
        }

        return Take();
    }

    private bool Accept(TokenKind kind)
    {
        if (token.Kind != kind)
        {
            return false;
        }

        Advance();
        return true;
    }

    private void ExpectKeyword(string keyword)
    {
        if (!IsKeyword(keyword))
        {
            throw Expected($"\"{keyword}\"");
        }

        Advance();
    }

    private readonly bool IsKeyword(string keyword) => token.Kind == TokenKind.Name && token.Text == keyword;

    /// <summary>Takes an opening brace or bracket; what lies between it and <see cref="Close"/> is one level deeper.</summary>
    private int Open(TokenKind kind)
    {
        var start = token.Start;
        if (token.Kind == kind && ++nesting > limits.MaxNesting)
        {
            throw GraphQLSyntaxException.OverLimit(source, start, "nested levels", nesting, limits.MaxNesting);
        }

        Expect(kind);
        return start;
    }

    private void Close(TokenKind kind)
    {
        Expect(kind);
        nesting--;
    }

    private NameNode ParseName()
    {
        var name = Expect(TokenKind.Name);
        return new NameNode(name.Start, name.Text);
    }

    private readonly GraphQLSyntaxException Expected(string expected) => Error(token.Start, $"Expected {expected}, found {token}.");

    private readonly GraphQLSyntaxException Error(int offset, string message) => new(source, offset, message);
}
