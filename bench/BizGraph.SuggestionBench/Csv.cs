using BizGraph.Ingest.Tests.Matching.Labelled;
using CsvHelper;

namespace BizGraph.SuggestionBench;

/// <summary>Tables as they are, to cut columns and rows before the product reads them.</summary>
static class Csv
{
    public static List<IReadOnlyDictionary<string, string>> Read(string file) => [.. RealBusinesses.Rows(file)];

    public static void Write(string file, string[] header, IEnumerable<string[]> rows)
    {
        using var writer = new StreamWriter(file);
        using var csv = CsvWriter.Create(writer, new CsvWriterOptions { NewLine = "\n" }, leaveOpen: true);
        foreach (var row in rows.Prepend(header))
        {
            csv.WriteRecord(row);
        }
    }
}
