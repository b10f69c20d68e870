namespace BizGraph.GraphQL.Language;

/// <summary>Names, values, type references, arguments and directives: what both halves of the grammar share.</summary>
sealed class ValueParser(TokenReader tokens)
{
    public NameNode Name()
    {
        var token = tokens.Expect(TokenKind.Name);
        return new NameNode(token.Start, token.Value!);
    }

    public NamedTypeNode NamedType()
    {
        var name = Name();
        return new NamedTypeNode(name.Start, name.Value);
    }

    /// <summary>A description (spec 2.2), or null where none stands.</summary>
    public string? Description()
    {
        if (tokens.Current.Kind is not (TokenKind.String or TokenKind.BlockString))
            return null;
        var text = tokens.Current.Value;
        tokens.Advance();
        return text;
    }

    public TypeNode Type()
    {
        var start = tokens.Current.Start;
        TypeNode type;
        if (tokens.TryTake(TokenKind.BracketLeft))
        {
            tokens.Enter();
            var item = Type();
            tokens.Expect(TokenKind.BracketRight);
            tokens.Leave();
            type = new ListTypeNode(start, item);
        }
        else
            type = NamedType();
        return tokens.TryTake(TokenKind.Bang) ? new NonNullTypeNode(start, type) : type;
    }

    public ArgumentNode[] Arguments(bool isConst) =>
        tokens.OptionalMany(TokenKind.ParenLeft, () => Argument(isConst), TokenKind.ParenRight);

    public DirectiveNode[] Directives(bool isConst)
    {
        if (!tokens.Peek(TokenKind.At))
            return [];
        var directives = new List<DirectiveNode>();
        while (tokens.Peek(TokenKind.At))
        {
            var start = tokens.Current.Start;
            tokens.Advance();
            directives.Add(new DirectiveNode(start, Name(), Arguments(isConst)));
        }
        return [.. directives];
    }

    public VariableNode Variable()
    {
        var start = tokens.Expect(TokenKind.Dollar).Start;
        return new VariableNode(start, Name());
    }

    public ValueNode Value(bool isConst)
    {
        var token = tokens.Current;
        switch (token.Kind)
        {
            case TokenKind.BracketLeft:
                return List(isConst);
            case TokenKind.BraceLeft:
                return Object(isConst);
            case TokenKind.Dollar:
                return isConst ? throw VariableInConstant() : Variable();
            default:
                var value = Scalar(token) ?? throw tokens.Unexpected();
                tokens.Advance();
                return value;
        }
    }

    ArgumentNode Argument(bool isConst)
    {
        var name = Name();
        tokens.Expect(TokenKind.Colon);
        return new ArgumentNode(name.Start, name, Value(isConst));
    }

    static ValueNode? Scalar(Token token) =>
        token.Kind switch
        {
            TokenKind.Int => new IntValueNode(token.Start, token.Value!),
            TokenKind.Float => new FloatValueNode(token.Start, token.Value!),
            TokenKind.String => new StringValueNode(token.Start, token.Value!),
            TokenKind.BlockString => new StringValueNode(token.Start, token.Value!, isBlock: true),
            TokenKind.Name when token.Value is "true" or "false" => new BooleanValueNode(token.Start, token.Value == "true"),
            TokenKind.Name when token.Value == "null" => new NullValueNode(token.Start),
            TokenKind.Name => new EnumValueNode(token.Start, token.Value!),
            _ => null,
        };

    ListValueNode List(bool isConst)
    {
        var start = tokens.Current.Start;
        tokens.Enter();
        var items = tokens.Any(TokenKind.BracketLeft, () => Value(isConst), TokenKind.BracketRight);
        tokens.Leave();
        return new ListValueNode(start, items);
    }

    ObjectValueNode Object(bool isConst)
    {
        var start = tokens.Current.Start;
        tokens.Enter();
        var fields = tokens.Any(TokenKind.BraceLeft, () => ObjectField(isConst), TokenKind.BraceRight);
        tokens.Leave();
        return new ObjectValueNode(start, fields);
    }

    ObjectFieldNode ObjectField(bool isConst)
    {
        var name = Name();
        tokens.Expect(TokenKind.Colon);
        return new ObjectFieldNode(name.Start, name, Value(isConst));
    }

    SyntaxException VariableInConstant()
    {
        var dollar = tokens.Expect(TokenKind.Dollar);
        return tokens.Peek(TokenKind.Name)
            ? tokens.Error(dollar.Start, $"Unexpected variable \"${tokens.Current.Value}\" in constant value.")
            : tokens.Unexpected(dollar);
    }
}
