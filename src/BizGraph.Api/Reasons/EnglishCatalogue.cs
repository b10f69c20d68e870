using System.Globalization;
using BizGraph.Analysis.Gaps;
using BizGraph.Model;

namespace BizGraph.Api.Reasons;

/// <summary>Reasons and kinds in English: the same words for page, command line and API.</summary>
static class EnglishCatalogue
{
    /// <summary>One sentence that says what is missing, with the numbers it rests on.</summary>
    public static string Sentence(Gap gap) =>
        gap.Kind switch
        {
            GapKind.Isolated =>
                $"{gap.Businesses[0].Name} has no tie to any of the {Count(gap.Outside, "other", "others")} in the network.",
            GapKind.Island =>
                $"{NamesOf(gap.Businesses)} are tied only among themselves, cut off from {Count(gap.Outside, "other", "others")} in the network.",
            _ => throw new ArgumentOutOfRangeException(nameof(gap), gap.Kind, null),
        };

    /// <summary>The ties of a type, such as "supply ties".</summary>
    public static string Ties(RelationshipType type) =>
        type switch
        {
            RelationshipType.Supplies => "supply",
            RelationshipType.Refers => "referral",
            RelationshipType.Mentors => "mentoring",
            RelationshipType.Partners => "partnership",
            RelationshipType.Exchanges => "exchange",
            RelationshipType.Shares => "sharing",
            RelationshipType.Sponsors => "sponsorship",
            RelationshipType.Finances => "finance",
            RelationshipType.Knows => "acquaintance",
            _ => throw new ArgumentOutOfRangeException(nameof(type), type, null),
        };

    /// <summary>What a business does to the other end of its tie, seen from it.</summary>
    /// <param name="relationship">The tie.</param>
    /// <param name="isFrom">Whether the business stands at its start.</param>
    public static string Role(Relationship relationship, bool isFrom) =>
        (relationship.Type, isFrom || !relationship.Key.IsDirected) switch
        {
            (RelationshipType.Supplies, true) => "Supplies",
            (RelationshipType.Supplies, false) => "Buys from",
            (RelationshipType.Refers, true) => "Refers clients to",
            (RelationshipType.Refers, false) => "Gets clients from",
            (RelationshipType.Mentors, true) => "Mentors",
            (RelationshipType.Mentors, false) => "Is mentored by",
            (RelationshipType.Partners, _) => "Partners with",
            (RelationshipType.Exchanges, _) => "Exchanges with",
            (RelationshipType.Shares, _) => "Shares with",
            (RelationshipType.Sponsors, true) => "Sponsors",
            (RelationshipType.Sponsors, false) => "Is sponsored by",
            (RelationshipType.Finances, true) => "Finances",
            (RelationshipType.Finances, false) => "Is financed by",
            (RelationshipType.Knows, true) => "Knows",
            (RelationshipType.Knows, false) => "Is known by",
            _ => throw new ArgumentOutOfRangeException(nameof(relationship), relationship.Type, null),
        };

    /// <summary>The kind of an organization.</summary>
    public static string Kind(BusinessKind kind) =>
        kind switch
        {
            BusinessKind.PublicBody => "Public body",
            BusinessKind.Nonprofit => "Charity or association",
            BusinessKind.Education => "School or college",
            BusinessKind.Finance => "Bank or finance",
            BusinessKind.Media => "Press or media",
            _ => kind.ToString(),
        };

    /// <summary>Who owns a business; null where nobody said.</summary>
    public static string? Owners(Ownership ownership) =>
        ownership switch
        {
            Ownership.Unknown => null,
            Ownership.LocalIndependent => "Locally owned",
            _ => $"{ownership} ownership",
        };

    /// <summary>A number with its noun: "1 tie", "2,000 ties".</summary>
    public static string Count(long number, string one, string many) =>
        string.Create(CultureInfo.InvariantCulture, $"{number:N0} {(number == 1 ? one : many)}");

    static string NamesOf(IReadOnlyList<Business> businesses)
    {
        const int Named = 3;
        var names = businesses.Take(Named).Select(b => b.Name).ToList();
        return businesses.Count > Named
            ? $"{string.Join(", ", names)} and {Count(businesses.Count - Named, "other", "others")}"
            : string.Join(" and ", names);
    }
}
