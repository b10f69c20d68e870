namespace BizGraph.Model;

/// <summary>What the matching of an import, or a person, says of two business ids: whether they mean one business.</summary>
/// <param name="Position">Its place in its import.</param>
/// <param name="One">One id.</param>
/// <param name="Other">The other id; which is which makes no difference.</param>
/// <param name="Verdict">Whether they are the same.</param>
/// <param name="IsByHand">Whether a person said so; that stands above what matching finds.</param>
/// <param name="Score">How sure the matching is, 0 to 1; null where a person said it.</param>
/// <param name="Reason">What it rests on, in one sentence.</param>
public sealed record MatchClaim(
    ClaimPosition Position,
    BusinessId One,
    BusinessId Other,
    MatchVerdict Verdict,
    bool IsByHand = false,
    double? Score = null,
    string? Reason = null
) : Claim(Position)
{
    /// <summary>The two ids, the lesser first.</summary>
    public (BusinessId Lesser, BusinessId Greater) Pair => One <= Other ? (One, Other) : (Other, One);
}

/// <summary>Whether two ids mean one business.</summary>
public enum MatchVerdict
{
    /// <summary>They are one: shown as one business, under the id that was given first.</summary>
    Same,

    /// <summary>They are two, however alike they look.</summary>
    Apart,

    /// <summary>They may be one; a person is asked.</summary>
    Unsure,
}

/// <summary>Finds which of the businesses that an import brought are known already under another id.</summary>
/// <param name="shown">Every business as it would be shown without the answer, the ones that the import brought among them.</param>
/// <param name="arrived">The ids that the import brought.</param>
/// <returns>Pairs that are the same, and pairs to ask a person about; none that are apart.</returns>
public delegate IEnumerable<FoundMatch> MatchFinder(IEnumerable<Business> shown, IReadOnlySet<BusinessId> arrived);

/// <summary>Two ids that matching took for one business, or nearly.</summary>
/// <param name="One">One id.</param>
/// <param name="Other">The other.</param>
/// <param name="Verdict"><see cref="MatchVerdict.Same"/> or <see cref="MatchVerdict.Unsure"/>.</param>
/// <param name="Score">How sure it is, 0 to 1.</param>
/// <param name="Reason">What it rests on, in one sentence.</param>
public sealed record FoundMatch(BusinessId One, BusinessId Other, MatchVerdict Verdict, double Score, string Reason);
