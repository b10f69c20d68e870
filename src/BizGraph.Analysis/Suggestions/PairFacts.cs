namespace BizGraph.Analysis.Suggestions;

/// <summary>What two businesses have in common apart from their ties; NaN where nothing is known.</summary>
readonly record struct PairFacts(
    double Nearness,
    double SameLocality,
    double Tags,
    double Networks,
    double SameIndustry,
    double PostalArea
)
{
    const double AtTheDoor = 0.2; // kilometers: nearer says no more

    public static PairFacts Of(TieContext context, int a, int b)
    {
        var traits = context.Traits;
        var (one, other) = (context.Trade[a], context.Trade[b]);
        return new PairFacts(
            -Math.Log(AtTheDoor + traits.Kilometers(a, b)),
            traits.Locality[a] < 0 || traits.Locality[b] < 0 ? double.NaN
                : traits.Locality[a] == traits.Locality[b] ? 1
                : 0,
            traits.Tags.Shared(a, b),
            traits.Networks.Shared(a, b),
            !one.IsKnown || !other.IsKnown ? double.NaN
                : one.Class == other.Class ? 1
                : one.Division == other.Division ? 0.5
                : 0,
            PostalCode.Agreement(traits.PostalCodes[a], traits.PostalCodes[b])
        );
    }
}
