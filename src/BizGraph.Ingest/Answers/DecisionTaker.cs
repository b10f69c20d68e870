using BizGraph.Ingest.Layouts;
using BizGraph.Model;

namespace BizGraph.Ingest.Answers;

/// <summary>Makes match claims of a list of pairs that a person answered with yes or no; a pair without an answer stays open.</summary>
sealed class DecisionTaker(RowCells<DecisionRow> cells, Layout layout) : IRowTaker
{
    /// <inheritdoc/>
    public bool Take(IRowReader row, int file, List<Claim> claims)
    {
        var said = new DecisionRow();
        cells.Read(row, said);
        if (said.Id is null || said.OtherId is null || said.Id == said.OtherId)
        {
            var header = layout.HeaderOf(said.Id is null ? "id" : "other_id");
            cells.Say(ImportProblemKind.MissingValue, header, said.OtherId ?? "nothing", "the ids of two businesses");
            return false;
        }

        if (said is { Answer: { } answer, Same: null })
        {
            const string Expected = "yes or no, or an empty cell, which leaves the question open";
            cells.Say(ImportProblemKind.UnclearAnswer, layout.HeaderOf("same"), answer, Expected);
            return false;
        }

        if (said.Same is { } same)
        {
            var verdict = same ? MatchVerdict.Same : MatchVerdict.Apart;
            var position = new ClaimPosition(file, row.Row, row.Part);
            claims.Add(new MatchClaim(position, new BusinessId(said.Id), new BusinessId(said.OtherId), verdict, IsByHand: true));
        }

        return true;
    }
}
