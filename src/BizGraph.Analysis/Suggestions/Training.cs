using BizGraph.Model;

namespace BizGraph.Analysis.Suggestions;

/// <summary>Learns the ranking of each type from the network's own ties.</summary>
/// <remarks>
/// A fifth of the ties of every type is hidden at a time; evidence for the hidden ones, and for pairs without a tie beside them, is
/// read from the rest, so that no tie is evidence for itself. Logistic regression then weighs the evidence of all five parts.
/// </remarks>
/// <param name="traits">What is known of the businesses.</param>
/// <param name="ties">The ties to learn from.</param>
/// <param name="options">Seed, threads and feedback.</param>
/// <param name="cancellation">Stops it.</param>
/// <param name="counts">Which evidence is weighed; null: all.</param>
sealed class Training(
    Traits traits,
    TieTable ties,
    SuggestionOptions options,
    CancellationToken cancellation,
    Func<EvidenceKind, bool>? counts = null
)
{
    const int Folds = 5;
    const int MostTies = 1000; // of a type: more change the weights no longer
    const int SmallNetwork = 2000; // businesses: pairs without a tie have starts of their own

    /// <param name="whole">The network with all of its ties shown.</param>
    public IReadOnlyList<TieRanking> Run(TieContext whole)
    {
        var folds = RelationshipTypes.All.Select(type => TrainingPairs.Folds(ties, type, Folds, options.Seed)).ToArray();
        var evidence = RelationshipTypes.All.Select(type => new PairEvidence(traits, ties, type)).ToArray();
        var parts = RelationshipTypes.All.Select(_ => new List<EvidenceRows>()).ToArray();
        using var team = ThreadTeam.Take(options.Threads);
        foreach (var next in Enumerable.Range(0, Folds).Chunk(team.Size))
        {
            var contexts = Contexts(folds, next, team);
            foreach (var (fold, context) in next.Zip(contexts))
            {
                var pairs = RelationshipTypes.All.Select(type => Pairs(type, folds[(int)type][fold], fold)).ToArray();
                var rows = EvidenceRows.Read(context, evidence, pairs, team, cancellation);
                foreach (var type in RelationshipTypes.All)
                {
                    parts[(int)type].Add(rows[(int)type]);
                }
            }
        }

        team.For(parts.Length, 1, (_, type, _) => whole.Of((RelationshipType)type));
        var feedback = EvidenceRows.Read(whole, evidence, [.. RelationshipTypes.All.Select(Feedback)], team, cancellation);
        var rankings = new TieRanking[evidence.Length];
        team.For(
            rankings.Length,
            1,
            (_, first, end) =>
            {
                for (var type = first; type < end; type++)
                {
                    rankings[type] = Rank((RelationshipType)type, evidence[type], parts[type], feedback[type]);
                }
            }
        );
        return rankings;
    }

    // Each is built by one thread, as many at a time as there are threads: they are large.
    TieContext[] Contexts(TypedTie[][][] folds, int[] hidden, ThreadTeam team)
    {
        var contexts = new TieContext[hidden.Length];
        team.For(
            hidden.Length,
            1,
            (_, place, _) =>
            {
                cancellation.ThrowIfCancellationRequested();
                var context = new TieContext(traits, ties.Without(folds.SelectMany(type => type[hidden[place]]).ToHashSet()));
                foreach (var type in RelationshipTypes.All)
                {
                    _ = context.Of(type);
                }

                contexts[place] = context;
            }
        );
        return contexts;
    }

    List<LabelledPair> Pairs(RelationshipType type, TypedTie[] hidden, int fold)
    {
        var tied = hidden.Take(MostTies / Folds).Select(tie => new LabelledPair(type, tie.From, tie.To, IsTied: true)).ToList();
        var inRow = ties.NodeCount <= SmallNetwork ? 1 : TrainingPairs.NonTies;
        var count = Math.Max(LeastPairs, tied.Count * TrainingPairs.NonTies);
        // In large networks all types draw the same starts, so that one look serves them all.
        var seed = (options.Seed * 1_000_003) + (inRow == 1 ? (ulong)type * 101 : 0) + ((ulong)fold * 10_007);
        return [.. tied, .. TrainingPairs.Untied(ties, type, count, inRow, seed)];
    }

    // A type without ties has a scale, too: pairs of the network, tied otherwise or not.
    const int LeastPairs = 200;

    TieRanking Rank(RelationshipType type, PairEvidence evidence, List<EvidenceRows> parts, EvidenceRows feedback)
    {
        var rows = EvidenceRows.Join(parts);
        var scale = EvidenceScale.Of(rows, evidence.Kinds);
        if (ties.Of(type).Length < options.LeastTies)
        {
            return new TieRanking(type, evidence, scale, Blend.Weights(evidence, scale, type)).Measured(rows);
        }

        var fit = new RankingFit(evidence, scale, parts, feedback, counts ?? (_ => true), cancellation);
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

    List<LabelledPair> Feedback(RelationshipType type)
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

        return pairs;
    }
}
