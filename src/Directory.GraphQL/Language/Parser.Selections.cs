namespace CenterDirectory.GraphQL.Language;

public ref partial struct Parser
{
    private SelectionSetNode ParseSelectionSet()
    {
        var start = Open(TokenKind.BraceLeft);
        var selections = new List<SelectionNode>();
        do
        {
            selections.Add(ParseSelection());
        }
        while (token.Kind != TokenKind.BraceRight);

        Close(TokenKind.BraceRight);
        return new SelectionSetNode(start, selections);
    }

    private SelectionNode ParseSelection() => token.Kind switch
    {
        TokenKind.Name => ParseField(),
        TokenKind.Spread => ParseFragment(),
        _ => throw Expected("a field or a fragment"),
    };

    private FieldNode ParseField()
    {
        var nameOrAlias = ParseName();
        var alias = Accept(TokenKind.Colon) ? nameOrAlias : null;
        var name = alias is null ? nameOrAlias : ParseName();
        return new FieldNode(
            nameOrAlias.Start,
            alias,
            name,
            ParseArguments(isConstant: false),
            ParseDirectives(isConstant: false),
            token.Kind == TokenKind.BraceLeft ? ParseSelectionSet() : null);
    }

    /// <summary><c>...Name</c>, <c>... on Type { }</c> or <c>... { }</c>; that is why no fragment can be named <c>on</c>.</summary>
    private SelectionNode ParseFragment()
    {
        var start = Expect(TokenKind.Spread).Start;
        if (token.Kind == TokenKind.Name && token.Text != "on")
        {
            return new FragmentSpreadNode(start, ParseName(), ParseDirectives(isConstant: false));
        }

        NamedTypeNode? typeCondition = null;
        if (IsKeyword("on"))
        {
            Advance();
            typeCondition = ParseNamedType();
        }

        return new InlineFragmentNode(start, typeCondition, ParseDirectives(isConstant: false), ParseSelectionSet());
    }

    private List<ArgumentNode> ParseArguments(bool isConstant)
    {
        var arguments = new List<ArgumentNode>();
        if (Accept(TokenKind.ParenLeft))
        {
            do
            {
                var name = ParseName();
                Expect(TokenKind.Colon);
                arguments.Add(new ArgumentNode(name.Start, name, ParseValue(isConstant)));
            }
            while (!Accept(TokenKind.ParenRight));
        }

        return arguments;
    }

    private List<DirectiveNode> ParseDirectives(bool isConstant)
    {
        var directives = new List<DirectiveNode>();
        while (token.Kind == TokenKind.At)
        {
            var start = Take().Start;
            directives.Add(new DirectiveNode(start, ParseName(), ParseArguments(isConstant)));
        }

        return directives;
    }
}
