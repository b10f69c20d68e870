using BizGraph.Model;

namespace BizGraph.Analysis.Suggestions;

/// <summary>How evidence for ties of one type becomes a score: a weight for each standard deviation.</summary>
sealed class TieRanking(RelationshipType type, PairEvidence evidence, EvidenceScale scale, double[] weights)
{
    public RelationshipType Type => type;

    public PairEvidence Evidence => evidence;

    /// <summary>Whether the weights were learned from the network's own ties.</summary>
    public bool IsTrained { get; init; }

    /// <summary>Added to the score for the log-odds among all pairs: training sees more ties than there are.</summary>
    public double PriorShift { get; init; }

    public double Intercept { get; init; }

    /// <summary>Mean and standard deviation of the scores of pairs without a tie.</summary>
    public (double Mean, double Deviation) Untied { get; init; } = (0, 1);

    /// <summary>Log-odds of a row as <see cref="PairEvidence.Fill"/> wrote it; the row is put on the ranking's scale.</summary>
    public double Score(Span<double> row)
    {
        scale.Apply(row);
        return Intercept + VectorMath.Dot(weights, row);
    }

    /// <summary>How far a score is above that of a pair drawn at random: it compares types.</summary>
    public double Strength(double score) => (score - Untied.Mean) / Untied.Deviation;

    /// <summary>The ranking with <see cref="Untied"/> taken from the pairs that it was made with.</summary>
    public TieRanking Measured(EvidenceRows rows)
    {
        var row = new double[rows.Columns];
        var scores = new List<double>();
        for (var place = 0; place < rows.Pairs.Count; place++)
        {
            if (!rows.Pairs[place].IsTied)
            {
                rows[place].CopyTo(row);
                scores.Add(Score(row));
            }
        }

        var mean = scores.Count == 0 ? 0 : scores.Average();
        var deviation = scores.Count == 0 ? 0 : Math.Sqrt(scores.Sum(score => (score - mean) * (score - mean)) / scores.Count);
        return new TieRanking(type, evidence, scale, weights)
        {
            IsTrained = IsTrained,
            PriorShift = PriorShift,
            Intercept = Intercept,
            Untied = (mean, deviation > 0 ? deviation : 1),
        };
    }

    public double? Probability(double score) => IsTrained ? LogisticRegression.Sigmoid(score + PriorShift) : null;

    /// <summary>What each column of a scaled row adds, the strongest first; those that add nothing are left out.</summary>
    public IReadOnlyList<Contribution> Contributions(ReadOnlySpan<double> scaled)
    {
        var parts = new List<Contribution>();
        for (var column = 0; column < scaled.Length; column++)
        {
            if (weights[column] * scaled[column] is not 0 and var part)
            {
                parts.Add(new Contribution(evidence.Kinds[column], part));
            }
        }

        return [.. parts.OrderByDescending(part => Math.Abs(part.LogOdds))];
    }
}
