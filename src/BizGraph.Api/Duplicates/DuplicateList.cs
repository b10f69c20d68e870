using System.Globalization;
using System.Text;
using BizGraph.Api.Exports;
using BizGraph.Model;
using CsvHelper;

namespace BizGraph.Api.Duplicates;

/// <summary>The queue as a spreadsheet: a row for each pair, and a column to answer yes or no; an import takes the answers.</summary>
static class DuplicateList
{
    static readonly string[] Headers =
    [
        "same",
        "id",
        "name",
        "place",
        "other_id",
        "other_name",
        "other_place",
        "score",
        "reason",
    ];

    // Spreadsheets take a file for UTF-8 by its mark only.
    static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: true);

    public static void Write(string path, IEnumerable<Duplicate> queue)
    {
        using var writer = new StreamWriter(path, append: false, Utf8);
        using var csv = CsvWriter.Create(writer, new CsvWriterOptions { NewLine = "\n" }, leaveOpen: true);
        csv.WriteRecord(Headers);
        foreach (var pair in queue)
        {
            var score = pair.Score?.ToString("0.00", CultureInfo.InvariantCulture) ?? "";
            csv.WriteRecord(
                (string[])[.. Texts(pair).Select(SpreadsheetText.Harmless), score, SpreadsheetText.Harmless(pair.Reason ?? "")]
            );
        }
    }

    static IEnumerable<string> Texts(Duplicate pair) =>
        ["", pair.One.Id.Value, pair.One.Name, PlaceOf(pair.One), pair.Other.Id.Value, pair.Other.Name, PlaceOf(pair.Other)];

    static string PlaceOf(Business business) =>
        string.Join(", ", new[] { business.Facts.Place?.Address, business.Facts.Place?.Locality }.OfType<string>());
}
