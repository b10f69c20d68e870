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
    /// <summary>The logit of a candidate pair of which nothing is known, among 5,000 entries or fewer.</summary>
    public const double Prior = -3;

    /// <summary>What the prior changes when there are ten times as many entries.</summary>
    public const double PerTenfold = -0.4;

    /// <summary>That a source gave both entries ids of their own.</summary>
    public const double TwoIdsInOneSource = -2;

    /// <summary>The weights in the order of <see cref="Feature"/>.</summary>
    public static readonly float[] Of = InOrder(
        (Feature.NamesCompared, -4.22f),
        (Feature.NameSqueezed, 1.00f),
        (Feature.NameCosine, 3.27f),
        (Feature.NameShared, 8.49f),
        (Feature.NameUnsharedBoth, -2.19f),
        (Feature.NameUnsharedOne, -0.91f),
        (Feature.NameKnownWords, -2.83f),
        (Feature.NameFirstWord, 1.16f),
        (Feature.NameTrigrams, 2.95f),
        (Feature.NameAcronym, 5.94f),
        (Feature.NumberSame, 1.52f),
        (Feature.NumberDiffers, -6.00f),
        (Feature.NumberOneSided, -1.27f),
        (Feature.DistinctionDiffers, -6.00f),
        (Feature.LegalFormSame, 1.08f),
        (Feature.LegalFormDiffers, -1.71f),
        (Feature.PhoneSame, 4.50f),
        (Feature.PhoneLocal, 3.43f),
        (Feature.PhoneNear, 2.45f),
        (Feature.PhoneDiffers, -2.34f),
        (Feature.AddressSame, 5.40f),
        (Feature.AddressNear, 0.96f),
        (Feature.StreetOnly, 1.50f),
        (Feature.NumberOnStreetDiffers, -6.00f),
        (Feature.StreetDiffers, -8.00f),
        (Feature.UnitSame, 1.10f),
        (Feature.UnitDiffers, -1.26f),
        (Feature.PostalCodeSame, 2.78f),
        (Feature.PostalCodeNear, 0.30f),
        (Feature.PostalCodeDiffers, -4.70f),
        (Feature.LocalitySame, 0.30f),
        (Feature.LocalityDiffers, -4.00f),
        (Feature.RegionDiffers, -1.50f),
        (Feature.Within30Meters, 4.25f),
        (Feature.Within100Meters, 3.25f),
        (Feature.Within300Meters, 1.94f),
        (Feature.Within1Kilometer, -2.20f),
        (Feature.Within5Kilometers, -6.12f),
        (Feature.FartherAway, -8.68f),
        (Feature.SiteSame, 2.00f),
        (Feature.SiteDiffers, -1.86f),
        (Feature.MailboxSame, 4.90f),
        (Feature.DomainSame, 2.00f),
        (Feature.MailboxDiffers, -0.76f),
        (Feature.IndustrySame, 0.30f),
        (Feature.IndustryDiffers, -2.13f)
    );

    static float[] InOrder(params (Feature Feature, float Weight)[] weights)
    {
        var table = weights.ToFrozenDictionary(weight => weight.Feature, weight => weight.Weight);
        return [.. Enum.GetValues<Feature>().Select(feature => table[feature])];
    }
}
