namespace CenterDirectory.GraphQL.Language;

public ref partial struct Parser
{
    private ValueNode ParseValue(bool isConstant)
    {
        switch (token.Kind)
        {
            case TokenKind.Int:
                return new IntValueNode(token.Start, Take().Text);
            case TokenKind.Float:
                return new FloatValueNode(token.Start, Take().Text);
            case TokenKind.String:
                return new StringValueNode(token.Start, Take().Text, isBlock: false);
            case TokenKind.BlockString:
                return new StringValueNode(token.Start, Take().Text, isBlock: true);
            case TokenKind.Name:
                return ParseNamedValue();
            case TokenKind.BracketLeft:
                return ParseList(isConstant);
            case TokenKind.BraceLeft:
                return ParseObject(isConstant);
            case TokenKind.Dollar when isConstant:
                throw Error(token.Start, "A variable cannot stand here; write a constant value.");
            case TokenKind.Dollar:
                return ParseVariable();
            default:
                throw Expected("a value");
        }
    }

    private ValueNode ParseNamedValue()
    {
        var name = Take();
        return name.Text switch
        {
            "true" => new BooleanValueNode(name.Start, true),
            "false" => new BooleanValueNode(name.Start, false),
            "null" => new NullValueNode(name.Start),
            _ => new EnumValueNode(name.Start, name.Text),
        };
    }

    private ListValueNode ParseList(bool isConstant)
    {
        var start = Open(TokenKind.BracketLeft);
        var items = new List<ValueNode>();
        while (token.Kind != TokenKind.BracketRight)
        {
            items.Add(ParseValue(isConstant));
        }

        Close(TokenKind.BracketRight);
        return new ListValueNode(start, items);
    }

    private ObjectValueNode ParseObject(bool isConstant)
    {
        var start = Open(TokenKind.BraceLeft);
        var fields = new List<ObjectFieldNode>();
        while (token.Kind != TokenKind.BraceRight)
        {
            var name = ParseName();
            Expect(TokenKind.Colon);
            fields.Add(new ObjectFieldNode(name.Start, name, ParseValue(isConstant)));
        }

        Close(TokenKind.BraceRight);
        return new ObjectValueNode(start, fields);
    }

    private VariableNode ParseVariable()
    {
        var start = Expect(TokenKind.Dollar).Start;
        return new VariableNode(start, ParseName());
    }
}
