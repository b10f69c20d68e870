namespace BizGraph.GraphQL.Language;

/// <summary>Reads a document of executable and type system definitions (spec 2 and 3).</summary>
sealed class Parser
{
    readonly TokenReader _tokens;
    readonly ExecutableParser _executable;
    readonly TypeSystemParser _typeSystem;

    Parser(string source, ParserLimits limits)
    {
        _tokens = new TokenReader(source, limits);
        var values = new ValueParser(_tokens);
        _executable = new ExecutableParser(_tokens, values);
        _typeSystem = new TypeSystemParser(_tokens, values);
    }

    /// <exception cref="SyntaxException">The text is no document, or passes a limit.</exception>
    public static DocumentNode Parse(string source, ParserLimits? limits = null)
    {
        var parser = new Parser(source, limits ?? new ParserLimits());
        parser._tokens.Advance();
        var definitions = new List<DefinitionNode>();
        do definitions.Add(parser.Definition());
        while (!parser._tokens.Peek(TokenKind.EndOfFile));
        return new DocumentNode(source, [.. definitions], parser._tokens.Count);
    }

    /// <summary>Reads one value without variables, as a default value is written.</summary>
    public static ValueNode ParseValue(string source)
    {
        var tokens = new TokenReader(source, new ParserLimits());
        tokens.Advance();
        var value = new ValueParser(tokens).Value(isConst: true);
        tokens.Expect(TokenKind.EndOfFile);
        return value;
    }

    DefinitionNode Definition()
    {
        if (_tokens.Peek(TokenKind.BraceLeft))
            return _executable.Shorthand();
        var described = _tokens.Current.Kind is TokenKind.String or TokenKind.BlockString;
        var keyword = described ? _tokens.Lookahead() : _tokens.Current;
        if (described && keyword.Kind == TokenKind.BraceLeft)
            throw _tokens.Error(
                _tokens.Current.Start,
                "Unexpected description, descriptions are not supported for shorthand queries."
            );
        if (keyword.Kind != TokenKind.Name)
            throw _tokens.Unexpected(keyword);
        return keyword.Value switch
        {
            "query" or "mutation" or "subscription" => _executable.Operation(),
            "fragment" => _executable.Fragment(),
            "extend" when !described => _typeSystem.Extension(),
            _ => _typeSystem.Definition(keyword) ?? throw (described ? NotDescribable() : _tokens.Unexpected(keyword)),
        };
    }

    SyntaxException NotDescribable() =>
        _tokens.Error(_tokens.Current.Start, "Unexpected description, only GraphQL definitions support descriptions.");
}
