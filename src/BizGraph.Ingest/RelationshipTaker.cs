using BizGraph.Ingest.Layouts;
using BizGraph.Ingest.Values;
using BizGraph.Model;

namespace BizGraph.Ingest;

/// <summary>Makes claims of each row of a list of ties or of a ledger.</summary>
sealed class RelationshipTaker(
    RowCells<RelationshipRow> cells,
    Layout layout,
    bool endsAreIds,
    IReadOnlyDictionary<string, RelationWord> words
) : IRowTaker
{
    /// <summary>How many ties one row may name.</summary>
    public const int MostTiesPerRow = 10_000;

    readonly bool _isLedger = layout.Kind == LayoutKind.Ledger;
    readonly bool _hasEvents = layout.Kind == LayoutKind.Ledger && layout.HasAny("date", "amount", "document");
    readonly string _fromHeader = layout.HeaderOf("from", "supplier");
    readonly string _toHeader = layout.HeaderOf("to", "buyer");
    readonly RelationReading _relations = new(cells, layout, words);

    /// <inheritdoc/>
    public bool Take(IRowReader row, int file, List<Claim> claims)
    {
        var tie = new RelationshipRow();
        cells.Read(row, tie);
        if (tie.From is null || tie.To is null)
        {
            var header = tie.From is null ? _fromHeader : _toHeader;
            cells.Say(ImportProblemKind.MissingValue, header, "nothing", "the id or name of a business");
            return false;
        }

        var relation = _relations.Of(tie);
        var said = tie.ToFacts(relation, cells.Cell.Attributes);
        var happened = _hasEvents ? new RelationshipEvent(tie.Date, tie.Document) : null;
        var ends = new TieEnds(tie, relation, Several(tie.From, row), Several(tie.To, row));
        if (ends.Count is 0 or > MostTiesPerRow)
        {
            RefuseEnds(tie, ends.Count);
            return false;
        }

        var part = row.Part;
        foreach (var (from, to) in ends.All())
        {
            if (from == to)
            {
                cells.Say(ImportProblemKind.SelfTie, _toHeader, to, "another business; kept, but out of the graph");
            }

            var position = new ClaimPosition(file, row.Row, part++);
            claims.Add(new RelationshipClaim(position, End(from), End(to), said, happened));
        }

        return true;
    }

    RelationshipEnd End(string text) => new(text, endsAreIds);

    // A ledger names one firm a cell, whatever signs its name holds; so does a row of the file that is taken apart already.
    string[] Several(string cell, IRowReader row) =>
        _isLedger || row.Part > 0 || !row.EndsRow || !cell.Contains('|', StringComparison.Ordinal)
            ? [cell]
            : cell.Split('|', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);

    void RefuseEnds(RelationshipRow tie, long count)
    {
        if (count == 0)
        {
            cells.Say(ImportProblemKind.MissingValue, _toHeader, $"{tie.From}, {tie.To}", "the id or name of a business");
        }
        else
        {
            cells.Say(ImportProblemKind.TooLarge, _toHeader, $"{count:N0} ties", $"at most {MostTiesPerRow:N0} ties in a row");
        }
    }
}
