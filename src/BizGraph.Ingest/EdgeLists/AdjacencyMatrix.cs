using BizGraph.Ingest.Csv;
using BizGraph.Ingest.Values;

namespace BizGraph.Ingest.EdgeLists;

/// <summary>Recognises a matrix: a row and a column for each business, the strength of their tie where they meet, 0 or nothing where there is none.</summary>
static class AdjacencyMatrix
{
    const int LeastWithoutLabels = 4; // three numbers a row are an edge list

    /// <summary>Its tables: all businesses, and the ties; null where the text is no matrix.</summary>
    public static IReadOnlyList<Table>? TablesOf(
        List<List<string>> sample,
        Func<Stream, CsvRowReader> open,
        Func<CsvRowReader> openFirst,
        CancellationToken cancellation
    )
    {
        var shape = ShapeOf(sample);
        if (shape is null)
        {
            return null;
        }

        using var cells = new MatrixCells(openFirst(), shape);
        ulong across = 0,
            down = 0;
        while (cells.Read())
        {
            cancellation.ThrowIfCancellationRequested();
            if (cells.Text.Length > 0)
            {
                across += Mix(cells.From, cells.To, cells.Text);
                down += Mix(cells.To, cells.From, cells.Text);
            }
        }

        // Where each tie is written both ways it is one tie.
        shape = shape with
        {
            IsSymmetric = across == down,
        };
        return
        [
            new Table("businesses", bytes => new MatrixLabelReader(open(bytes), shape)),
            new Table("ties", bytes => new MatrixRowReader(new MatrixCells(open(bytes), shape))),
        ];
    }

    static MatrixShape? ShapeOf(List<List<string>> sample)
    {
        var first = sample[0];
        var hasCorner = first[0].Length == 0 || !IsStrength(first[0]);
        if (hasCorner && first.Count > 2 && sample.Count > 1 && first.Skip(1).All(label => label.Length > 0))
        {
            var labels = first.Skip(1).ToList();
            var isLabelled = sample
                .Skip(1)
                .Select((row, i) => i < labels.Count && row.Count > 0 && row[0] == labels[i] && row.Skip(1).All(IsStrength))
                .All(fits => fits);
            if (isLabelled)
            {
                return new MatrixShape(labels, HasLabels: true);
            }
        }

        var isSquare =
            first.Count == sample.Count
            && first.Count >= LeastWithoutLabels
            && sample.TrueForAll(row => row.Count == first.Count && row.TrueForAll(IsStrength));
        return isSquare ? new MatrixShape([.. Enumerable.Range(1, first.Count).Select(i => $"{i}")], HasLabels: false) : null;
    }

    static bool IsStrength(string cell) => cell.Length == 0 || NumberText.TryParse(cell, DecimalMark.Undecided, out _);

    static ulong Mix(int from, int to, string text)
    {
        var hash = ((ulong)(uint)from << 32 | (uint)to) * 0x9E3779B97F4A7C15;
        foreach (var letter in text)
        {
            hash = (hash ^ letter ^ (hash >> 29)) * 0xBF58476D1CE4E5B9;
        }

        return hash ^ (hash >> 32);
    }
}

/// <summary>What a matrix looks like.</summary>
/// <param name="Labels">The names of its businesses.</param>
/// <param name="HasLabels">Whether they stand in its first row and column; otherwise they are numbers from 1.</param>
sealed record MatrixShape(IReadOnlyList<string> Labels, bool HasLabels)
{
    /// <summary>Whether both halves say the same.</summary>
    public bool IsSymmetric { get; init; }
}
