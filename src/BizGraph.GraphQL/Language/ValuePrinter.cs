using System.Globalization;
using System.Text;

namespace BizGraph.GraphQL.Language;

/// <summary>Writes a value the way a document has it.</summary>
static class ValuePrinter
{
    public static string Print(ValueNode value)
    {
        var text = new StringBuilder();
        Append(text, value);
        return text.ToString();
    }

    /// <summary>The same text for values that are the same but for the order of their input fields (spec 5.3.2).</summary>
    public static void AppendSorted(StringBuilder text, ValueNode value) => Append(text, value, sorted: true);

    public static void Append(StringBuilder text, ValueNode value, bool sorted = false)
    {
        switch (value)
        {
            case VariableNode variable:
                text.Append('$').Append(variable.Name);
                break;
            case IntValueNode number:
                text.Append(number.Text);
                break;
            case FloatValueNode number:
                text.Append(number.Text);
                break;
            case StringValueNode quoted:
                AppendQuoted(text, quoted.Value);
                break;
            case BooleanValueNode boolean:
                text.Append(boolean.Value ? "true" : "false");
                break;
            case EnumValueNode name:
                text.Append(name.Name);
                break;
            case ListValueNode list:
                AppendItems(text, '[', list.Items, (t, item) => Append(t, item, sorted), ']');
                break;
            case ObjectValueNode input:
                AppendFields(text, input, sorted);
                break;
            default:
                text.Append("null");
                break;
        }
    }

    public static void AppendQuoted(StringBuilder text, string value)
    {
        text.Append('"');
        foreach (var c in value)
            AppendEscaped(text, c);
        text.Append('"');
    }

    static void AppendEscaped(StringBuilder text, char c)
    {
        var escape = c switch
        {
            '"' => "\\\"",
            '\\' => "\\\\",
            '\b' => "\\b",
            '\f' => "\\f",
            '\n' => "\\n",
            '\r' => "\\r",
            '\t' => "\\t",
            < ' ' or (>= '\x7F' and <= '\x9F') => "\\u" + ((int)c).ToString("X4", CultureInfo.InvariantCulture),
            _ => null,
        };
        if (escape is null)
            text.Append(c);
        else
            text.Append(escape);
    }

    static void AppendFields(StringBuilder text, ObjectValueNode input, bool sorted)
    {
        var fields = sorted ? input.Fields.OrderBy(field => field.Name.Value, StringComparer.Ordinal).ToArray() : input.Fields;
        AppendItems(
            text,
            '{',
            fields,
            (t, field) =>
            {
                t.Append(field.Name.Value).Append(": ");
                Append(t, field.Value, sorted);
            },
            '}'
        );
    }

    static void AppendItems<T>(StringBuilder text, char open, T[] items, Action<StringBuilder, T> append, char close)
    {
        text.Append(open);
        for (var i = 0; i < items.Length; i++)
        {
            if (i > 0)
                text.Append(", ");
            append(text, items[i]);
        }
        text.Append(close);
    }
}
