using BizGraph.Model;

namespace BizGraph.Analysis.Suggestions;

/// <summary>Learns the ranking of each type from the network's own ties.</summary>
/// <remarks>
/// A fifth of the ties of every type is hidden at a time; evidence for the hidden ones, and for pairs without a tie beside them, is
/// read from the rest, so that no tie is evidence for itself. Logistic regression then weighs the evidence of all five parts.
/// </remarks>
sealed class Training(Traits traits, TieTable ties, SuggestionOptions options, CancellationToken cancellation)
{
    const int Folds = 5;
    const int MostTies = 3000; // of a type: more change the weights no longer
    const int SmallNetwork = 2000; // businesses: pairs without a tie have starts of their own

    public IReadOnlyList<TieRanking> Run()
    {
        var folds = RelationshipTypes.All.Select(type => TrainingPairs.Folds(ties, type, Folds, options.Seed)).ToArray();
        var evidence = RelationshipTypes.All.Select(type => new PairEvidence(traits, ties, type)).ToArray();
        var parts = RelationshipTypes.All.Select(_ => new List<EvidenceRows>()).ToArray();
        using var team = ThreadTeam.Take(options.Threads);
        for (var fold = 0; fold < Folds; fold++)
        {
            var context = new TieContext(traits, ties.Without(folds.SelectMany(type => type[fold]).ToHashSet()));
            foreach (var type in RelationshipTypes.All)
            {
                var pairs = Pairs(type, folds[(int)type][fold], fold);
                parts[(int)type].Add(EvidenceRows.Read(context, evidence[(int)type], pairs, team, cancellation));
            }
        }

        return [.. RelationshipTypes.All.Select(type => Rank(type, evidence[(int)type], parts[(int)type], team))];
    }

    List<LabelledPair> Pairs(RelationshipType type, TypedTie[] hidden, int fold)
    {
        var tied = hidden.Take(MostTies / Folds).Select(tie => new LabelledPair(type, tie.From, tie.To, IsTied: true)).ToList();
        var inRow = ties.NodeCount <= SmallNetwork ? 1 : TrainingPairs.NonTies;
        var count = Math.Max(LeastPairs, tied.Count * TrainingPairs.NonTies);
        var seed = (options.Seed * 1_000_003) + ((ulong)type * 101) + (ulong)fold;
        return [.. tied, .. TrainingPairs.Untied(ties, type, count, inRow, seed)];
    }

    // A type without ties has a scale, too: pairs of the network, tied otherwise or not.
    const int LeastPairs = 200;

    TieRanking Rank(RelationshipType type, PairEvidence evidence, List<EvidenceRows> parts, ThreadTeam team)
    {
        var rows = EvidenceRows.Join(parts);
        var feedback = Feedback(type, evidence, team);
        var scale = EvidenceScale.Of(rows, evidence.Kinds);
        if (ties.Of(type).Length < options.LeastTies)
        {
            return new TieRanking(type, evidence, scale, Blend.Weights(evidence, type)).Measured(rows);
        }

        var fit = new RankingFit(evidence, scale, parts, feedback, cancellation);
        var (weights, intercept) = fit.Run();
        return new TieRanking(type, evidence, scale, weights)
        {
            IsTrained = true,
            Intercept = intercept,
            PriorShift = PriorShift(type, rows),
        }.Measured(rows);
    }

    // King and Zeng (2001): the odds of a tie among the pairs drawn against those among all pairs.
    double PriorShift(RelationshipType type, EvidenceRows rows)
    {
        double tied = rows.Pairs.Count(pair => pair.IsTied);
        var untied = rows.Pairs.Count - tied;
        double all = ties.Of(type).Length;
        var pairs = (double)ties.NodeCount * (ties.NodeCount - 1) / (ties.IsDirected[(int)type] ? 1 : 2);
        return Math.Log(all / tied) - Math.Log(Math.Max(1, pairs - all) / Math.Max(1, untied));
    }

    EvidenceRows Feedback(RelationshipType type, PairEvidence evidence, ThreadTeam team)
    {
        var pairs = new List<LabelledPair>();
        foreach (var said in options.Feedback.Where(said => said.Key.Kind.TypeOfTie() == type))
        {
            if (traits.Snapshot.NodeOf(said.Key.For) is { } of && traits.Snapshot.NodeOf(said.Key.Whom) is { } whom && of != whom)
            {
                var (from, to) = said.Key.Kind.StartsAtWhom() ? (whom, of) : (of, whom);
                if (!ties.Has(type, from, to))
                {
                    pairs.Add(new LabelledPair(type, from, to, said.IsAccepted));
                }
            }
        }

        return EvidenceRows.Read(new TieContext(traits, ties), evidence, pairs, team, cancellation);
    }
}
