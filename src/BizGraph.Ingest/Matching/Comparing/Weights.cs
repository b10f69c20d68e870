using System.Collections.Frozen;

namespace BizGraph.Ingest.Matching.Comparing;

/// <summary>What each feature adds to the logit of a pair.</summary>
/// <remarks>
/// Fitted by logistic regression to labelled sets of one seed (scripts/fit-matching, docs/matching.md), pulled towards weights set
/// by hand and kept on the side of zero where each belongs. Numbers and words that tell namesakes apart, and a telephone number, are held to at least a stated weight:
/// made-up errors hit them oftener than real ones do.
/// </remarks>
static class Weights
{
    /// <summary>The logit of a candidate pair of which nothing is known, among 5,000 entries.</summary>
    public const double Prior = -7.51;

    /// <summary>What the prior changes when there are ten times as many entries.</summary>
    public const double PerTenfold = -0.4;

    /// <summary>That a source gave both entries ids of their own.</summary>
    public const double TwoIdsInOneSource = -2;

    /// <summary>The weights in the order of <see cref="Feature"/>.</summary>
    public static readonly float[] Of = InOrder(
        (Feature.NameSqueezed, 1.00f),
        (Feature.NameCosine, 3.76f),
        (Feature.NameShared, 7.65f),
        (Feature.NameUnsharedBoth, -2.05f),
        (Feature.NameUnsharedOne, -0.77f),
        (Feature.NameKnownWords, -2.70f),
        (Feature.NameFirstWord, 1.14f),
        (Feature.NameTrigrams, 2.64f),
        (Feature.NameAcronym, 5.92f),
        (Feature.NumberSame, 1.54f),
        (Feature.NumberDiffers, -3.50f),
        (Feature.NumberOneSided, -1.26f),
        (Feature.DistinctionDiffers, -2.00f),
        (Feature.LegalFormSame, 1.02f),
        (Feature.LegalFormDiffers, -1.62f),
        (Feature.PhoneSame, 4.50f),
        (Feature.PhoneLocal, 3.45f),
        (Feature.PhoneNear, 1.79f),
        (Feature.PhoneDiffers, -2.53f),
        (Feature.AddressSame, 6.00f),
        (Feature.AddressNear, 1.10f),
        (Feature.StreetOnly, 1.50f),
        (Feature.NumberOnStreetDiffers, -3.60f),
        (Feature.StreetDiffers, -4.06f),
        (Feature.UnitSame, 1.13f),
        (Feature.UnitDiffers, -1.55f),
        (Feature.PostalCodeSame, 2.70f),
        (Feature.PostalCodeNear, 0.30f),
        (Feature.PostalCodeDiffers, -4.77f),
        (Feature.LocalitySame, 0.30f),
        (Feature.LocalityDiffers, -2.39f),
        (Feature.RegionDiffers, -1.50f),
        (Feature.Within30Meters, 3.96f),
        (Feature.Within100Meters, 3.08f),
        (Feature.Within300Meters, 2.01f),
        (Feature.Within1Kilometer, -2.10f),
        (Feature.Within5Kilometers, -5.82f),
        (Feature.FartherAway, -8.30f),
        (Feature.SiteSame, 2.00f),
        (Feature.SiteDiffers, -1.85f),
        (Feature.MailboxSame, 4.79f),
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
