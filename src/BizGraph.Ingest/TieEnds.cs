using BizGraph.Ingest.Values;
using BizGraph.Model;

namespace BizGraph.Ingest;

/// <summary>Between whom the ties of one row run: each first end with each second one, turned round where the word for the relation says so.</summary>
readonly struct TieEnds(RelationshipRow tie, Relation relation, string[] from, string[] to)
{
    // A tie without direction is mutual by itself.
    readonly bool _isTwofold =
        tie.Direction == TieDirection.Mutual && (relation.Type.IsDirected() || relation.Type == RelationshipType.Knows);

    /// <summary>How many ties.</summary>
    public long Count => (long)from.Length * to.Length * (_isTwofold ? 2 : 1);

    /// <summary>The ends of each.</summary>
    public IEnumerable<(string From, string To)> All()
    {
        foreach (var first in from)
        {
            foreach (var second in to)
            {
                yield return relation.IsReversed ? (second, first) : (first, second);
                if (_isTwofold)
                {
                    yield return relation.IsReversed ? (first, second) : (second, first);
                }
            }
        }
    }
}
