using System.Globalization;
using System.Text;

namespace BizGraph.Api.Commands;

/// <summary>Text that came with the data, made harmless for a terminal: what would steer it is shown as an escape.</summary>
static class TerminalText
{
    public static string Of(string text)
    {
        if (!text.Any(Steers))
        {
            return text;
        }

        var shown = new StringBuilder(text.Length);
        foreach (var letter in text)
        {
            shown.Append(Steers(letter) ? $"\\u{(int)letter:x4}" : letter.ToString());
        }

        return shown.ToString();
    }

    // Control characters, and the invisible marks that turn the direction of a line.
    static bool Steers(char letter) =>
        char.IsControl(letter)
        || (char.GetUnicodeCategory(letter) == UnicodeCategory.Format && letter is not ('\u200c' or '\u200d'));
}
