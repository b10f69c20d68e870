using BizGraph.Ingest.Matching.Comparing;

namespace BizGraph.Ingest.Matching;

/// <summary>What speaks for and against a pair: its weighted features, summed by kind.</summary>
static class EvidenceList
{
    const double LeastWeight = 1e-6;

    /// <summary>The evidence of a pair, in the order of the kinds; the weights sum to its logit.</summary>
    public static List<Evidence> Of(PairScores scores, int a, int b)
    {
        var weights = new double[Enum.GetValues<EvidenceKind>().Length];
        var features = scores.Scorer.Measure(a, b);
        for (var at = 0; at < features.Length; at++)
        {
            weights[(int)KindOf((Feature)at)] += Weights.Of[at] * features[at];
        }

        weights[(int)EvidenceKind.Prior] = scores.Prior;
        weights[(int)EvidenceKind.TwoIdsInOneSource] = scores.AreTwoIds(a, b) ? Weights.TwoIdsInOneSource : 0;
        var (one, other) = (scores.Data.Entries[a], scores.Data.Entries[b]);
        var evidence = new List<Evidence>();
        for (var kind = 0; kind < weights.Length; kind++)
        {
            if (Math.Abs(weights[kind]) > LeastWeight)
            {
                evidence.Add(
                    new Evidence(
                        (EvidenceKind)kind,
                        weights[kind],
                        Said((EvidenceKind)kind, one),
                        Said((EvidenceKind)kind, other)
                    )
                );
            }
        }

        return evidence;
    }

    static EvidenceKind KindOf(Feature feature) =>
        feature switch
        {
            <= Feature.NameAcronym => EvidenceKind.Name,
            <= Feature.NumberOneSided => EvidenceKind.NameNumber,
            <= Feature.DistinctionDiffers => EvidenceKind.NameDistinction,
            <= Feature.LegalFormDiffers => EvidenceKind.LegalForm,
            <= Feature.PhoneDiffers => EvidenceKind.Phone,
            <= Feature.UnitDiffers => EvidenceKind.Address,
            <= Feature.PostalCodeDiffers => EvidenceKind.PostalCode,
            <= Feature.RegionDiffers => EvidenceKind.Locality,
            <= Feature.FartherAway => EvidenceKind.Distance,
            <= Feature.SiteDiffers => EvidenceKind.Website,
            <= Feature.MailboxDiffers => EvidenceKind.Email,
            _ => EvidenceKind.Industry,
        };

    static string Said(EvidenceKind kind, PreparedEntry entry)
    {
        var facts = entry.Entry.Business.Facts;
        return kind switch
            {
                EvidenceKind.Phone => facts.Phone,
                EvidenceKind.Address => facts.Place?.Address,
                EvidenceKind.PostalCode => facts.Place?.PostalCode,
                EvidenceKind.Locality => facts.Place?.Locality ?? facts.Place?.Region,
                EvidenceKind.Distance => FormattableString.Invariant(
                    $"{facts.Place?.Latitude:0.#####}, {facts.Place?.Longitude:0.#####}"
                ),
                EvidenceKind.Website => facts.Website,
                EvidenceKind.Email => facts.Email,
                EvidenceKind.Industry => facts.Industry?.ToString(),
                EvidenceKind.Prior => null,
                _ => entry.Entry.Business.Name,
            } ?? string.Empty;
    }
}
