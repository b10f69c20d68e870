using BizGraph.Ingest.Csv;
using BizGraph.Ingest.Values;

namespace BizGraph.Ingest.EdgeLists;

/// <summary>The cells of a matrix, one after the other.</summary>
/// <param name="rows">The text; disposed in the end.</param>
/// <param name="shape">What it looks like.</param>
sealed class MatrixCells(CsvRowReader rows, MatrixShape shape) : IDisposable
{
    readonly int _margin = shape.HasLabels ? 1 : 0;
    int _rowsBehind = shape.HasLabels ? -1 : 0;

    /// <summary>The row of the text.</summary>
    public CsvRowReader Row => rows;

    /// <summary>What the matrix looks like.</summary>
    public MatrixShape Shape => shape;

    /// <summary>The number of the business of the row, from 0.</summary>
    public int From { get; private set; } = -1;

    /// <summary>The number of the business of the column, from 0.</summary>
    public int To { get; private set; }

    /// <summary>What stands where they meet; empty where there is no tie.</summary>
    public string Text { get; private set; } = string.Empty;

    /// <summary>Whether the row in hand has another tie.</summary>
    public bool HasMore
    {
        get
        {
            for (var to = To + 1; to < shape.Labels.Count; to++)
            {
                if (IsTie(to, out _))
                {
                    return true;
                }
            }

            return false;
        }
    }

    /// <summary>Goes to the next cell, or to a row that cannot be read. False at the end.</summary>
    public bool Read()
    {
        Text = string.Empty;
        while (true)
        {
            To++;
            if (From < 0 || rows.Fault is not null || To >= shape.Labels.Count)
            {
                if (!NextRow())
                {
                    return false;
                }

                if (rows.Fault is not null)
                {
                    return true;
                }
            }

            if (IsTie(To, out var text))
            {
                Text = text;
                return true;
            }
        }
    }

    /// <inheritdoc/>
    public void Dispose() => rows.Dispose();

    bool NextRow()
    {
        while (rows.Read())
        {
            if (rows.Fault is null && (rows.IsBlank || TextGraph.IsComment(rows)))
            {
                continue;
            }

            _rowsBehind++;
            if (_rowsBehind > 0)
            {
                (From, To) = (_rowsBehind - 1, 0);
                return From < shape.Labels.Count;
            }
        }

        return false;
    }

    bool IsTie(int to, out string text)
    {
        text = string.Empty;
        if (rows.Fault is not null || to + _margin >= rows.Count || (shape.IsSymmetric && to < From))
        {
            return false;
        }

        text = rows[to + _margin];
        return text.Length > 0 && !(NumberText.TryParse(text, DecimalMark.Undecided, out var strength) && strength == 0);
    }
}
