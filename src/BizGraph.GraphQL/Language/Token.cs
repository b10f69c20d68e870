namespace BizGraph.GraphQL.Language;

enum TokenKind
{
    EndOfFile,
    Bang,
    Dollar,
    Ampersand,
    ParenLeft,
    ParenRight,
    Spread,
    Colon,
    EqualSign,
    At,
    BracketLeft,
    BracketRight,
    BraceLeft,
    Pipe,
    BraceRight,
    Name,
    Int,
    Float,
    String,
    BlockString,
}

/// <summary>A lexical token (spec 2.1.6): its place in the text, and its value where it has one.</summary>
readonly record struct Token(TokenKind Kind, int Start, int End, string? Value)
{
    public string Describe() => Value is null ? Describe(Kind) : $"{Describe(Kind)} \"{Value}\"";

    public static string Describe(TokenKind kind) =>
        kind switch
        {
            TokenKind.EndOfFile => "<EOF>",
            TokenKind.Bang => "\"!\"",
            TokenKind.Dollar => "\"$\"",
            TokenKind.Ampersand => "\"&\"",
            TokenKind.ParenLeft => "\"(\"",
            TokenKind.ParenRight => "\")\"",
            TokenKind.Spread => "\"...\"",
            TokenKind.Colon => "\":\"",
            TokenKind.EqualSign => "\"=\"",
            TokenKind.At => "\"@\"",
            TokenKind.BracketLeft => "\"[\"",
            TokenKind.BracketRight => "\"]\"",
            TokenKind.BraceLeft => "\"{\"",
            TokenKind.Pipe => "\"|\"",
            TokenKind.BraceRight => "\"}\"",
            _ => kind.ToString(),
        };
}
