namespace BizGraph.Analysis.Gaps;

/// <summary>A gap and what it is ranked by: larger numbers first, the first number before the next, then the lesser node.</summary>
sealed record RankedGap(Gap Gap, double[] Ranks, int Node) : IComparable<RankedGap>
{
    public int CompareTo(RankedGap? other)
    {
        for (var i = 0; i < Ranks.Length; i++)
        {
            if (other!.Ranks[i].CompareTo(Ranks[i]) is not 0 and var order)
            {
                return order;
            }
        }

        return Node.CompareTo(other!.Node);
    }
}
