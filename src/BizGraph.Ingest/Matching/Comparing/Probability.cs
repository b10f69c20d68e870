namespace BizGraph.Ingest.Matching.Comparing;

/// <summary>Probabilities and their logits.</summary>
static class Probability
{
    /// <summary>The probability of a logit.</summary>
    public static double Of(double logit) => 1 / (1 + Math.Exp(-logit));

    /// <summary>The logit of a probability.</summary>
    public static double LogitOf(double probability) => Math.Log(probability / (1 - probability));
}
