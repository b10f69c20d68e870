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

    /// <summary>Log-odds of a row as <see cref="PairEvidence.Fill"/> wrote it; the row is put on the ranking's scale.</summary>
    public double Score(Span<double> row)
    {
        scale.Apply(row);
        var sum = Intercept;
        for (var column = 0; column < row.Length; column++)
        {
            sum += weights[column] * row[column];
        }

        return sum;
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
