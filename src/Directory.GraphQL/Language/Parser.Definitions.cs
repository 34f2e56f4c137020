namespace CenterDirectory.GraphQL.Language;

public ref partial struct Parser
{
    private DefinitionNode ParseDefinition()
    {
        var start = token.Start;
        if (token.Kind == TokenKind.BraceLeft)
        {
            return new OperationDefinitionNode(start, null, OperationType.Query, null, [], [], ParseSelectionSet());
        }

        var description = ParseDescription();
        if (token.Kind != TokenKind.Name)
        {
            throw description is not null && token.Kind == TokenKind.BraceLeft
                ? Error(start, "A query without keyword has no description; write \"query\" between the description and the brace.")
                : Expected("an operation, a fragment or \"{\"");
        }

        return token.Text switch
        {
            "query" => ParseOperation(start, description, OperationType.Query),
            "mutation" => ParseOperation(start, description, OperationType.Mutation),
            "subscription" => ParseOperation(start, description, OperationType.Subscription),
            "fragment" => ParseFragmentDefinition(start, description),
            "schema" or "scalar" or "type" or "interface" or "union" or "enum" or "input" or "directive" or "extend" =>
                throw Error(token.Start, $"Found a type system definition (\"{token.Text}\"); a request consists of operations and fragments only."),
            _ when description is not null => throw Error(start, "A description stands only in front of an operation, a fragment or a variable."),
            _ => throw Expected("an operation, a fragment or \"{\""),
        };
    }

    private string? ParseDescription() => token.Kind is TokenKind.String or TokenKind.BlockString ? Take().Text : null;

    private OperationDefinitionNode ParseOperation(int start, string? description, OperationType operation)
    {
        Advance();
        var name = token.Kind == TokenKind.Name ? ParseName() : null;
        return new OperationDefinitionNode(
            start, description, operation, name, ParseVariableDefinitions(), ParseDirectives(isConstant: false), ParseSelectionSet());
    }

    private FragmentDefinitionNode ParseFragmentDefinition(int start, string? description)
    {
        Advance();
        if (IsKeyword("on"))
        {
            throw Error(token.Start, "A fragment cannot be named \"on\"; write its name between \"fragment\" and \"on\".");
        }

        var name = ParseName();
        ExpectKeyword("on");
        return new FragmentDefinitionNode(start, description, name, ParseNamedType(), ParseDirectives(isConstant: false), ParseSelectionSet());
    }

    private List<VariableDefinitionNode> ParseVariableDefinitions()
    {
        var definitions = new List<VariableDefinitionNode>();
        if (Accept(TokenKind.ParenLeft))
        {
            do
            {
                definitions.Add(ParseVariableDefinition());
            }
            while (!Accept(TokenKind.ParenRight));
        }

        return definitions;
    }

    private VariableDefinitionNode ParseVariableDefinition()
    {
        var start = token.Start;
        var description = ParseDescription();
        var variable = ParseVariable();
        Expect(TokenKind.Colon);
        var type = ParseType();
        var defaultValue = Accept(TokenKind.EqualsSign) ? ParseValue(isConstant: true) : null;
        return new VariableDefinitionNode(start, description, variable, type, defaultValue, ParseDirectives(isConstant: true));
    }

    private TypeNode ParseType()
    {
        var start = token.Start;
        TypeNode type;
        if (token.Kind == TokenKind.BracketLeft)
        {
            Open(TokenKind.BracketLeft);
            type = new ListTypeNode(start, ParseType());
            Close(TokenKind.BracketRight);
        }
        else
        {
            type = ParseNamedType();
        }

        return Accept(TokenKind.Bang) ? new NonNullTypeNode(start, type) : type;
    }

    private NamedTypeNode ParseNamedType()
    {
        if (token.Kind != TokenKind.Name)
        {
            throw Expected("the name of a type");
        }

        var name = Take();
        return new NamedTypeNode(name.Start, name.Text);
    }
}
