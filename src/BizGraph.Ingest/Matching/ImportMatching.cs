using BizGraph.Model;

namespace BizGraph.Ingest.Matching;

/// <summary>Asks the matcher about the businesses that an import brought: what is the same is merged, what may be is put to a person.</summary>
/// <param name="cancellation">Stops it.</param>
sealed class ImportMatching(CancellationToken cancellation)
{
    /// <summary>The largest network that is matched while an import finishes: a minute's work.</summary>
    public const int MostBusinesses = 500_000;

    /// <summary>How many businesses there were, where that was too many to match.</summary>
    public int? LeftOut { get; private set; }

    /// <summary>The pairs that one of the arrived belongs to.</summary>
    public IEnumerable<FoundMatch> Find(IEnumerable<Business> shown, IReadOnlySet<BusinessId> arrived)
    {
        var businesses = shown.ToDictionary(business => business.Id);
        if (businesses.Count > MostBusinesses)
        {
            LeftOut = businesses.Count;
            return [];
        }

        var entries = businesses.Values.Select(b => new MatchEntry(b, b.Id.Source, b.Id.IsGiven));
        return BusinessMatcher
            .Find(entries, new MatchOptions { Arrived = arrived }, cancellation)
            .Pairs.Where(pair => pair.Verdict != MatchVerdict.Apart)
            .Select(pair => new FoundMatch(
                pair.First,
                pair.Second,
                IsSure(pair, businesses) ? MatchVerdict.Same : MatchVerdict.Unsure,
                pair.Score,
                pair.Explain()
            ));
    }

    // A source that gave two ids means two businesses; the matcher sees one id of what was merged before.
    static bool IsSure(MatchPair pair, Dictionary<BusinessId, Business> businesses) =>
        pair.Verdict == MatchVerdict.Same
        && !SourcesOf(businesses[pair.First]).Intersect(SourcesOf(businesses[pair.Second])).Any();

    static IEnumerable<string> SourcesOf(Business business) =>
        business.OtherIds.Append(business.Id).Where(id => id.IsGiven).Select(id => id.Source);
}
