using System.Text;

namespace BizGraph.GraphQL.Language;

/// <summary>Strings in single quotes marks, with their escapes (spec 2.9.4).</summary>
static class QuotedStrings
{
    public static (string Value, int End) Read(string source, int start)
    {
        var i = start + 1;
        var chunk = i;
        StringBuilder? text = null;
        while (i < source.Length && source[i] is not ('\n' or '\r'))
        {
            if (source[i] == '"')
            {
                var last = source.AsSpan(chunk, i - chunk);
                return (text is null ? last.ToString() : text.Append(last).ToString(), i + 1);
            }
            if (source[i] == '\\')
            {
                text ??= new StringBuilder();
                text.Append(source, chunk, i - chunk);
                i = chunk = ReadEscape(source, i, text);
                continue;
            }
            var width = Characters.Width(source, i);
            if (width == 0)
                throw new SyntaxException(source, i, $"Invalid character within String: {Characters.Describe(source, i)}.");
            i += width;
        }
        throw new SyntaxException(source, i, "Unterminated string.");
    }

    static int ReadEscape(string source, int i, StringBuilder text)
    {
        var c = At(source, i + 1);
        if (c == 'u')
            return At(source, i + 2) == '{' ? ReadBracedUnicode(source, i, text) : ReadFixedUnicode(source, i, text);
        var value = c switch
        {
            '"' or '\\' or '/' => (char)c,
            'b' => '\b',
            'f' => '\f',
            'n' => '\n',
            'r' => '\r',
            't' => '\t',
            _ => throw new SyntaxException(source, i, $"Invalid character escape sequence: \"{Slice(source, i, 2)}\"."),
        };
        text.Append(value);
        return i + 2;
    }

    static int ReadBracedUnicode(string source, int i, StringBuilder text)
    {
        var point = 0;
        var size = 3;
        while (size < 12)
        {
            var c = At(source, i + size++);
            if (c == '}')
            {
                if (size < 5 || !Characters.IsUnicodeScalar(point))
                    break;
                text.Append(char.ConvertFromUtf32(point));
                return i + size;
            }
            var digit = Characters.HexValue(c);
            if (digit < 0 || point > 0x10FFFF)
                break;
            point = (point << 4) | digit;
        }
        throw InvalidUnicode(source, i, size);
    }

    static int ReadFixedUnicode(string source, int i, StringBuilder text)
    {
        var code = ReadFourDigits(source, i + 2);
        if (Characters.IsUnicodeScalar(code))
        {
            text.Append((char)code);
            return i + 6;
        }
        if (code is >= 0xD800 and <= 0xDBFF && At(source, i + 6) == '\\' && At(source, i + 7) == 'u')
        {
            var low = ReadFourDigits(source, i + 8);
            if (low is >= 0xDC00 and <= 0xDFFF)
            {
                text.Append((char)code).Append((char)low);
                return i + 12;
            }
        }
        throw InvalidUnicode(source, i, 6);
    }

    static int ReadFourDigits(string source, int i)
    {
        var value = 0;
        for (var k = i; k < i + 4; k++)
        {
            var digit = Characters.HexValue(At(source, k));
            if (digit < 0)
                return -1;
            value = (value << 4) | digit;
        }
        return value;
    }

    static int At(string source, int i) => i < source.Length ? source[i] : -1;

    static string Slice(string source, int i, int size) => source[i..Math.Min(source.Length, i + size)];

    static SyntaxException InvalidUnicode(string source, int i, int size) =>
        new(source, i, $"Invalid Unicode escape sequence: \"{Slice(source, i, size)}\".");
}
