using BizGraph.Ingest.Csv;
using BizGraph.Ingest.Files;
using BizGraph.Ingest.Values;

namespace BizGraph.Ingest.EdgeLists;

/// <summary>Recognises graphs that are written as text without a header: edge lists, adjacency lists and matrices.</summary>
/// <remarks>Text with an unknown header is none of them: the names in an edge list come back, those of a header do not.</remarks>
static class TextGraph
{
    const int SampleRows = 20_000;

    static readonly char[] Separators = [',', ';', '\t', ' '];
    static readonly string[] Comments = ["#", "%", "//"];

    /// <summary>The tables of such a graph; null where the text is something else.</summary>
    public static IReadOnlyList<Table>? TablesOf(FileScan scan, char separator, CancellationToken cancellation)
    {
        // The first row may be a remark, which does not tell.
        foreach (var candidate in (ReadOnlySpan<char>)[separator, .. Separators.Where(other => other != separator)])
        {
            CsvRowReader Open(Stream bytes) => new(scan.Encoding.TextOf(bytes), candidate);
            var rows = Sample(Open(scan.Open()));
            if (rows.Count == 0)
            {
                continue;
            }

            var tables =
                AdjacencyMatrix.TablesOf(rows, Open, () => Open(scan.Open()), cancellation)
                ?? EdgeList(rows, Open)
                ?? AdjacencyList(rows, Open);
            if (tables is not null)
            {
                return
                [
                    .. tables.Select(table => table with { MayHoldBadText = scan.Encoding.MayHoldBadText, IsSequential = true }),
                ];
            }
        }

        return null;
    }

    /// <summary>Whether a row is a remark of the program that wrote the file.</summary>
    public static bool IsComment(CsvRowReader row) =>
        row.Fault is null
        && row.Count > 0
        && Array.Exists(Comments, comment => row[0].StartsWith(comment, StringComparison.Ordinal));

    /// <summary>The cells of a row that are not empty: spaces part cells, and there may be several.</summary>
    public static List<string> CellsOf(CsvRowReader row)
    {
        var cells = new List<string>();
        for (var i = 0; i < row.Count; i++)
        {
            if (row[i] is { Length: > 0 } cell)
            {
                cells.Add(cell);
            }
        }

        return cells;
    }

    static List<List<string>> Sample(CsvRowReader reader)
    {
        using var rows = reader;
        var sample = new List<List<string>>();
        while (sample.Count < SampleRows && rows.Read())
        {
            if (rows.Fault is not null || IsComment(rows))
            {
                continue;
            }

            var cells = Enumerable.Range(0, rows.Count).Select(i => rows[i]).ToList();
            if (cells.Exists(cell => cell.Length > 0))
            {
                sample.Add(cells);
            }
        }

        return sample;
    }

    static List<Table>? EdgeList(List<List<string>> rows, Func<Stream, CsvRowReader> open)
    {
        var edges = rows.ConvertAll(row => row.FindAll(cell => cell.Length > 0));
        var width = edges[0].Count;
        if (width is < 2 or > 3 || edges.Exists(edge => edge.Count != width) || !NamesComeBack(edges))
        {
            return null;
        }

        var isWeighted = width == 3 && edges.TrueForAll(edge => NumberText.TryParse(edge[2], DecimalMark.Dot, out _));
        var isTyped = width == 3 && edges.TrueForAll(edge => RelationWords.TryGet(edge[2], out _));
        string[]? columns =
            width == 2 ? ["from", "to"]
            : isWeighted ? ["from", "to", "weight"]
            : isTyped ? ["from", "to", "type"]
            : null;
        return columns is null ? null : [new Table(null, bytes => new EdgeListRowReader(open(bytes), columns))];
    }

    static List<Table>? AdjacencyList(List<List<string>> rows, Func<Stream, CsvRowReader> open)
    {
        var lists = rows.ConvertAll(row => row.FindAll(cell => cell.Length > 0));
        var owners = lists.Select(list => list[0]).ToHashSet();
        var neighbors = lists.SelectMany(list => list.Skip(1)).ToList();
        var isOne =
            lists.Count > 1
            && lists.Exists(list => list.Count > 2)
            && owners.Count == lists.Count
            && 2 * neighbors.Count(owners.Contains) > neighbors.Count;
        return isOne
            ?
            [
                new Table("ties", bytes => new AdjacencyRowReader(open(bytes), areAlone: false)),
                new Table("businesses without ties", bytes => new AdjacencyRowReader(open(bytes), areAlone: true)),
            ]
            : null;
    }

    // The first row is a header unless it is two whole numbers, or one of its names is an end of another row.
    static bool NamesComeBack(List<List<string>> edges)
    {
        var (first, second) = (edges[0][0], edges[0][1]);
        return (first.All(char.IsAsciiDigit) && second.All(char.IsAsciiDigit))
            || edges.Skip(1).Any(edge => edge[0] == first || edge[0] == second || edge[1] == first || edge[1] == second);
    }
}
