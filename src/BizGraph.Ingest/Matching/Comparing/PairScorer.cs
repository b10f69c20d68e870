namespace BizGraph.Ingest.Matching.Comparing;

/// <summary>Scores pairs: a sum of weighted features, the logit of how likely two entries are one business.</summary>
sealed class PairScorer(Preparation data)
{
    /// <summary>Number of features.</summary>
    public static readonly int FeatureCount = Enum.GetValues<Feature>().Length;

    readonly NameComparison _names = new(data.Lexicon);
    readonly float[] _features = new float[FeatureCount];
    readonly float[] _nameFeatures = new float[FeatureCount];

    /// <summary>The evidence for a pair, by its indices in <see cref="Preparation.Entries"/>: its logit before the prior.</summary>
    public double Score(int a, int b)
    {
        var features = Measure(a, b);
        var logit = 0.0;
        for (var at = 0; at < features.Length; at++)
        {
            logit += Weights.Of[at] * features[at];
        }

        return logit;
    }

    /// <summary>The features of a pair; valid until the next call.</summary>
    public ReadOnlySpan<float> Measure(int a, int b)
    {
        var (one, other) = (data.Entries[a], data.Entries[b]);
        Array.Clear(_features);
        MeasureNames(one, other);
        PlaceComparison.Compare(one, other, data, _features);
        ContactComparison.Compare(one, other, data, _features);
        return _features;
    }

    // Of several names on each side, the two that fit best.
    void MeasureNames(PreparedEntry a, PreparedEntry b)
    {
        var best = double.NegativeInfinity;
        for (var i = 0; i < a.Names.Length; i++)
        {
            for (var j = 0; j < b.Names.Length; j++)
            {
                if (a.Names[i].IsPart && b.Names[j].IsPart)
                {
                    continue;
                }

                Array.Clear(_nameFeatures);
                _names.Compare(a.Names[i], b.Names[j], _nameFeatures);
                var logit = 0.0;
                for (var at = 0; at <= (int)Feature.LegalFormDiffers; at++)
                {
                    logit += Weights.Of[at] * _nameFeatures[at];
                }

                if (logit > best)
                {
                    best = logit;
                    _nameFeatures.AsSpan().CopyTo(_features);
                }
            }
        }
    }
}
