using BizGraph.Model;

namespace BizGraph.Ingest;

/// <summary>Makes claims of the rows of one list.</summary>
interface IRowTaker
{
    /// <summary>Adds what a row claims. False where the row is refused; then the log says why.</summary>
    bool Take(IRowReader row, int file, List<Claim> claims);
}
