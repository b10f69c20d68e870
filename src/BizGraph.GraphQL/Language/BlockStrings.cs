using System.Text;

namespace BizGraph.GraphQL.Language;

/// <summary>Block strings and their common indentation (spec 2.9.4, BlockStringValue).</summary>
static class BlockStrings
{
    public static (string Value, int End) Read(string source, int start)
    {
        var lines = new List<string>();
        var line = new StringBuilder();
        var i = start + 3;
        while (i < source.Length)
        {
            if (IsQuotes(source, i))
            {
                lines.Add(line.ToString());
                return (Dedent(lines), i + 3);
            }
            if (source[i] == '\\' && IsQuotes(source, i + 1))
            {
                line.Append("\"\"\"");
                i += 4;
            }
            else if (source[i] is '\n' or '\r')
            {
                lines.Add(line.ToString());
                line.Clear();
                i += source[i] == '\r' && i + 1 < source.Length && source[i + 1] == '\n' ? 2 : 1;
            }
            else
                i += AppendCharacter(line, source, i);
        }
        throw new SyntaxException(source, i, "Unterminated string.");
    }

    static int AppendCharacter(StringBuilder line, string source, int i)
    {
        var width = Characters.Width(source, i);
        if (width == 0)
            throw new SyntaxException(source, i, $"Invalid character within String: {Characters.Describe(source, i)}.");
        line.Append(source, i, width);
        return width;
    }

    static bool IsQuotes(string source, int i) => string.CompareOrdinal(source, i, "\"\"\"", 0, 3) == 0;

    static string Dedent(List<string> lines)
    {
        var indent = int.MaxValue;
        var first = -1;
        var last = -1;
        for (var i = 0; i < lines.Count; i++)
        {
            var leading = LeadingWhitespace(lines[i]);
            if (leading == lines[i].Length)
                continue;
            if (first < 0)
                first = i;
            last = i;
            if (i > 0)
                indent = Math.Min(indent, leading);
        }
        if (first < 0)
            return "";
        var kept = lines.Skip(first).Take(last - first + 1).Select((line, i) => first + i == 0 ? line : Cut(line, indent));
        return string.Join('\n', kept);
    }

    static string Cut(string line, int indent) => line.Length <= indent ? "" : line[indent..];

    static int LeadingWhitespace(string line)
    {
        var i = 0;
        while (i < line.Length && line[i] is (' ' or '\t'))
            i++;
        return i;
    }
}
