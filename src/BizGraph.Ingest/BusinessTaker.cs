using BizGraph.Ingest.Layouts;
using BizGraph.Ingest.Places;
using BizGraph.Model;

namespace BizGraph.Ingest;

/// <summary>Makes a claim of each row of a list of businesses.</summary>
sealed class BusinessTaker(RowCells<BusinessRow> cells, Layout layout, string source, RowLocation location) : IRowTaker
{
    readonly SeenBusinesses _seen = new(cells, layout.Columns.Count);

    /// <inheritdoc/>
    public bool Take(IRowReader row, int file, List<Claim> claims)
    {
        var business = new BusinessRow();
        cells.Read(row, business);
        if (business.Name is null && business.Id is null)
        {
            cells.Say(ImportProblemKind.MissingValue, "name", "nothing", "a name or an id");
            return false;
        }

        if (business.Name is null)
        {
            cells.SayOnce(ImportProblemKind.MissingName, "name", business.Id!, "a name; the id stands for it");
        }

        var position = new ClaimPosition(file, row.Row, row.Part);
        var id = business.IdIn(source);
        _seen.Look(id, row);
        location.Settle(business, row);
        claims.Add(new BusinessClaim(position, id, business.ToFacts(cells.Cell.Attributes)));
        return true;
    }
}
