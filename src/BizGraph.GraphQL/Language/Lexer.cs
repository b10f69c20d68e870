namespace BizGraph.GraphQL.Language;

/// <summary>Cuts a document into tokens (spec 2.1). Whitespace, commas, comments and byte order marks are skipped.</summary>
sealed class Lexer(string source)
{
    int _position;

    /// <summary>The next token; at the end of the text always <see cref="TokenKind.EndOfFile"/>.</summary>
    public Token Next()
    {
        SkipIgnored();
        var start = _position;
        if (start >= source.Length)
            return new Token(TokenKind.EndOfFile, source.Length, source.Length, null);
        var c = source[start];
        var punctuator = Punctuator(c);
        if (punctuator != TokenKind.EndOfFile)
            return Take(punctuator, start + 1, null);
        if (Characters.IsNameStart(c))
            return ReadName(start);
        if (c == '.' && At(start + 1) == '.' && At(start + 2) == '.')
            return Take(TokenKind.Spread, start + 3, null);
        if (c == '"')
            return ReadText(start);
        if (c == '-' || Characters.IsDigit(c))
            return ReadNumber(start);
        throw Unexpected(start, c);
    }

    int At(int i) => i < source.Length ? source[i] : -1;

    Token Take(TokenKind kind, int end, string? value)
    {
        var token = new Token(kind, _position, end, value);
        _position = end;
        return token;
    }

    void SkipIgnored()
    {
        while (_position < source.Length)
        {
            var c = source[_position];
            if (c is ' ' or '\t' or '\n' or '\r' or ',' or '\uFEFF')
                _position++;
            else if (c == '#')
                SkipComment();
            else
                return;
        }
    }

    void SkipComment()
    {
        _position++;
        while (_position < source.Length && source[_position] is not ('\n' or '\r'))
        {
            var width = Characters.Width(source, _position);
            if (width == 0)
                return;
            _position += width;
        }
    }

    static TokenKind Punctuator(char c) =>
        c switch
        {
            '!' => TokenKind.Bang,
            '$' => TokenKind.Dollar,
            '&' => TokenKind.Ampersand,
            '(' => TokenKind.ParenLeft,
            ')' => TokenKind.ParenRight,
            ':' => TokenKind.Colon,
            '=' => TokenKind.EqualSign,
            '@' => TokenKind.At,
            '[' => TokenKind.BracketLeft,
            ']' => TokenKind.BracketRight,
            '{' => TokenKind.BraceLeft,
            '|' => TokenKind.Pipe,
            '}' => TokenKind.BraceRight,
            _ => TokenKind.EndOfFile,
        };

    Token ReadName(int start)
    {
        var end = start + 1;
        while (end < source.Length && Characters.IsNameContinue(source[end]))
            end++;
        return Take(TokenKind.Name, end, source[start..end]);
    }

    Token ReadNumber(int start)
    {
        var isFloat = false;
        var i = At(start) == '-' ? start + 1 : start;
        if (At(i) == '0')
        {
            i++;
            if (Characters.IsDigit(At(i)))
                throw Error(i, $"Invalid number, unexpected digit after 0: {Characters.Describe(source, i)}.");
        }
        else
            i = ReadDigits(i);
        if (At(i) == '.')
        {
            isFloat = true;
            i = ReadDigits(i + 1);
        }
        if (At(i) is 'e' or 'E')
        {
            isFloat = true;
            i++;
            i = ReadDigits(At(i) is '+' or '-' ? i + 1 : i);
        }
        if (At(i) == '.' || Characters.IsNameStart(At(i)))
            throw ExpectedDigit(i);
        return Take(isFloat ? TokenKind.Float : TokenKind.Int, i, source[start..i]);
    }

    int ReadDigits(int i)
    {
        if (!Characters.IsDigit(At(i)))
            throw ExpectedDigit(i);
        while (Characters.IsDigit(At(i)))
            i++;
        return i;
    }

    Token ReadText(int start)
    {
        var isBlock = At(start + 1) == '"' && At(start + 2) == '"';
        var (value, end) = isBlock ? BlockStrings.Read(source, start) : QuotedStrings.Read(source, start);
        return Take(isBlock ? TokenKind.BlockString : TokenKind.String, end, value);
    }

    SyntaxException ExpectedDigit(int i) =>
        Error(i, $"Invalid number, expected digit but found: {Characters.Describe(source, i)}.");

    SyntaxException Unexpected(int i, char c)
    {
        if (c == '\'')
            return Error(i, "Unexpected single quote character ('), did you mean to use a double quote (\")?");
        var kind = Characters.Width(source, i) > 0 ? "Unexpected" : "Invalid";
        return Error(i, $"{kind} character: {Characters.Describe(source, i)}.");
    }

    SyntaxException Error(int i, string message) => new(source, i, message);
}
