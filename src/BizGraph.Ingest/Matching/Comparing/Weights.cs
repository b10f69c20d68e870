using System.Collections.Frozen;

namespace BizGraph.Ingest.Matching.Comparing;

/// <summary>What each feature adds to the logit of a pair.</summary>
/// <remarks>
/// Fitted by logistic regression to labelled sets of one seed (scripts/bench-matching --features writes them, docs/matching.md says how), pulled towards weights set
/// by hand and kept on the side of zero where each belongs. Numbers and words that tell namesakes apart, and a telephone number, are held to at least a stated weight:
/// made-up errors hit them oftener than real ones do.
/// </remarks>
static class Weights
{
    /// <summary>The logit of a candidate pair of which nothing is known, among 5,000 entries.</summary>
    public const double Prior = -7.42;

    /// <summary>What the prior changes when there are ten times as many entries.</summary>
    public const double PerTenfold = -0.4;

    /// <summary>That a source gave both entries ids of their own.</summary>
    public const double TwoIdsInOneSource = -2;

    /// <summary>The weights in the order of <see cref="Feature"/>.</summary>
    public static readonly float[] Of = InOrder(
        (Feature.NameSqueezed, 1.00f),
        (Feature.NameCosine, 3.74f),
        (Feature.NameShared, 7.55f),
        (Feature.NameUnsharedBoth, -2.07f),
        (Feature.NameUnsharedOne, -0.79f),
        (Feature.NameKnownWords, -2.69f),
        (Feature.NameFirstWord, 1.13f),
        (Feature.NameTrigrams, 2.62f),
        (Feature.NameAcronym, 5.90f),
        (Feature.NumberSame, 1.55f),
        (Feature.NumberDiffers, -3.50f),
        (Feature.NumberOneSided, -1.24f),
        (Feature.DistinctionDiffers, -2.00f),
        (Feature.LegalFormSame, 0.99f),
        (Feature.LegalFormDiffers, -1.62f),
        (Feature.PhoneSame, 4.50f),
        (Feature.PhoneLocal, 3.45f),
        (Feature.PhoneNear, 1.79f),
        (Feature.PhoneDiffers, -2.51f),
        (Feature.AddressSame, 5.98f),
        (Feature.AddressNear, 1.12f),
        (Feature.StreetOnly, 1.51f),
        (Feature.NumberOnStreetDiffers, -3.59f),
        (Feature.StreetDiffers, -4.05f),
        (Feature.UnitSame, 1.12f),
        (Feature.UnitDiffers, -1.54f),
        (Feature.PostalCodeSame, 2.69f),
        (Feature.PostalCodeNear, 0.30f),
        (Feature.PostalCodeDiffers, -4.74f),
        (Feature.LocalitySame, 0.30f),
        (Feature.LocalityDiffers, -2.38f),
        (Feature.RegionDiffers, -1.51f),
        (Feature.Within30Meters, 3.95f),
        (Feature.Within100Meters, 3.07f),
        (Feature.Within300Meters, 2.01f),
        (Feature.Within1Kilometer, -2.08f),
        (Feature.Within5Kilometers, -5.82f),
        (Feature.FartherAway, -8.28f),
        (Feature.SiteSame, 2.00f),
        (Feature.SiteDiffers, -1.85f),
        (Feature.MailboxSame, 4.78f),
        (Feature.DomainSame, 2.00f),
        (Feature.MailboxDiffers, -0.76f),
        (Feature.IndustrySame, 0.30f),
        (Feature.IndustryDiffers, -2.12f)
    );

    static float[] InOrder(params (Feature Feature, float Weight)[] weights)
    {
        var table = weights.ToFrozenDictionary(weight => weight.Feature, weight => weight.Weight);
        return [.. Enum.GetValues<Feature>().Select(feature => table[feature])];
    }
}
