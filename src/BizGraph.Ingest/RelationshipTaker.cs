using BizGraph.Ingest.Layouts;
using BizGraph.Model;

namespace BizGraph.Ingest;

/// <summary>Makes claims of each row of a list of ties or of a ledger.</summary>
sealed class RelationshipTaker(RowCells<RelationshipRow> cells, Layout layout, TieLists lists) : IRowTaker
{
    /// <summary>How many ties one row may name.</summary>
    public const int MostTiesPerRow = 10_000;

    // Kumu's To names several elements with | between them. Elsewhere a name may hold that sign.
    readonly bool _mayNameSeveral = layout.HasHeader("from", "from") && layout.HasHeader("to", "to");
    readonly bool _endsAreIds = layout.EndsAreIds(lists.All);
    readonly bool _isOfKumu = layout.IsOfKumu(lists.All);
    readonly bool _isList = layout.Kind == LayoutKind.Ties;
    readonly bool _hasEvents = layout.Kind == LayoutKind.Ledger && layout.HasAny("date", "amount", "document");
    readonly string _fromHeader = layout.HeaderOf("from", "supplier");
    readonly string _toHeader = layout.HeaderOf("to", "buyer");
    readonly RelationReading _relations = new(cells, layout, lists.Words);

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
        var ends = new TieEnds(tie, relation, [tie.From], Several(tie.To, row));
        if (ends.Count is 0 or > MostTiesPerRow)
        {
            RefuseEnds(tie, ends.Count);
            return false;
        }

        if (ends.Count > 1 && !_isOfKumu)
        {
            SaySeveral(tie.To);
        }

        var part = row.Part;
        foreach (var (from, to) in ends.All())
        {
            var position = new ClaimPosition(file, row.Row, part++);
            claims.Add(new RelationshipClaim(position, End(from), End(to), said, happened));
            SayOfTie((RelationshipClaim)claims[^1]);
        }

        return true;
    }

    void SayOfTie(RelationshipClaim claim)
    {
        var (from, to) = (claim.From.Text, claim.To.Text);
        if (from == to)
        {
            cells.Say(ImportProblemKind.SelfTie, _toHeader, to, "another business; kept, but out of the graph");
        }

        if (_isList && lists.Seen?.IsInEarlierList(claim) == true)
        {
            const string Expected = "each tie in one list of an import; the later list speaks, and amounts are not added";
            var found = $"the tie of {from} and {to}, which an earlier list names, too";
            cells.SayOnce(ImportProblemKind.RepeatedTie, null, found, Expected);
        }
    }

    RelationshipEnd End(string text) => new(text, _endsAreIds);

    string[] Several(string cell, IRowReader row)
    {
        // A row of the file that is taken apart already is one tie each.
        if (!_mayNameSeveral || row.Part > 0 || !row.EndsRow || !cell.Contains('|', StringComparison.Ordinal))
        {
            return [cell];
        }

        return cell.Split('|', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
    }

    void SaySeveral(string cell)
    {
        if (_mayNameSeveral && cell.Contains('|', StringComparison.Ordinal))
        {
            const string Expected = "one business in a cell; | parts several, each with a tie of its own";
            cells.SayOnce(ImportProblemKind.SeveralEnds, _toHeader, cell, Expected);
        }
    }

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
