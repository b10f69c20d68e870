using BizGraph.Model;

namespace BizGraph.Analysis.Suggestions;

/// <summary>Hides a fifth of the ties and looks for them, by the ranking and by each baseline alone.</summary>
sealed class HeldOutTest(Traits traits, TieTable ties, SuggestionOptions options, CancellationToken cancellation)
{
    const int LeastTies = 5;
    const int MostTies = 1000;
    const int MostPlaces = 200;
    const int MostOthers = 1000;

    public IReadOnlyList<TypeQuality> Run()
    {
        var hidden = RelationshipTypes.All.Select(type => TrainingPairs.Folds(ties, type, 5, ~options.Seed)[0]).ToArray();
        var shown = ties.Without(hidden.SelectMany(of => of).ToHashSet());
        var context = new TieContext(traits, shown);
        var rankings = new Training(traits, shown, options, cancellation).Run(context);
        var byAttributes = new Training(traits, shown, options, cancellation, PairEvidence.IsAttribute).Run(context);
        return
        [
            .. RelationshipTypes
                .All.Where(type => ties.Of(type).Length >= LeastTies)
                .Select(type => Measure(context, [rankings[(int)type], byAttributes[(int)type]], hidden[(int)type])),
        ];
    }

    TypeQuality Measure(TieContext context, TieRanking[] rankings, TypedTie[] hidden)
    {
        var ranking = rankings[0];
        var tied = hidden.Take(MostTies).Select(tie => new LabelledPair(ranking.Type, tie.From, tie.To, IsTied: true)).ToList();
        var untied = TrainingPairs.Untied(ties, ranking.Type, tied.Count * TrainingPairs.NonTies, 1, options.Seed + 77);
        LabelledPair[] pairs = [.. tied.Concat(untied).OrderBy(pair => pair.From).ThenBy(pair => pair.To)];
        var scores = new PairScores(context, rankings, options.Seed).Of(pairs, cancellation);
        var places = Places(context, rankings, tied);
        var figures = scores.Select((row, method) => Figure(PairScores.Names[method], pairs, row, places[method])).ToList();
        return new TypeQuality(
            ranking.Type,
            ties.Of(ranking.Type).Length,
            tied.Count,
            ranking.IsTrained,
            figures[0] with
            {
                Name = ranking.IsTrained ? "learned" : "blend",
            },
            figures[1],
            [.. figures.Skip(2).OrderByDescending(figure => figure.AucPr).ThenBy(figure => figure.Name, StringComparer.Ordinal)],
            ranking.IsTrained ? CalibrationError(pairs, scores[0]) : null
        );
    }

    static RankingFigure Figure(string name, LabelledPair[] pairs, double[] scores, List<double> places) =>
        new(
            name,
            RankingFigures.AveragePrecision(scores, [.. pairs.Select(pair => pair.IsTied)]) ?? 0,
            places.Count == 0 ? 0 : places.Count(place => place <= 10) / (double)places.Count,
            places.Count == 0 ? 0 : places.Average(place => 1 / place)
        );

    // Each hidden tie's end among all others, or some drawn ones, that its start is not tied to.
    List<double>[] Places(TieContext context, TieRanking[] rankings, List<LabelledPair> tied)
    {
        var places = PairScores.Names.Select(_ => new List<double>()).ToArray();
        var random = new SeededRandom(options.Seed + 4711);
        var scorer = new PairScores(context, rankings, options.Seed);
        foreach (var tie in tied.Take(MostPlaces))
        {
            var others = Enumerable
                .Range(0, ties.NodeCount)
                .Where(to => to != tie.From && !ties.Has(tie.Type, tie.From, to))
                .ToArray();
            random.Shuffle(others);
            LabelledPair[] pairs = [tie, .. others.Take(MostOthers).Select(to => tie with { To = to, IsTied = false })];
            foreach (var (row, method) in scorer.Of(pairs, cancellation).Select((row, method) => (row, method)))
            {
                places[method].Add(RankingFigures.Rank(row[0], row.AsSpan(1)));
            }
        }

        return places;
    }

    // The pairs drawn hold far more ties than all pairs do, so the probability is that among the drawn ones.
    static double CalibrationError(LabelledPair[] pairs, double[] scores)
    {
        var ordered = pairs
            .Zip(scores, (pair, score) => (pair.IsTied, Probability: LogisticRegression.Sigmoid(score)))
            .OrderBy(p => p.Probability)
            .ToArray();
        return ordered
            .Chunk(Math.Max(1, (ordered.Length + 9) / 10))
            .Sum(part => Math.Abs(part.Sum(p => p.Probability) - part.Count(p => p.IsTied)) / ordered.Length);
    }
}
