using BizGraph.Model;

namespace BizGraph.Ingest;

/// <summary>Says where a row repeats or contradicts an earlier row of the same business in its list.</summary>
/// <remarks>Remembers the first 20,000 businesses by a hash of each cell, so that its size does not grow with the file.</remarks>
sealed class SeenBusinesses
{
    const int Most = 20_000;

    readonly RowCells<BusinessRow> _cells;
    readonly int _width;
    readonly Dictionary<BusinessId, (long Row, uint[] Prints)> _seen = [];

    /// <summary>Remembers none yet.</summary>
    /// <param name="cells">The cells of a row.</param>
    /// <param name="width">How many columns there are.</param>
    public SeenBusinesses(RowCells<BusinessRow> cells, int width)
    {
        (_cells, _width) = (cells, width);
        _cells.Prints = new uint[width];
    }

    /// <summary>Looks at the row in hand.</summary>
    public void Look(BusinessId business, IRowReader row)
    {
        var isKnown = _seen.TryGetValue(business, out var before);
        if (isKnown)
        {
            Compare(business, row, before.Row, before.Prints, _cells.Prints ?? PrintsOf(row));
        }
        else if (_cells.Prints is { } prints)
        {
            _seen.Add(business, (row.Row, prints));
        }

        // A hash of each cell takes a tenth of the time of a row: none is made once nobody will ask for it.
        _cells.Prints = _seen.Count < Most ? new uint[_width] : null;
    }

    uint[] PrintsOf(IRowReader row) => [.. Enumerable.Range(0, _width).Select(i => RowCells<BusinessRow>.PrintOf(row[i]))];

    void Compare(BusinessId business, IRowReader row, long earlier, uint[] before, uint[] prints)
    {
        if (prints.AsSpan().SequenceEqual(before))
        {
            _cells.SayOnce(
                ImportProblemKind.DuplicateRow,
                null,
                $"the row of {business} again, as in row {earlier}",
                "one row for each business; it counts once"
            );
            return;
        }

        for (var i = 0; i < prints.Length; i++)
        {
            if (prints[i] != before[i] && prints[i] != 0 && before[i] != 0)
            {
                _cells.SayOnce(
                    ImportProblemKind.ConflictingRow,
                    _cells.HeaderOf(i),
                    $"{row[i]}, where row {earlier} of {business} says something else",
                    "rows of one business that agree; the later one counts"
                );
            }
        }
    }
}
