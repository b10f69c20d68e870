using System.Globalization;
using BizGraph.Model;

namespace BizGraph.Api.Reasons;

/// <summary>Reasons and kinds in English: the same words for page, command line and API.</summary>
static class EnglishCatalogue
{
    /// <summary>The most businesses that one sentence names.</summary>
    public const int MostNamed = 3;

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

    /// <summary>The first three by name, and how many others: "A, B and C", "A, B, C and 2 others".</summary>
    public static string NamesOf(IReadOnlyList<Business> businesses, long all)
    {
        var names = businesses.Take(MostNamed).Select(business => business.Name).ToList();
        return all > names.Count ? $"{string.Join(", ", names)} and {Count(all - names.Count, "other", "others")}"
            : names.Count > 1 ? $"{string.Join(", ", names[..^1])} and {names[^1]}"
            : string.Concat(names);
    }
}
