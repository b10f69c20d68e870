using BizGraph.Analysis;
using BizGraph.Model;
using CsvHelper;

namespace BizGraph.Api.Exports;

/// <summary>A network as two lists: businesses with their metrics, and ties. Closed businesses and ended ties are among them; an import takes both as they are.</summary>
static class CsvExport
{
    /// <summary>Writes the businesses, in the order of their ids.</summary>
    /// <param name="writer">Where to.</param>
    /// <param name="snapshot">The network.</param>
    /// <param name="metrics">A column for each.</param>
    /// <param name="withPrivate">Whether e-mail, phone, refusals and unknown columns are written, too.</param>
    public static void WriteBusinesses(TextWriter writer, NetworkSnapshot snapshot, NetworkMetrics metrics, bool withPrivate) =>
        Write(
            writer,
            snapshot.Businesses,
            BusinessColumns.All,
            withPrivate ? b => b.Facts.Attributes : _ => BusinessFacts.NoAttributes,
            withPrivate,
            metrics.Names,
            metrics.Of
        );

    /// <summary>Writes the ties, in the order of their ends.</summary>
    public static void WriteTies(TextWriter writer, NetworkSnapshot snapshot, bool withPrivate) =>
        Write(
            writer,
            snapshot.Relationships,
            TieColumns.All,
            withPrivate ? r => r.Facts.Attributes : _ => BusinessFacts.NoAttributes,
            withPrivate,
            [],
            _ => []
        );

    static void Write<T>(
        TextWriter writer,
        IReadOnlyList<T> rows,
        IReadOnlyList<Column<T>> all,
        Func<T, IReadOnlyDictionary<string, string>> attributesOf,
        bool withPrivate,
        IEnumerable<string> moreHeaders,
        Func<T, IEnumerable<string>> moreCells
    )
    {
        var columns = all.Where(column => withPrivate || !column.IsPrivate).ToList();
        var attributes = rows.SelectMany(row => attributesOf(row).Keys).Distinct().Order(StringComparer.Ordinal).ToList();
        using var csv = CsvWriter.Create(writer, new CsvWriterOptions { NewLine = "\n" }, leaveOpen: true);
        csv.WriteRecord(
            (string[])[.. columns.Select(c => c.Header), .. attributes.Select(SpreadsheetText.Harmless), .. moreHeaders]
        );
        foreach (var row in rows)
        {
            var kept = attributesOf(row);
            csv.WriteRecord(
                (string[])
                    [
                        .. columns.Select(column => column.Cell(row)),
                        .. attributes.Select(name => SpreadsheetText.Harmless(kept.GetValueOrDefault(name, ""))),
                        .. moreCells(row),
                    ]
            );
        }
    }
}
