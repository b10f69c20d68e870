namespace BizGraph.GraphQL.Language;

/// <summary>What a document may contain before reading stops.</summary>
/// <param name="Tokens">The most tokens, comments not counted.</param>
/// <param name="Nesting">How deep selection sets, values and list types may nest.</param>
/// <param name="Fields">The most fields that the document may select, as written.</param>
sealed record ParserLimits(int Tokens = 10_000, int Nesting = 200, int Fields = 2_048);

/// <summary>Reads tokens one by one, with one token of lookahead, and holds the limits.</summary>
sealed class TokenReader(string source, ParserLimits limits)
{
    readonly Lexer _lexer = new(source);
    Token? _ahead;
    int _taken;
    int _depth;
    int _fields;

    public Token Current { get; private set; }

    public string Source => source;

    /// <summary>How many tokens were read.</summary>
    public int Count => _taken;

    public void Advance()
    {
        Current = _ahead ?? _lexer.Next();
        _ahead = null;
        if (Current.Kind != TokenKind.EndOfFile && ++_taken > limits.Tokens)
            throw Error(Current.Start, $"Document contains more than {limits.Tokens} tokens. Parsing aborted.");
    }

    public Token Lookahead() => _ahead ??= Current.Kind == TokenKind.EndOfFile ? Current : _lexer.Next();

    public bool Peek(TokenKind kind) => Current.Kind == kind;

    public Token Expect(TokenKind kind)
    {
        var token = Current;
        if (token.Kind != kind)
            throw Error(token.Start, $"Expected {Token.Describe(kind)}, found {token.Describe()}.");
        Advance();
        return token;
    }

    public bool TryTake(TokenKind kind)
    {
        if (Current.Kind != kind)
            return false;
        Advance();
        return true;
    }

    public bool PeekKeyword(string keyword) => Current.Kind == TokenKind.Name && Current.Value == keyword;

    public void ExpectKeyword(string keyword)
    {
        if (!TryTakeKeyword(keyword))
            throw Error(Current.Start, $"Expected \"{keyword}\", found {Current.Describe()}.");
    }

    public bool TryTakeKeyword(string keyword)
    {
        if (!PeekKeyword(keyword))
            return false;
        Advance();
        return true;
    }

    /// <summary>Items between two tokens, at least one.</summary>
    public T[] Many<T>(TokenKind open, Func<T> item, TokenKind close)
    {
        Expect(open);
        return Rest([item()], item, close);
    }

    /// <summary>Items between two tokens where the first one is there, and then at least one; else none.</summary>
    public T[] OptionalMany<T>(TokenKind open, Func<T> item, TokenKind close) => Peek(open) ? Many(open, item, close) : [];

    /// <summary>Items between two tokens, possibly none.</summary>
    public T[] Any<T>(TokenKind open, Func<T> item, TokenKind close)
    {
        Expect(open);
        return Rest([], item, close);
    }

    T[] Rest<T>(List<T> items, Func<T> item, TokenKind close)
    {
        while (!TryTake(close))
            items.Add(item());
        return [.. items];
    }

    /// <summary>Items with a delimiter between them, which may stand before the first one too.</summary>
    public T[] Delimited<T>(TokenKind delimiter, Func<T> item)
    {
        TryTake(delimiter);
        var items = new List<T>();
        do items.Add(item());
        while (TryTake(delimiter));
        return [.. items];
    }

    public void Enter()
    {
        if (++_depth > limits.Nesting)
            throw Error(Current.Start, $"Document is nested deeper than {limits.Nesting} levels. Parsing aborted.");
    }

    public void Leave() => _depth--;

    public void CountField()
    {
        if (++_fields > limits.Fields)
            throw Error(Current.Start, $"Document contains more than {limits.Fields} fields. Parsing aborted.");
    }

    public SyntaxException Unexpected() => Unexpected(Current);

    public SyntaxException Unexpected(Token token) => Error(token.Start, $"Unexpected {token.Describe()}.");

    public SyntaxException Error(int position, string message) => new(source, position, message);
}
