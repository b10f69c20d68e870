using BizGraph.Ingest.Matching;
using BizGraph.Model;

namespace BizGraph.Ingest.Tests.Matching.Labelled;

/// <summary>Entries of which it is known which are one business.</summary>
/// <param name="Name">What the set is like.</param>
/// <param name="Entries">The entries.</param>
/// <param name="Truth">The business of each entry, as a number.</param>
sealed record LabelledSet(string Name, IReadOnlyList<MatchEntry> Entries, IReadOnlyDictionary<BusinessId, int> Truth)
{
    /// <summary>Number of pairs of entries that are one business.</summary>
    public long TruePairs { get; } =
        Truth.Values.CountBy(business => business).Sum(count => (long)count.Value * (count.Value - 1) / 2);

    public bool AreOne(BusinessId a, BusinessId b) => Truth[a] == Truth[b];
}
