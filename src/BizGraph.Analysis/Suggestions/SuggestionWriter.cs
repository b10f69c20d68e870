using BizGraph.Model;

namespace BizGraph.Analysis.Suggestions;

/// <summary>Writes a ranked pair out: its reasons, what each piece of evidence adds, and what the tie would change.</summary>
sealed class SuggestionWriter(SuggestionModel model, PairScan scan)
{
    readonly ReasonFinder _reasons = new(model, scan);
    int _node = -1;
    int _reach;

    /// <summary>The suggestion of a pair whose <see cref="RankedPair.Of"/> the scan has looked around.</summary>
    public Suggestion Write(RankedPair pair)
    {
        var type = pair.Kind.TypeOfTie();
        scan.Along(type, isFrom: !pair.Kind.StartsAtWhom());
        var ranking = model.Rankings[(int)type];
        var row = new double[ranking.Evidence.Kinds.Count];
        ranking.Evidence.Fill(scan, pair.Whom, row);
        var score = ranking.Score(row);
        var contributions = ranking.Contributions(row);
        var (of, whom) = (model.Snapshot.BusinessOf(pair.Of), model.Snapshot.BusinessOf(pair.Whom));
        return new Suggestion
        {
            For = of,
            Whom = whom,
            Kind = pair.Kind,
            From = pair.Kind.StartsAtWhom() ? whom : of,
            Score = pair.Score,
            Probability = ranking.Probability(score),
            Contributions = contributions,
            Reasons = _reasons.Of(pair, contributions),
            Effect = Effect(pair),
        };
    }

    TieEffect Effect(RankedPair pair)
    {
        var network = model.Context.Network;
        if (_node != pair.Of)
        {
            _node = pair.Of;
            _reach =
                scan.Network.Touched.Count(other => other != pair.Of && !network.HasEdge(pair.Of, other))
                + network.OutDegree(pair.Of);
        }

        var gained = IsWithin(pair.Whom) ? 0 : 1;
        foreach (var other in network.OutNeighbors(pair.Whom))
        {
            gained += other == pair.Of || IsWithin(other) ? 0 : 1;
        }

        var components = model.Snapshot.Components;
        return new TieEffect(_reach, _reach + gained, components[pair.Of] != components[pair.Whom], EasedSoleSources(pair));

        bool IsWithin(int other) => scan.Network.Common(other) > 0 || network.HasEdge(pair.Of, other);
    }

    // A sole source: the one supplier of a known trade, of a buyer with at least three suppliers.
    IReadOnlyList<BusinessId> EasedSoleSources(RankedPair pair)
    {
        if (pair.Kind.TypeOfTie() != RelationshipType.Supplies)
        {
            return [];
        }

        var (seller, buyer) = pair.Kind.StartsAtWhom() ? (pair.Whom, pair.Of) : (pair.Of, pair.Whom);
        var trade = model.Context.SaidTrade[seller];
        var suppliers = model.Context.Of(RelationshipType.Supplies).Graph.InNeighbors(buyer);
        if (!trade.IsKnown || suppliers.Length < 3)
        {
            return [];
        }

        var same = new List<int>();
        foreach (var supplier in suppliers)
        {
            if (model.Context.SaidTrade[supplier].Class == trade.Class)
            {
                same.Add(supplier);
            }
        }

        return same.Count == 1 ? [model.Snapshot.BusinessOf(same[0]).Id] : [];
    }
}
