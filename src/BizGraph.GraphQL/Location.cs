namespace BizGraph.GraphQL;

/// <summary>A place in a GraphQL document.</summary>
/// <param name="Line">The line, counted from 1; CR, LF and CRLF each end one line.</param>
/// <param name="Column">The column, counted from 1 in UTF-16 code units.</param>
public readonly record struct Location(int Line, int Column)
{
    internal static Location At(string source, int position)
    {
        var line = 1;
        var lineStart = 0;
        for (var i = 0; i < position && i < source.Length; i++)
        {
            if (source[i] is not ('\n' or '\r'))
                continue;
            if (source[i] == '\r' && i + 1 < source.Length && source[i + 1] == '\n')
                i++;
            if (i >= position)
                break;
            line++;
            lineStart = i + 1;
        }
        return new Location(line, position - lineStart + 1);
    }
}
