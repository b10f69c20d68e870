using System.Globalization;

namespace BizGraph.Api.Exports;

/// <summary>A column of an exported list, under the header that an import knows it by.</summary>
/// <param name="Header">The header.</param>
/// <param name="Text">The cell's text; null for an empty cell.</param>
/// <param name="IsText">Whether people wrote it: then it is made harmless for spreadsheets.</param>
/// <param name="IsPrivate">Whether it is left out unless asked for.</param>
sealed record Column<T>(string Header, Func<T, string?> Text, bool IsText = true, bool IsPrivate = false)
{
    /// <summary>The cell as it is written.</summary>
    public string Cell(T row) =>
        Text(row) is not { } text ? ""
        : IsText ? SpreadsheetText.Harmless(text)
        : text;
}

/// <summary>Values as an import reads them.</summary>
static class ColumnText
{
    public static string? Of<T>(T? value)
        where T : struct, IFormattable => value?.ToString(null, CultureInfo.InvariantCulture);

    public static string? Of(DateOnly? date) => date?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    public static string? Of(IReadOnlyList<string> several) => several.Count == 0 ? null : string.Join('|', several);
}

/// <summary>Text in a cell of a spreadsheet.</summary>
static class SpreadsheetText
{
    /// <summary>Puts an apostrophe before what a spreadsheet would take for a formula (OWASP, "CSV injection"); what steers a terminal becomes an escape such as \u001b.</summary>
    public static string Harmless(string text)
    {
        var shown = text.Any(Steers)
            ? string.Concat(text.Select(letter => Steers(letter) ? $"\\u{(int)letter:x4}" : letter.ToString()))
            : text;
        return shown.Length > 0 && shown[0] is '=' or '+' or '-' or '@' or '\t' or '\r' or '\n' ? $"'{shown}" : shown;
    }

    static bool Steers(char letter) => char.IsControl(letter) && letter is not ('\t' or '\r' or '\n');
}
